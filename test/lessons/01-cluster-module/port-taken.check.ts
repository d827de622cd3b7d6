import { createServer, type AddressInfo } from "node:net";
import { once } from "node:events";
import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import type { Program } from "../../harness/program.ts";
import { task, type CheckContext } from "../../harness/task.ts";
import { until } from "../../harness/wait.ts";
import { allSettled } from "./pids.ts";
import { newLines, sameLines, sentences } from "./sentences.ts";

const WORKERS = 2;
const env = { WEB_CONCURRENCY: String(WORKERS) };

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
    for (const { child } of shop.trace.of("fork")) process.kill(Number(child), "SIGKILL");
    const over = () => shop.exit !== undefined || forks(shop) > 1;
    await until(over, { what: "end or replacement", within: patience(3000) }).catch(() => {});
    if (!over()) throw new Finding("stays-without-workers", {}, "timed-out");
    if (shop.exit?.code === 0) throw new Finding("success-without-workers");
  });
});

const forks = (shop: Program) => shop.trace.of("fork").length;

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

/**
 * Starts the shop on a port that we hold, and waits until it has ended or forks too often. Once it has failed to listen it has
 * as long as it needed to get there, twice, and a second more: the end takes much less than the start.
 */
async function onTakenPort(start: CheckContext["start"]): Promise<Program> {
  const holder = createServer().listen(0); // a port that is ours at once; a probed one may be gone when we listen
  await once(holder, "listening");
  const { port } = holder.address() as AddressInfo;
  try {
    const shop = await start({ port, env, ready: "none" });
    const over = () => shop.exit !== undefined || forks(shop) > WORKERS;
    const failed = () => shop.trace.of("listen-error").length > 0;
    const started = performance.now();
    await until(() => over() || failed(), { what: "failure", within: patience(15_000) }).catch(
      () => {},
    );
    const within = 2 * (performance.now() - started) + 1000;
    await until(over, { what: "exit", within }).catch(() => {});
    return shop;
  } finally {
    holder.close();
  }
}

/** What the shop prints when all is well. */
async function usualOutput(start: CheckContext["start"]): Promise<{ text: string; port: number }> {
  const shop = await start({ env });
  await allSettled(shop);
  await shop.stop();
  return { text: shop.output.text, port: shop.port };
}
