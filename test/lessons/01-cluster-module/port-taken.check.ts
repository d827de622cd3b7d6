import { Finding } from "../../harness/finding.ts";
import type { Program } from "../../harness/program.ts";
import { task, type CheckContext } from "../../harness/task.ts";
import { mustNotEndWell, mustNotEndWellAfterQuit } from "./last-death.ts";
import { sideBySide } from "../../harness/side-by-side.ts";
import { allSettled } from "./pids.ts";
import { newLines, sameLines, sentences } from "./sentences.ts";
import { env, forks, forksOn, onTakenPort, WORKERS } from "./taken-port.ts";

/** When every worker fails once, fewer attempts are seen, also where the primary's are seen besides. */
const MANY_ATTEMPTS = 4 * WORKERS;

task("port-taken", ({ check }) => {
  check("says-so-and-ends", async ({ start }) => {
    const [usual, shop] = await Promise.all([usualOutput(start), onTakenPort(start)]);
    const { port, exit, trace } = shop;
    await shop.stop(); // its last lines may arrive after the news of its end
    const printed = shop.output.text;
    const claims = sameLines(usual.text, usual.port, printed, port);
    if (!exit) throw whyRunning(shop, claims);
    const said = sentences(newLines(usual.text, usual.port, printed, port), port);
    if (exit.code !== 0 && said.length > 0) return;
    const crashed = trace
      .of("crash")
      .map(({ pid, message }) => ({ pid, message: String(message) }));
    if (crashed.some(({ pid }) => pid === shop.pid))
      throw new Finding("primary-throws", { port, code: exit.code });
    if (crashed.some(({ message }) => message.includes("EADDRINUSE")))
      throw new Finding("no-error-handler", { port, code: exit.code });
    if (claims && said.length === 0) throw new Finding("claims-to-listen", { port, ended: true });
    if (exit.code === 0) throw new Finding("ends-with-0", { port });
    const dumped = /^\s+at .+:\d+:\d+\)?$/m.test(printed);
    throw new Finding(dumped ? "stack-instead-of-sentence" : "port-not-named", { port });
  });

  check("no-storm", async ({ start }) => {
    const shop = await onTakenPort(start);
    if (!shop.exit || forksOn(shop)) throw whyRunning(shop, false);
    const { left } = await shop.stop();
    if (left.length > 0) throw new Finding("workers-left", { left: left.length });
  });

  check("no-success-without-workers", async ({ start }) => {
    await sideBySide([mustNotEndWell(start), mustNotEndWellAfterQuit(start)]);
  });
});

function whyRunning(shop: Program, claims: boolean): Finding {
  const { port } = shop;
  if (forksOn(shop)) return new Finding("forks-on", { forks: forks(shop), workers: WORKERS });
  const gone = [...shop.trace.of("disconnect"), ...shop.trace.of("exit")];
  if (forks(shop) > 0 && new Set(gone.map(({ child }) => child)).size === forks(shop))
    return new Finding("stays-after-disconnect", { port });
  const events = shop.trace.events();
  const failed = events.findIndex(({ type }) => type === "listen-error");
  const elsewhere = events.find(
    ({ type, port: other }, i) => i > failed && type.startsWith("listen") && Number(other) !== port,
  );
  if (failed >= 0 && elsewhere) return new Finding("takes-another-port", { port });
  const attempts = shop.trace.of("listen-error").length;
  if (attempts > MANY_ATTEMPTS) return new Finding("tries-for-ever", { port, attempts });
  return claims
    ? new Finding("claims-to-listen", { port, ended: false })
    : new Finding("stays-without-port", { port });
}

/** What the shop prints when all is well. */
async function usualOutput(start: CheckContext["start"]): Promise<{ text: string; port: number }> {
  const shop = await start({ env });
  await allSettled(shop);
  await shop.stop();
  return { text: shop.output.text, port: shop.port };
}
