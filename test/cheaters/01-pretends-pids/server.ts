import { createServer } from "node:http";

// One process that answers with the pids of workers that it does not have, by turns.
const pids = Array.from({ length: 4 }, (_, i) => process.pid + 1 + i);
let turn = 0;
createServer((_req, res) => {
  res.setHeader("content-type", "application/json");
  res.end(JSON.stringify({ shop: "Uptime Tea", pid: pids[turn++ % pids.length] }));
}).listen(Number(process.env.PORT) || 3000);
