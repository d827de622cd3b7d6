import { logCrashes } from "./last-resort.ts";
import { log } from "./log.ts";
import { shop } from "./shop.ts";

const port = Number(process.env.PORT) || 3000;

logCrashes();

shop().listen(port, () => {
  log("info", `counter open on port ${port}`, { pid: process.pid });
});
