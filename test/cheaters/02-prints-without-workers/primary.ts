import { createServer } from "node:http";

// One process that prints what a primary would print of workers that it does not have.
const workers = Number(process.env.WEB_CONCURRENCY) || 2;
const line = (event: string, worker: number) =>
  console.log(JSON.stringify({ event, worker, pid: process.pid + worker }));
for (let worker = 1; worker <= workers; worker++)
  for (const event of ["fork", "online", "listening"]) line(event, worker);
console.log(JSON.stringify({ event: "ready" }));
createServer((_req, res) => res.end(JSON.stringify({ worker: 1, pid: process.pid + 1 }))).listen(
  Number(process.env.PORT) || 3000,
);
