export type Point = readonly [x: number, y: number];

/** A line to draw and to travel along: dense points, so that corners are round in both. */
export interface Route {
  readonly points: readonly Point[];
  /** The way covered up to each point. */
  readonly covered: readonly number[];
  readonly length: number;
}

/** A route through the given points with rounded corners. */
export function route(corners: readonly Point[], radius = 9): Route {
  const points = corners.flatMap((corner, i) => {
    const before = corners[i - 1];
    const after = corners[i + 1];
    return before && after ? bend(before, corner, after, radius) : [corner];
  });
  const covered: number[] = [];
  let length = 0;
  for (const [i, point] of points.entries()) {
    length += i === 0 ? 0 : distance(points[i - 1] as Point, point);
    covered.push(length);
  }
  return { points, covered, length };
}

/** The point at a share (0 to 1) of the way. */
export function pointAt({ points, covered, length }: Route, share: number): Point {
  const way = Math.min(1, Math.max(0, share)) * length;
  const next = covered.findIndex((here) => here >= way);
  if (next <= 0) return points[0] as Point;
  const [from, to] = [covered[next - 1] as number, covered[next] as number];
  const part = (way - from) / (to - from || 1);
  return between(points[next - 1] as Point, points[next] as Point, part);
}

/** The `d` attribute of a route. */
export function drawn({ points }: Route): string {
  return points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join("");
}

/** Two decimals: enough for the eye, and equal on server and browser. */
export function round(number: number): number {
  return Math.round(number * 100) / 100;
}

function bend(before: Point, corner: Point, after: Point, radius: number): readonly Point[] {
  const near = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2);
  const start = towards(corner, before, near);
  const end = towards(corner, after, near);
  return [0, 0.25, 0.5, 0.75, 1].map((t) => {
    return between(between(start, corner, t), between(corner, end, t), t);
  });
}

function towards(from: Point, to: Point, way: number): Point {
  return between(from, to, way / (distance(from, to) || 1));
}

function between([ax, ay]: Point, [bx, by]: Point, share: number): Point {
  return [ax + (bx - ax) * share, ay + (by - ay) * share];
}

function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(bx - ax, by - ay);
}
