import cluster from "node:cluster";
import { settings } from "./settings.ts";

/** The flight recorder writes one line of JSON on standard output for each event. */
function record(event: string, fields: object = {}): void {
  console.log(JSON.stringify({ event, ...fields }));
}

if (cluster.isPrimary) {
  record("start", { workers: settings.workers });
  for (let i = 0; i < settings.workers; i++) cluster.fork();
} else {
  await import("./worker.ts");
}
