import { endAfterCrash } from "./last-resort.ts";
import { log } from "./log.ts";
import { shop } from "./shop.ts";

const port = Number(process.env.PORT) || 3000;

// Express 5 calls this with the error, too, when the port can't be had.
const server = shop().listen(port, (error) => {
  if (error) throw error;
  log("info", `counter open on port ${port}`, { pid: process.pid });
});
endAfterCrash(server);
