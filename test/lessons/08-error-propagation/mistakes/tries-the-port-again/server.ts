import { logCrashes } from "./last-resort.ts";
import { log } from "./log.ts";
import { shop } from "./shop.ts";

const port = Number(process.env.PORT) || 3000;

// #region listen
logCrashes();

open();

function open(): void {
  // Express 5 calls this with the error, too, when the port can't be had.
  shop().listen(port, (error) => {
    if (!error) return log("info", `counter open on port ${port}`, { pid: process.pid });
    log("error", error.message);
    setTimeout(open, 1000);
  });
}
// #endregion
