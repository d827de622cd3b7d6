import { createServer } from "node:net";
import { parentPort, workerData } from "node:worker_threads";

const { port, backlog } = workerData as { port: number; backlog: number };

// Once it listens, this thread sleeps until it is ended: nobody takes the connections that come.
createServer().listen({ port, backlog }, () => {
  parentPort!.postMessage("listening");
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});
