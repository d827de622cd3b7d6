import cluster from "node:cluster";
import { join } from "node:path";
import { prefixOutput } from "./output.ts";
import { recordLife, recordReady } from "./recorder.ts";
import { relayNews } from "./relay.ts";
import { settings } from "./settings.ts";
import { stopOnSigterm } from "./stop.ts";

// #region setup
cluster.setupPrimary({
  exec: join(import.meta.dirname, "worker.ts"),
  args: ["--season winter"],
  silent: true,
  serialization: "advanced",
});
// #endregion

// #region order
// Everything that listens stands before the first fork, or it misses what happens first.
recordLife();
recordReady(settings.workers);
cluster.on("fork", prefixOutput);
relayNews();
stopOnSigterm(settings.stopWithinMs);
// #endregion

// #region fork
for (let number = 1; number <= settings.workers; number++) {
  cluster.fork({ COUNTER: `counter-${number}` });
}
// #endregion
