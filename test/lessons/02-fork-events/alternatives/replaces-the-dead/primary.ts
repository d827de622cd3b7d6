import cluster from "node:cluster";
import { join } from "node:path";
import { prefixOutput } from "./output.ts";
import { recordLife, recordReady } from "./recorder.ts";
import { relayNews } from "./relay.ts";
import { settings } from "./settings.ts";
import { stopOnSigterm } from "./stop.ts";

cluster.setupPrimary({
  exec: join(import.meta.dirname, "worker.ts"),
  args: ["--season", "winter"],
  silent: true,
  serialization: "advanced",
});

recordLife();
recordReady(settings.workers);
cluster.on("fork", prefixOutput);
relayNews();
stopOnSigterm(settings.stopWithinMs);

let number = 0;
const hire = () => cluster.fork({ COUNTER: `counter-${++number}` });
let stopping = false;
process.on("SIGTERM", () => (stopping = true));
// As the next lesson does it: whoever was not told to go is replaced.
cluster.on("exit", (worker) => {
  if (!stopping && !worker.exitedAfterDisconnect) setTimeout(() => stopping || hire(), 100);
});
while (number < settings.workers) hire();
