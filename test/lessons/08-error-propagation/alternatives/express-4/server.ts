import { logCrashes } from "./last-resort.ts";
import { log } from "./log.ts";
import { shop } from "./shop.ts";

const port = Number(process.env.PORT) || 3000;

logCrashes();
// In Express 4 the callback hears of success only. A failure is the server's event "error", which ends the process.
shop().listen(port, () => log("info", `counter open on port ${port}`));
