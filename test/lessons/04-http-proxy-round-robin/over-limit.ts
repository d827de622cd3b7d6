import { openBackend } from "../../harness/backend.ts";
import { Finding } from "../../harness/finding.ts";
import { lookAgain } from "../../harness/look-again.ts";
import { patience } from "../../harness/pace.ts";
import { ask } from "../../harness/probe.ts";
import type { CheckContext } from "../../harness/task.ts";
import { until } from "../../harness/wait.ts";
import { failed, mustLive, openProxy, saysUnavailable } from "./scene.ts";

/**
 * The limit for silence must end with the answer: when its time has run out later, nobody has failed. And who is silent has failed as
 * whoever breaks off: a GET is tried at the other target.
 */
export async function mustLimitSilence(start: CheckContext["start"]): Promise<void> {
  // A machine that stands still for a moment makes any target silent.
  await lookAgain([1, 3, 8], async (times) => {
    await using a = await openBackend();
    await using b = await openBackend();
    const ms = patience(250 * times);
    const proxy = await openProxy(start, [a, b], {
      COOL_DOWN_MS: "600000",
      ANSWER_WITHIN_MS: String(ms),
    });
    const mustAnswer = async () => {
      const outcome = await ask(proxy.url, { within: patience(2500) });
      await mustLive(proxy, outcome);
      if (outcome.kind !== "answer") throw new Finding("get-without-answer", failed(outcome));
    };
    await mustAnswer();
    const asked = a.got.length > 0 ? a : b;
    const over = performance.now() + ms * 1.2;
    const what = "the end of the limit";
    await until(() => performance.now() > over, { what, within: patience(2500) + 2 * ms });
    const before = asked.got.length;
    for (let i = 0; i < 4; i++) await mustAnswer();
    if (asked.got.length === before) return new Finding("rests-after-answer", { ms });
    a.answer = () => {};
    for (let i = 0; i < 2; i++) {
      const outcome = await ask(proxy.url, { within: patience(2500) + 2 * ms });
      await mustLive(proxy, outcome);
      if (saysUnavailable(outcome))
        return new Finding("no-second-try", { method: "GET", how: "silent", ...failed(outcome) });
    }
    return undefined;
  });
}
