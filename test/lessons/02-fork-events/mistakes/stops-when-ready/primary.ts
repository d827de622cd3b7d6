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
// Everything that listens stands before the first fork, or it misses what happens first.
recordLife();
recordReady(settings.workers);
cluster.on("fork", prefixOutput);
relayNews();
// #endregion

// #region fork
const starting = Array.from({ length: settings.workers }, (_, i) =>
  once(cluster.fork({ COUNTER: `counter-${i + 1}` }), "listening"),
);
await Promise.all(starting);
stopOnSigterm(settings.stopWithinMs);
// #endregion
