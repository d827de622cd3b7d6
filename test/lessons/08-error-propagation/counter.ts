import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import { ask, jsonOf, type AskOptions, type Outcome } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import { until, WaitTimeout } from "../../harness/wait.ts";

export type Answer = Outcome & { kind: "answer" };

/** What a customer sends to order a tea. */
export function order(tea: string): AskOptions {
  return {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ tea }),
  };
}

/** An order whose body ends in the middle. */
export const malformed: AskOptions = { ...order(""), body: '{"tea":' };

/** Asks the counter for something. A wait in vain is not the subject of most checks, so it is short. */
export function request(shop: Program, path: string, options: AskOptions = {}): Promise<Outcome> {
  return ask(shop.url + path, { within: patience(1200), ...options });
}

/** The text of an error that was answered as JSON: { "error": "…" }. */
export function errorText(outcome: Outcome): string | undefined {
  const text = jsonOf(outcome)?.["error"];
  return isJson(outcome) && typeof text === "string" && text !== "" ? text : undefined;
}

export function isJson(outcome: Outcome): boolean {
  return outcome.kind === "answer" && /\bjson\b/.test(String(outcome.headers["content-type"]));
}

export function statusOf(outcome: Outcome): number {
  return outcome.kind === "answer" ? outcome.status : 0;
}

/** Whether an outcome is an error that the error middleware has answered. */
export function isOurError(outcome: Outcome): boolean {
  return statusOf(outcome) >= 500 && errorText(outcome) !== undefined;
}

/** How an error ended that was never answered: what became of the program tells the cause. */
export type Fate = "died" | "survived-crash" | "cut" | "hung" | "answered";

/** Looks what became of a program after a request. A process that answers after its crash was kept alive. */
export async function fateOf(shop: Program, outcome: Outcome): Promise<Fate> {
  if (shop.trace.of("crash").length > 0) {
    const sign = async () => shop.exit ?? (await request(shop, "/")).kind === "answer";
    return (await seen(sign, 1500)) === true ? "survived-crash" : "died";
  }
  if (outcome.kind === "late") return "hung";
  return outcome.kind === "answer" ? "answered" : "cut";
}

/** Something that must work before it can be seen how it fails; `why` may know a cause when it doesn't. */
export async function mustWork(
  shop: Program,
  path: string,
  right: (one: Answer) => boolean,
  why: (one: Outcome) => Finding | undefined | Promise<Finding | undefined> = () => undefined,
): Promise<Answer> {
  const outcome = await request(shop, path);
  if (outcome.kind === "answer" && outcome.status === 200 && right(outcome)) return outcome;
  if (statusOf(outcome) === 404) {
    const all = statusOf(await request(shop, "/")) === 404;
    throw new Finding("known-path-404", { path, all });
  }
  throw (await why(outcome)) ?? new Finding("good-request-fails", { path, ...endOf(outcome) });
}

/** A header that an answer where nothing goes wrong has in the starter, and must keep; other values may be as right. */
export function mustHave(
  answer: Answer,
  header: { path: string; name: string; starter: string; right: RegExp },
): void {
  const { right, ...data } = header;
  const value = answer.headers[header.name.toLowerCase()];
  if (!right.test(String(value))) throw new Finding("header-lost", { ...data, value });
}

/** Looks until `look` gives something; undefined when nothing came in time. */
export async function seen<T>(
  look: () => T | Promise<T>,
  usual: number,
): Promise<NonNullable<T> | undefined> {
  try {
    return await until(look, { what: "a sign", within: patience(usual) });
  } catch (error) {
    if (error instanceof WaitTimeout) return undefined;
    throw error;
  }
}

/** Everything that the program has written so far. */
export const written = (shop: Program): string => shop.output.text;

/** Whether a line is an entry of a log in JSON. */
export function isJsonLine(line: string): boolean {
  try {
    return typeof JSON.parse(line) === "object";
  } catch {
    return false;
  }
}
