/**
 * What runs in a thread of `check-threads.ts`: as vitest's own threads do, but it still listens after a run has ended, so that the
 * next one finds its modules loaded. https://vitest.dev/guide/advanced/pool
 */
import { parentPort } from "node:worker_threads";
import { init, runBaseTests, setupEnvironment } from "vitest/worker";

type Listener = (message: unknown) => void;

const port = parentPort!;
// Vitest registers its own listener first, and one more at each start of a run, for that run's calls; it takes none back.
let main: Listener | undefined;
let callsOfRun: Listener | undefined;
port.on("message", (message) => {
  main?.(message);
  callsOfRun?.(message);
});

init({
  post: (response) => port.postMessage(response),
  on(listener: Listener) {
    if (main) callsOfRun = listener;
    else main = listener;
  },
  off() {},
  teardown() {},
  runTests: (state, traces) => runBaseTests("run", state, traces),
  collectTests: (state, traces) => runBaseTests("collect", state, traces),
  setup: setupEnvironment,
});
