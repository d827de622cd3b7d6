/**
 * Loaded into every Node.js process of a program under check, before its own code (NODE_OPTIONS=--import). Observes, and changes
 * nothing that no check asks for: no handle stays open, no listener that Node.js's behaviour depends on is added
 * (uncaughtExceptionMonitor is for observers), every error of ours is swallowed.
 */
import type { Worker } from "node:cluster";
import { subscribe } from "node:diagnostics_channel";
import { existsSync, openSync, unlinkSync, writeSync } from "node:fs";
import { flushCompileCache } from "node:module";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Server } from "node:net";
import { basename } from "node:path";
import { isMainThread, threadId } from "node:worker_threads";

// Not by `import`, which would fix what a program's `import { fork }` gets, see keepLoaded().
const cluster = process.getBuiltinModule("node:cluster");
const file = process.env["UPTIME_TRACE"];
if (process.env["UPTIME_LEAN_HTTP"] && isMainThread) await loadLeanHttp();
const slow = Number(process.env["UPTIME_WORKER_BOOT_MS"]);
const quit = process.env["UPTIME_WORKER_QUITS_IF"];
/** A loop of requests must not fill the disk. */
const MOST_EVENTS = 20_000;
const FOR_A_THREAD = 1_000_000;

const trace = file ? openTrace(file) : undefined;
if (trace !== undefined) observe(trace);

function observe(out: number): void {
  let count = 0;

  function tell(type: string, fields: object = {}): void {
    if (count++ > MOST_EVENTS) return;
    const at = performance.timeOrigin + performance.now();
    const text = JSON.stringify({ at, pid: process.pid, type, ...fields });
    try {
      writeSync(out, `${text.replace(/[^\x20-\x7e]/g, escaped)}\n`);
    } catch {
      // The disk is full, or the learner's program closed our descriptor: the trace ends here.
    }
  }

  observeServers(tell);
  // Worker threads inherit the preload: what they serve is told, too, but their process has been announced already.
  if (isMainThread) observeProcess(tell);
}

/** A program may run with --permission, and be allowed to write nothing: it runs unobserved then. */
function openTrace(path: string): number | undefined {
  try {
    return openSync(path, "a");
  } catch {
    return undefined;
  }
}

function observeProcess(tell: Tell): void {
  // A worker is online by now, and listens only later: as on a machine with a slow disk, see slowWorkers().
  if (cluster.isWorker && slow) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, slow);
  if (cluster.isWorker && quit) setInterval(quitFirst, 20, quit).unref();
  const role = cluster.isWorker ? "worker" : "primary";
  const argv1 = process.argv[1] ?? "";
  tell("start", { ppid: process.ppid, role, worker: cluster.worker?.id, file: basename(argv1) });
  process.on("exit", (code) => tell("end", { code }));
  process.on("uncaughtExceptionMonitor", (error) => tell("crash", { message: String(error) }));
  if (cluster.isPrimary) {
    observeCluster(tell);
    keepLoaded();
  }
  // So that workers don't compile again what their primary has compiled.
  cluster.once("fork", () => flushCompileCache());
  // Written when a process ends by itself; workers that are killed, and those that start meanwhile, would never gain from it.
  setTimeout(flushCompileCache, 50).unref();
}

function observeServers(tell: Tell): void {
  observeRequests(tell);
  subscribe("tracing:net.server.listen:asyncEnd", (message) => {
    const address = (message as { server: Server }).server.address();
    if (address && typeof address === "object") tell("listen", { port: address.port });
  });
  // A listen that failed, also when the program swallows the error. In a cluster it is the primary that tells.
  subscribe("tracing:net.server.listen:error", (message) => {
    const { code, port } = (message as { error: NodeJS.ErrnoException & { port?: number } }).error;
    tell("listen-error", { code, port });
  });
}

type Tell = (type: string, fields?: object) => void;

/**
 * An `import` of node:http reads all its exports, and three of them load undici, for 35 ms of processor time: half of what a small
 * server needs to boot. Set aside meanwhile, they are there for `require` and for `http.WebSocket`, but not for an `import` by
 * name: the harness asks for this only where no file of the program has one of these names.
 */
async function loadLeanHttp(): Promise<void> {
  const http = process.getBuiltinModule("node:http");
  const lazy = ["WebSocket", "CloseEvent", "MessageEvent"].map(
    (name) => [name, Object.getOwnPropertyDescriptor(http, name)] as const,
  );
  // Where a later Node.js can't set them aside, it loads them.
  if (lazy.some(([, property]) => !property?.configurable)) return;
  for (const [name] of lazy) Reflect.deleteProperty(http, name);
  await import("node:http");
  for (const [name, property] of lazy) Object.defineProperty(http, name, property!);
}

function observeCluster(tell: Tell): void {
  const about = (worker: Worker) => ({ worker: worker.id, child: worker.process.pid });
  cluster.on("fork", (worker) => {
    tell("fork", about(worker));
    // Who has died may be told to leave before its exit, with all others: that planned nothing.
    let planned: boolean | undefined;
    const planning = () => (planned ??= Boolean(worker.exitedAfterDisconnect));
    // At the worker's process, and in front: the cluster tells of an exit later, when a program's own listener may have ended the
    // primary; and a program may call worker.removeAllListeners().
    worker.process.prependListener("disconnect", planning);
    worker.process.prependListener("exit", (code, signal) => {
      tell("exit", { ...about(worker), code, signal, planned: planning() });
    });
  });
  cluster.on("online", (worker) => tell("online", about(worker)));
  cluster.on("listening", (worker, { port }) => tell("listening", { ...about(worker), port }));
  cluster.on("disconnect", (worker) => tell("disconnect", about(worker)));
}

/** Somebody calls process.exit() in a worker: in the first one that sees the file, and takes it away. See quitSwitch(). */
function quitFirst(path: string): void {
  if (!existsSync(path)) return;
  try {
    unlinkSync(path);
  } catch {
    return; // another one was first
  }
  process.exit();
}

/** A program may give its workers a NODE_OPTIONS of its own: ours goes in front, or nothing would be seen of them. */
function keepLoaded(): void {
  const ours = process.env["NODE_OPTIONS"] ?? "";
  const { fork } = cluster;
  cluster.fork = (env?: Record<string, string>) => {
    const options = env?.["NODE_OPTIONS"] ?? process.env["NODE_OPTIONS"] ?? "";
    if (options.includes(ours)) return fork.call(cluster, env);
    return fork.call(cluster, { ...env, NODE_OPTIONS: `${ours} ${options}` });
  };
}

function observeRequests(tell: Tell): void {
  const started = new WeakMap<ServerResponse, { id: number; at: number }>();
  let next = threadId * FOR_A_THREAD + 1; // one series for each process
  type Exchange = { request: IncomingMessage; response: ServerResponse };
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as Exchange;
    const [id, at] = [next++, performance.now()];
    started.set(response, { id, at });
    tell("request", { id, method: request.method, path: request.url?.slice(0, 200) });
    response.once("close", () => {
      if (!response.writableFinished) tell("aborted", { id });
    });
  });
  subscribe("http.server.response.finish", (message) => {
    const { response } = message as Exchange;
    const begun = started.get(response);
    if (!begun) return;
    const ms = Math.round(performance.now() - begun.at);
    tell("response", { id: begun.id, status: response.statusCode, ms });
  });
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
