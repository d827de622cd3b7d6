import { ask, type AskOptions, type Outcome } from "./probe.ts";

export interface LoadResult {
  outcomes: Outcome[];
  /** When each request was sent, in ms since 1970, as a trace counts. */
  sentAt: number[];
  /** Answers that `right` accepts. */
  right: number;
  wrong: number;
  refused: number;
  reset: number;
  late: number;
}

export interface LoadOptions extends AskOptions {
  /** How many requests at the most. */
  count: number;
  /** How many of them at the same time. */
  concurrency?: number;
  /** Ends the load before `count` is reached. */
  until?: () => boolean;
  /** Which answers are right; status 200 unless told. */
  right?: (answer: Outcome & { kind: "answer" }) => boolean;
}

/** Sends a bounded number of requests, so many at once, and counts how each ended. */
export async function load(url: string, options: LoadOptions): Promise<LoadResult> {
  const {
    count,
    concurrency = 4,
    until = () => false,
    right = (one) => one.status === 200,
  } = options;
  const outcomes: Outcome[] = [];
  const sentAt: number[] = [];
  async function client(): Promise<void> {
    while (sentAt.length < count && !until()) {
      sentAt.push(performance.timeOrigin + performance.now());
      outcomes.push(await ask(url, options));
    }
  }
  await Promise.all(Array.from({ length: Math.min(concurrency, count) }, client));
  const of = (kind: Outcome["kind"]) => outcomes.filter((one) => one.kind === kind).length;
  const rightOnes = outcomes.filter((one) => one.kind === "answer" && right(one)).length;
  return {
    outcomes,
    sentAt,
    right: rightOnes,
    wrong: of("answer") - rightOnes,
    refused: of("refused"),
    reset: of("reset"),
    late: of("late"),
  };
}
