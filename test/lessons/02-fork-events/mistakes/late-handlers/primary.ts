import cluster from "node:cluster";
import { once } from "node:events";
import { join } from "node:path";
import { prefixOutput } from "./output.ts";
import { recordLife, recordReady } from "./recorder.ts";
import { relayNews } from "./relay.ts";
import { settings } from "./settings.ts";
import { stopOnSigterm } from "./stop.ts";

// #region setup
cluster.setupPrimary({
  exec: join(import.meta.dirname, "worker.ts"),
  args: ["--season", "winter"],
  silent: true,
  serialization: "advanced",
});
// #endregion

// #region order
cluster.on("fork", prefixOutput);
relayNews();
stopOnSigterm(settings.stopWithinMs);
// #endregion

// #region fork
for (let number = 1; number <= settings.workers; number++) {
  cluster.fork({ COUNTER: `counter-${number}` });
}
// #endregion

// The crew must be there before it can be recorded.
await once(cluster, "online");
recordLife();
recordReady(settings.workers);
