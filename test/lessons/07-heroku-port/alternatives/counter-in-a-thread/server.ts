import { Worker } from "node:worker_threads";
import { readPort } from "./port.ts";

/** Customers are served by a thread, so that this one always has time for signals. */
const counter = new Worker(new URL("./counter.ts", import.meta.url), {
  workerData: { port: readPort(process.env.PORT) },
});
counter.on("message", (port) => console.log(`the shop is open on port ${port}`));
process.once("SIGTERM", () => counter.postMessage("close"));
