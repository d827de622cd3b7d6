// No cluster: the parent opens the port and hands the listening handle to child processes, which accept for themselves. While a
// deploy overlaps, the port may be free a moment later, so the parent tries again before it gives up.
import { fork, type ChildProcess } from "node:child_process";
import { createServer } from "node:http";
import { createServer as openDoor, type Server } from "node:net";
import { availableParallelism } from "node:os";
import { shop } from "./shop.ts";

const port = Number(process.env.PORT) || 3000;
const ATTEMPTS = 4;

if (process.env.SHOP_ROLE === "counter") {
  process.once("message", (_message, door: Server) => createServer(shop()).listen(door));
} else {
  const wanted = process.env.WEB_CONCURRENCY;
  const size = wanted ? Number(wanted) : availableParallelism();
  if (!Number.isInteger(size) || size < 1) {
    console.error(`WEB_CONCURRENCY is "${wanted}", but must be a positive whole number`);
    process.exit(1);
  }
  open(size, 1);
}

function open(size: number, attempt: number): void {
  const door = openDoor().listen(port);
  door.on("listening", () => {
    startCounters(size, door);
    door.close();
  });
  door.on("error", ({ message }) => {
    if (attempt < ATTEMPTS) return void setTimeout(open, 1000, size, attempt + 1);
    console.error(`gave up on port ${port} after ${ATTEMPTS} attempts: ${message}`);
    process.exit(1);
  });
}

function startCounters(size: number, door: Server): void {
  let last = 0;
  let alive = size;
  for (let i = 0; i < size; i++) {
    const env = { ...process.env, SHOP_ROLE: "counter" };
    const child: ChildProcess = fork(import.meta.filename, { env });
    child.send("door", door);
    child.on("message", ({ orderFor }: { orderFor: number }) => {
      last += 1;
      child.send({ orderFor, number: last });
    });
    child.on("exit", () => {
      alive -= 1;
      if (alive === 0) process.exit(1);
    });
  }
}
