import { round } from "./path.ts";

const foot = 22.5;
const rim = 31;
const height = 78;

/** The outline of a cup whose foot stands on the origin, up to a height; the whole cup by default. */
export function cupPath(level = height): string {
  const half = round(halfAt(level));
  const low = round(halfAt(6));
  const [bow, flat] = [round(low - 0.8), round(low - 6.5)];
  const left = `M${-half} ${-level}L${-low} -6Q${-bow} 0 ${-flat} 0`;
  return `${left}H${flat}Q${bow} 0 ${low} -6L${half} ${-level}`;
}

/** The tea up to a share (0 to 1) of the cup, with the slight bow of its surface. */
export function teaPath(share: number): string {
  const level = round(Math.max(7, share * 68));
  const half = round(halfAt(level));
  return `${cupPath(level)}Q0 ${round(-level + 3)} ${-half} ${-level}Z`;
}

/** Where the pearl number `index` lies on the bottom. */
export function pearlAt(index: number): readonly [x: number, y: number] {
  const row = Math.floor(index / 4);
  const shift = row % 2 === 0 ? 0 : 2.4;
  return [round(((index % 4) - 1.5) * 9.6 + shift), round(-6.4 - row * 8.6)];
}

/** A crack from the rim of a crashed cup. */
export const crackPath = "M-7 -78L-1 -62L-9 -52L3 -38L-3 -26L4 -14";

function halfAt(level: number): number {
  return foot + 1.6 + ((rim - foot - 1.6) * level) / height;
}
