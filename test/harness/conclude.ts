import type { ComponentMissing } from "../../course/src/components/get.ts";
import { setTimeout as sleep } from "node:timers/promises";
import { Finding } from "./finding.ts";
import { Limit } from "./limit.ts";
import { patience } from "./pace.ts";
import type { Program } from "./program.ts";
import { fullDisk } from "./room.ts";
import type { CheckMeta } from "./task.ts";
import { WaitTimeout } from "./wait.ts";

/** supertest tells of a broken connection in its message only. */
const NETWORK = /ECONNREFUSED|ECONNRESET|socket hang up/;
/** So long may the news of a program's end come after the connections that it broke, in ms. */
const NEWS = 300;

/**
 * From whatever a check threw to a verdict. A bug of ours is "not checked", never the learner's failure. A broken connection may
 * come of an end that is not known yet: that is waited for, shortly.
 */
export async function concludeInTime(
  error: unknown,
  programs: Program[],
): Promise<ReturnType<typeof conclude>> {
  const full = fullDisk();
  if (full) return conclude(full, []);
  const { code, message } = error as NodeJS.ErrnoException;
  if (NETWORK.test(`${code} ${message}`)) {
    const limit = new Limit(patience(NEWS));
    while (!limit.over && !programs.some(({ exit }) => exit)) await sleep(10);
  }
  return conclude(error, programs);
}

/** The same for an error after which nothing is to come. */
export function conclude(
  error: unknown,
  programs: Program[],
): Pick<CheckMeta, "verdict" | "finding"> {
  if (error instanceof Finding) {
    return { verdict: error.verdict, finding: { id: error.id, data: error.data } };
  }
  if ((error as Error).name === "ComponentMissing") {
    const { component, command } = error as ComponentMissing;
    return {
      verdict: "not-checked",
      finding: { id: "component-missing", data: { component, command } },
    };
  }
  for (const program of programs) {
    // A network error, or a wait in vain, after an unexpected end: the end is the cause.
    try {
      program.mustLive();
    } catch (early) {
      return conclude(early, []);
    }
  }
  const { code, name, message, syscall } = error as NodeJS.ErrnoException;
  if (error instanceof WaitTimeout) {
    const data = { what: error.what, ms: error.ms };
    return { verdict: "timed-out", finding: { id: "waited-in-vain", data } };
  }
  const broken = NETWORK.exec(`${code} ${message}`)?.[0];
  if (broken === "ECONNREFUSED") return { verdict: "wrong", finding: { id: "refused", data: {} } };
  if (broken) return { verdict: "wrong", finding: { id: "reset", data: {} } };
  // superagent's own name for a request that was aborted: by http.ts, because no answer came in time
  if (code === "ABORTED") return { verdict: "timed-out", finding: { id: "late", data: {} } };
  if (name === "AssertionError" || message.startsWith("expected ")) {
    return { verdict: "wrong", finding: { id: "not-as-expected", data: { message } } };
  }
  if (syscall === "listen" || syscall === "bind") {
    // Of the check itself: what a program fails to listen on is no error in here.
    return { verdict: "not-checked", finding: { id: "no-free-port", data: {} } };
  }
  const data = { message: String((error as Error).stack ?? error) };
  return { verdict: "not-checked", finding: { id: "our-side-failed", data } };
}
