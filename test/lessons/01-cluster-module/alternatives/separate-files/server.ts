// The primary in a file of its own. Order numbers come from a small TCP service that it keeps for its workers.
import cluster from "node:cluster";
import { createServer, type AddressInfo } from "node:net";
import { availableParallelism } from "node:os";

class Shop {
  #last = 0;
  readonly #port = process.env.PORT ?? "3000";

  open(size: number): void {
    cluster.setupPrimary({ exec: new URL("./worker.ts", import.meta.url).pathname });
    const desk = createServer((socket) => {
      socket.on("data", (lines) => {
        for (const _ of lines.toString().trim().split("\n")) socket.write(`${++this.#last}\n`);
      });
      socket.on("error", () => socket.destroy());
    });
    desk.listen(0, "127.0.0.1", () => {
      const { port } = desk.address() as AddressInfo;
      for (let i = 0; i < size; i++) cluster.fork({ ORDER_DESK: String(port) });
    });
    // The desk alone would keep this process running. Deaths are counted, because a worker whose exit is told before its
    // disconnect is still in cluster.workers then.
    let alive = size;
    cluster.on("exit", () => {
      if (--alive === 0) process.exit(4);
    });
    cluster.on("message", (_worker, message) => {
      if (message !== "no port") return;
      process.stderr.write(`no luck with port ${this.#port}, somebody else has it\n`, () =>
        process.exit(3),
      );
    });
  }
}

const wanted = process.env.WEB_CONCURRENCY;
const size = wanted ? Number(wanted) : availableParallelism();
if (Number.isSafeInteger(size) && size >= 1) new Shop().open(size);
else throw new Error(`WEB_CONCURRENCY is ${wanted}, which is no number of workers`);
