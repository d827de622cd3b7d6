import type { Backend } from "../../harness/backend.ts";
import { endOf } from "../../harness/ended.ts";
import { Finding, type Data } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import type { Outcome } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import type { CheckContext } from "../../harness/task.ts";
import { until, WaitTimeout } from "../../harness/wait.ts";

/** What clients ask for; the proxy is reached under another name. */
export const HOSTNAME = "tea.example";
export const HOST = `${HOSTNAME}:3000`;

/** Starts the learner's proxy in front of some back ends. */
export function openProxy(
  start: CheckContext["start"],
  backends: Pick<Backend, "url">[],
  env: Record<string, string> = {},
): Promise<Program> {
  const targets = backends.map(({ url }) => url).join(",");
  // What a check leaves open must not hold up its end, and a slow machine is no silent target.
  const usual = { TARGETS: targets, STOP_WITHIN_MS: "200", ANSWER_WITHIN_MS: "60000" };
  return start({ env: { ...usual, ...env } });
}

/** Looks until `look` gives something; undefined when nothing came in time. */
export async function seen<T>(look: () => T | Promise<T>, usual: number) {
  try {
    return await until(look, { what: "a sign", within: patience(usual) });
  } catch (error) {
    if (error instanceof WaitTimeout) return undefined;
    throw error;
  }
}

/** Why a proxy died: the message of its crash, and the finding that this gives. */
type Causes = [message: RegExp, finding: string][];

/** After an answer that failed to come: if the proxy has died, that is what is found. */
export async function mustLive(
  proxy: Program,
  outcome: Pick<Outcome, "kind">,
  causes: Causes = [],
) {
  if (outcome.kind === "reset" || outcome.kind === "refused") await seen(() => proxy.exit, 700);
  if (!proxy.exit) return;
  await proxy.stop(); // then its last words are there
  const { crash } = proxy;
  const known = causes.find(([message]) => crash && message.test(crash.message));
  if (known) throw new Finding(known[1], { crash }, "crashed");
  proxy.mustLive();
}

/** Whether an answer says that the proxy could not get one: 502, or its neighbours 503 and 504. */
export function saysUnavailable(outcome: Outcome): boolean {
  return outcome.kind === "answer" && [502, 503, 504].includes(outcome.status);
}

/** How many requests each back end got. */
export function shares(backends: Backend[]): number[] {
  return backends.map(({ got }) => got.length);
}

/** A request that ended badly, in words. */
export function failed(outcome: Outcome | undefined): Data {
  return outcome ? endOf(outcome) : { kind: "late" };
}
