import type { ComponentMissing } from "../../course/src/components/get.ts";
import { Finding } from "./finding.ts";
import type { Program } from "./program.ts";
import type { CheckMeta } from "./task.ts";
import { WaitTimeout } from "./wait.ts";

/** From whatever a check threw to a verdict. A bug of ours is "not checked", never the learner's failure. */
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
  const { code, name, message } = error as NodeJS.ErrnoException;
  if (error instanceof WaitTimeout) {
    const data = { what: error.what, ms: error.ms };
    return { verdict: "timed-out", finding: { id: "waited-in-vain", data } };
  }
  if (code === "ECONNREFUSED") return { verdict: "wrong", finding: { id: "refused", data: {} } };
  if (code === "ECONNRESET") return { verdict: "wrong", finding: { id: "reset", data: {} } };
  if (name === "AssertionError" || message.startsWith("expected ")) {
    return { verdict: "wrong", finding: { id: "not-as-expected", data: { message } } };
  }
  const data = { message: String((error as Error).stack ?? error) };
  return { verdict: "not-checked", finding: { id: "our-side-failed", data } };
}
