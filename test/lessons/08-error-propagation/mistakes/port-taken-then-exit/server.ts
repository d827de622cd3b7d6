import { facts } from "./facts.ts";
import { logCrashes } from "./last-resort.ts";
import { log } from "./log.ts";
import { shop } from "./shop.ts";

const port = Number(process.env.PORT) || 3000;

logCrashes();

shop().listen(port, (error) => {
  if (error) {
    log("fatal", "no port", facts(error));
    process.exit(1);
  }
  log("info", `counter open on port ${port}`, { pid: process.pid });
});
