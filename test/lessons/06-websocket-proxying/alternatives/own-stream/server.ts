import { createServer } from "node:http";
import { announce, openBoard } from "./board.ts";
import { settings } from "./settings.ts";
import { openCounter } from "./shop.ts";

const log = (msg: string, more = {}) =>
  console.log(JSON.stringify({ level: 30, time: Date.now(), pid: process.pid, msg, ...more }));

const server = createServer(
  openCounter((order) => {
    announce(order).catch((err: Error) => log("order not announced", { err: err.message }));
  }),
);
const io = openBoard(server);
server.keepAliveTimeout = 75_000;
server.listen(settings.port, () => log("listening", { port: settings.port }));

const stop = Promise.withResolvers<NodeJS.Signals>();
process.once("SIGTERM", stop.resolve).once("SIGINT", stop.resolve);
log("stopping", { signal: await stop.promise });
const force = AbortSignal.timeout(settings.stopWithinMs);
force.addEventListener("abort", () => process.exit(2));
await io.close();
log("stopped");
process.exit();
