import { echo, openBackend, type Backend } from "../../harness/backend.ts";
import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import { ask, oneConnection, type AskOptions, type Outcome } from "../../harness/probe.ts";
import { accepts, type Program } from "../../harness/program.ts";
import { task } from "../../harness/task.ts";
import { begun, reader } from "./reader.ts";
import { failed, openProxy, seen } from "./scene.ts";

// Where the limit is not the subject, it is too long to help.
const PATIENT = { STOP_WITHIN_MS: "90000", ANSWER_WITHIN_MS: "90000" };

task("drain", ({ check }) => {
  check("in-flight-finishes", async ({ start }) => {
    await using shop = await openBackend(() => {});
    const proxy = await openProxy(start, [shop], PATIENT);
    const { asking } = await inFlight(proxy, shop);
    proxy.signal("SIGTERM");
    const closed = await seen(async () => proxy.exit || !(await accepts(proxy.port)), 1500);
    shop.got[0]!.res.end("tea");
    await mustBeAnswered(await asking, proxy);
    if (!closed) throw new Finding("still-accepting");
    await mustEnd(proxy, "never-ends");
    // No answer is its last here: what waits for one waits for ever.
    const idle = await openProxy(start, [shop], PATIENT);
    shop.answer = echo;
    // Who listens for the signal after the port is open does so by now.
    await mustBeAnswered(await ask(idle.url), idle);
    idle.signal("SIGTERM");
    await mustEnd(idle, "idle-never-ends");
  });

  check("keep-alive-holds-nothing", async ({ start }) => {
    await using shop = await openBackend();
    const proxy = await openProxy(start, [shop], PATIENT);
    const [idle, busy] = [oneConnection(), oneConnection()];
    let inUse: NodeJS.Timeout | undefined;
    try {
      await ask(proxy.url, { agent: idle });
      shop.answer = () => {};
      const { asking } = await inFlight(proxy, shop, { agent: busy });
      proxy.signal("SIGTERM");
      await seen(async () => proxy.exit || !(await accepts(proxy.port)), 1500);
      shop.answer = echo;
      shop.got.at(-1)!.res.end("tea");
      await mustBeAnswered(await asking, proxy);
      // A connection that is forgotten must not end by its keepAliveTimeout, which is shorter than a slow machine's patience.
      inUse = setInterval(() => void ask(proxy.url, { agent: busy }), 1000);
      await mustEnd(proxy, "keep-alive-holds");
    } finally {
      clearInterval(inUse);
      for (const agent of [idle, busy]) agent.destroy();
    }
  });

  check("limit-holds", async ({ start }) => {
    await using shop = await openBackend(({ res }) => void res.write("the board is open"));
    const env = { ...PATIENT, STOP_WITHIN_MS: "250" };
    const proxy = await openProxy(start, [shop], env);
    const client = reader(proxy.url);
    try {
      await begun(client);
      proxy.signal("SIGTERM");
      // What was cut may show in the code.
      await mustEnd(proxy, "no-limit", { anyCode: true });
    } finally {
      client.leave();
    }
  });
});

/** Sends a request, and returns when the back end has it. */
async function inFlight(proxy: Program, shop: Backend, options: AskOptions = {}) {
  const before = shop.got.length;
  const asking = ask(proxy.url, { within: patience(15_000), ...options });
  if (!(await seen(() => shop.got.length > before, 2500)))
    throw new Finding("not-answered", { kind: "late" });
  return { asking };
}

async function mustBeAnswered(outcome: Outcome, proxy: Program): Promise<void> {
  if (outcome.kind === "answer" && outcome.status === 200) return;
  await seen(() => proxy.exit, 700);
  if (proxy.exit?.signal === "SIGTERM") throw new Finding("sigterm-kills", failed(outcome));
  throw new Finding("in-flight-cut", failed(outcome));
}

async function mustEnd(proxy: Program, late: string, { anyCode = false } = {}): Promise<void> {
  const within = Math.min(patience(3000), 40_000);
  const exit = await proxy.exited(within).catch(() => undefined);
  if (!exit) throw new Finding(late, { ms: within });
  if (exit.code !== 0 && !anyCode) throw new Finding("stop-not-clean", { ...exit });
}
