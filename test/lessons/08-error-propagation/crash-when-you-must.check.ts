import { get } from "node:http";
import { fileURLToPath } from "node:url";
import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { withHeldPort } from "../../harness/held-port.ts";
import { jsonOf } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import { task } from "../../harness/task.ts";
import { isJsonLine, request, seen, statusOf, written } from "./counter.ts";

const SUPERVISOR = fileURLToPath(new URL("./supervisor.ts", import.meta.url));
const MESSAGE = "the boiler exploded";
/** So many requests, one after the other, nobody answers who ends at once. */
const MANY = 20;
/** On a slow machine it is so few that prove the same, if they take so long, in ms. */
const SOME = 5;
const LONG = 1000;

task("crash-when-you-must", ({ check }) => {
  check("logged-and-ended", async ({ start }) => {
    const shop = await start();
    // Somebody is looking at the camera, and would never be served to the end.
    const camera = watch(shop);
    try {
      await explode(shop, "throw");
      await mustHaveEnded(shop, "kept-alive", camera);
    } finally {
      camera.leave();
    }
  });

  check("rejection-too", async ({ start }) => {
    const shop = await start();
    await explode(shop, "reject");
    await mustHaveEnded(shop, "rejection-kept-alive");
  });

  check("port-taken", async ({ start }) => {
    await withHeldPort(async (port) => {
      const shop = await start({ port, ready: "none" });
      const failed = () => shop.exit ?? shop.trace.of("listen-error")[0];
      await seen(failed, 10_000);
      const exit = await seen(() => shop.exit, 1500);
      await shop.stop(); // its last lines may arrive after the news of its end
      const told = written(shop).includes("EADDRINUSE");
      if (!exit || exit.code === 0)
        throw new Finding("port-taken-unnoticed", { port, told, ended: Boolean(exit) });
      if (!told) throw new Finding("port-taken-silent", { port, code: exit.code });
    });
  });

  check("supervisor-replaces", async ({ start }) => {
    const env = { WEB_CONCURRENCY: "1" };
    const shop = await start({ command: ["node", SUPERVISOR], env });
    const before = await explode(shop, "throw");
    const workers = () => shop.trace.of("listening").map(({ child }) => child);
    const successor = await seen(() => workers().find((child) => child !== before), 5000);
    const pid = jsonOf(await request(shop, "/"))?.["pid"];
    if (!successor || pid !== successor) throw new Finding("not-replaced", { before });
  });
});

/** Starts the boiler, waits until it has exploded, and gives the pid of the process in which it did. */
async function explode(shop: Program, how: "throw" | "reject"): Promise<number> {
  const outcome = await request(shop, `/boiler?how=${how}`, { method: "POST" });
  // An answer that is only late says nothing: the end of the process cuts what it has not sent.
  const answered = outcome.kind === "late" || statusOf(outcome) === 202;
  // A listener that takes the rejection leaves no trace of it. What counts is whether the process then ends.
  if (how === "reject" && answered) return shop.pid;
  const crash = () => shop.trace.of("crash")[0];
  await seen(() => crash() ?? written(shop).includes(MESSAGE), 2000);
  const { pid } = crash() ?? {};
  if (pid && !answered) throw new Finding("boiler-unanswered", endOf(outcome));
  if (pid) return pid;
  throw new Finding("boiler-cold", { ...endOf(outcome), gone: statusOf(outcome) === 404 });
}

/** Looks at the camera, and counts the pieces of its picture. */
function watch(shop: Program): { pieces: number; leave(): void } {
  const viewer = { pieces: 0, leave: () => void camera.destroy() };
  const camera = get(`${shop.url}/photos/counter`, { agent: false }, (picture) => {
    picture.on("data", () => (viewer.pieces += 1)).on("error", () => {});
  }).on("error", () => {});
  return viewer;
}

async function mustHaveEnded(shop: Program, alive: string, camera = { pieces: 0 }): Promise<void> {
  const crash = () => shop.trace.of("crash")[0] ?? written(shop).includes(MESSAGE);
  await seen(() => shop.exit ?? crash(), 3000);
  // Who ends only after a while goes on serving until then.
  let served = 0;
  const begun = performance.now();
  while (served < MANY && !shop.exit && (await request(shop, "/")).kind === "answer") served++;
  const took = performance.now() - begun;
  // What the camera had sent before has been read by now: what comes from here on is sent by a process that lives.
  const before = camera.pieces;
  const goesOn = () => camera.pieces - before >= MANY;
  const exit = await seen(() => shop.exit ?? (served < MANY && goesOn()), 3000);
  if (exit === true) throw new Finding("lingers", {});
  if (!exit) {
    const answers = (await request(shop, "/")).kind === "answer";
    throw new Finding(answers ? alive : "lingers", {});
  }
  await shop.stop(); // its last lines may arrive after the news of its end
  if (exit.code === 0) throw new Finding("ended-with-0", {});
  const late = served === MANY || (served >= SOME && took > LONG);
  if (late) throw new Finding("ends-late", { served });
  if (shop.output.lines.some((line) => line.includes(MESSAGE) && isJsonLine(line))) return;
  throw new Finding(whyNoLine(shop), { code: exit.code });
}

function whyNoLine(shop: Program): string {
  if (shop.stdout.text.includes(MESSAGE)) return "crash-not-json";
  // What Node.js prints for people on standard error has the message, too.
  if (/^Node\.js v\d/m.test(shop.stderr.text)) return "crash-not-in-log";
  return written(shop).includes(MESSAGE) ? "crash-not-json" : "crash-line-lost";
}
