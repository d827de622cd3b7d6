import { modelAt, type Timeline } from "./timeline.ts";

const afterDeath = 430;

/**
 * The moment that says most in a still picture: a cup just emptied by a crash while the most
 * others run; without a crash the moment of most requests at once; else the last readiness.
 */
export function stillTime(timeline: Timeline): number {
  const { processes, log } = timeline.final;
  const deaths = Object.values(processes)
    .filter(({ state, endedAt }) => state === "crashed" && endedAt !== undefined)
    .map(({ endedAt, lost }) => ({ time: (endedAt as number) + afterDeath, lost }))
    .slice(0, 40);
  const scored = deaths.map(({ time, lost }) => ({
    time,
    score: runningAt(timeline, time) + lost,
  }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { time: -1, score: -1 });
  if (best.time >= 0) return best.time;
  const ready = log.findLast((entry) => entry.kind === "listening");
  return busiest(timeline) ?? (ready ? ready.at + 400 : timeline.duration);
}

function runningAt(timeline: Timeline, time: number): number {
  const processes = Object.values(modelAt(timeline, time).processes);
  return processes.filter(({ state }) => state === "running").length;
}

function busiest({ journeys }: Timeline): number | undefined {
  // A few hundred say enough; comparing all with all would take long.
  const some = journeys.slice(0, 300);
  const scored = some.map(({ start }) => ({
    time: start + 20,
    score: some.filter((other) => other.start <= start && start < other.end).length,
  }));
  return scored.reduce((a, b) => (a && a.score >= b.score ? a : b), scored[0])?.time;
}
