import cluster from "node:cluster";
import { join } from "node:path";
import { recordLife, recordReady } from "./recorder.ts";
import { relayNews } from "./relay.ts";
import { settings } from "./settings.ts";
import { stopOnSigterm } from "./stop.ts";

if (cluster.isPrimary) {
  recordLife();
  recordReady(settings.workers);
  relayNews();
  stopOnSigterm(settings.stopWithinMs);
  for (let number = 1; number <= settings.workers; number++) {
    cluster.fork({ COUNTER: `counter-${number}` });
  }
  cluster.setupPrimary({
    exec: join(import.meta.dirname, "worker.ts"),
    args: ["--season", "winter"],
    serialization: "advanced",
  });
} else {
  await import("./worker.ts");
}
