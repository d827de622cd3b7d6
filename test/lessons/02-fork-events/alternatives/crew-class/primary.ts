import cluster from "node:cluster";
import { Crew } from "./crew.ts";
import { settings } from "./settings.ts";

const crew = new Crew(settings.workers);

cluster.setupPrimary({
  exec: new URL("./worker.ts", import.meta.url).pathname,
  args: ["--season", "winter"],
});
// Later calls add to the settings of earlier ones.
cluster.setupPrimary({ stdio: ["ignore", "pipe", "pipe", "ipc"], serialization: "advanced" });

process.on("SIGTERM", () => crew.leave(settings.stopWithinMs));
crew.start();
