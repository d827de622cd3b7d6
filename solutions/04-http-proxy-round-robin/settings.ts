/** Every setting comes from the environment. Times are in milliseconds. */
export const settings = {
  port: number("PORT", 3000),
  /** Where requests go, in turn: URLs, separated by commas. */
  targets: list("TARGETS", "http://127.0.0.1:8001,http://127.0.0.1:8002"),
  /** How long a target that failed gets no requests. */
  coolDownMs: number("COOL_DOWN_MS", 5000),
  /** How long a target may stay silent before and during an answer. */
  answerWithinMs: number("ANSWER_WITHIN_MS", 10_000),
  /** How long requests in flight may take when the proxy stops. */
  stopWithinMs: number("STOP_WITHIN_MS", 10_000),
};

function number(name: string, fallback: number): number {
  return Number(process.env[name] || fallback);
}

function list(name: string, fallback: string): string[] {
  return (process.env[name] || fallback).split(",").map((text) => text.trim());
}
