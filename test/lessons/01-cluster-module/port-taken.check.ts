import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import type { Program } from "../../harness/program.ts";
import { task, type CheckContext } from "../../harness/task.ts";
import { until } from "../../harness/wait.ts";
import { allSettled, distinct, whoAnswers } from "./pids.ts";
import { newLines, sameLines, sentences } from "./sentences.ts";
import { env, forks, onTakenPort, WORKERS } from "./taken-port.ts";

/** Who replaces a worker may wait before, so that a fault that stays makes no storm: 5 s is usual, on every machine. In ms. */
const PAUSE = 5000;

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
    if (!shop.exit || forks(shop) > WORKERS) throw whyRunning(shop, false);
    const { left } = await shop.stop();
    if (left.length > 0) throw new Finding("workers-left", { left: left.length });
  });

  check("no-success-without-workers", async ({ start }) => {
    const shop = await start({ env: { WEB_CONCURRENCY: "1" } });
    await allSettled(shop);
    // As the system does when memory is short. Who replaces the worker is as right as who gives up.
    const [workers, started] = [await workersOf(shop), launched(shop)];
    for (const pid of workers) process.kill(pid, "SIGKILL");
    const over = () => shop.exit !== undefined || launched(shop) > started;
    const within = PAUSE + patience(2000);
    await until(over, { what: "end or replacement", within }).catch(() => {});
    if (!over()) throw new Finding("stays-without-workers", {}, "timed-out");
    if (shop.exit?.code === 0) throw new Finding("success-without-workers");
  });
});

/** How many workers have been started, as far as the trace can tell them from other processes. */
const launched = (shop: Program) => forks(shop) || shop.trace.of("start").length;

/** The cluster's workers; or, where a program without one hands its port to child processes, those of them that answer. */
async function workersOf(shop: Program): Promise<number[]> {
  const forked = shop.trace.of("fork").map(({ child }) => Number(child));
  if (forked.length > 0) return forked;
  const answering = distinct(await whoAnswers(shop, 1));
  // Whatever an answer says, we end only processes of this program.
  const own = new Set(shop.trace.of("start").map(({ pid }) => pid));
  return answering.filter((pid) => own.has(pid) && pid !== shop.pid);
}

function whyRunning(shop: Program, claims: boolean): Finding {
  const { port } = shop;
  if (forks(shop) > WORKERS)
    return new Finding("forks-on", { forks: forks(shop), workers: WORKERS });
  const gone = [...shop.trace.of("disconnect"), ...shop.trace.of("exit")];
  if (forks(shop) > 0 && new Set(gone.map(({ child }) => child)).size === forks(shop))
    return new Finding("stays-after-disconnect", { port });
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
