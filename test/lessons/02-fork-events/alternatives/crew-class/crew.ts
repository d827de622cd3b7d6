import cluster, { type Worker } from "node:cluster";
import { Lines } from "./lines.ts";

/** The workers of the shop, and the book in which their lives are written. */
export class Crew {
  readonly #size: number;
  readonly #members = new Map<number, { worker: Worker; listens: boolean }>();
  #reported = false;

  constructor(size: number) {
    this.#size = size;
  }

  start(): void {
    for (let number = 1; number <= this.#size; number++) {
      // What stands in process.env at the moment of fork() goes to the worker.
      process.env.COUNTER = `counter-${number}`;
      this.#watch(cluster.fork());
    }
  }

  leave(withinMs: number): void {
    for (const { worker } of this.#members.values()) worker.disconnect();
    const started = Date.now();
    const timer = setInterval(() => {
      if (this.#members.size === 0) clearInterval(timer);
      if (Date.now() - started < withinMs) return;
      for (const { worker } of this.#members.values()) worker.process.kill("SIGKILL");
    }, 50);
  }

  #watch(worker: Worker): void {
    const member = { worker, listens: false };
    this.#members.set(worker.id, member);
    this.#write("fork", worker);
    worker
      .on("online", () => this.#write("online", worker))
      .on("listening", () => {
        this.#write("listening", worker);
        member.listens = true;
        this.#reportReady();
      })
      .on("disconnect", () => this.#write("disconnect", worker))
      .on("message", (news) => this.#tellOthers(worker, news))
      .on("exit", (code: number | null, signal: string | null) => {
        this.#members.delete(worker.id);
        this.#write("exit", worker, {
          code,
          signal,
          planned: worker.exitedAfterDisconnect === true,
        });
      });
    for (const stream of [worker.process.stdout!, worker.process.stderr!]) {
      stream.pipe(new Lines(`[${worker.id}] `)).on("data", (line) => process.stderr.write(line));
    }
  }

  #tellOthers(sender: Worker, news: object): void {
    for (const { worker } of this.#members.values()) if (worker !== sender) worker.send(news);
  }

  #reportReady(): void {
    const listening = [...this.#members.values()].filter(({ listens }) => listens).length;
    if (this.#reported || listening < this.#size) return;
    this.#reported = true;
    console.log(JSON.stringify({ event: "ready", workers: listening }));
  }

  #write(event: string, { id }: Worker, more: object = {}): void {
    console.log(JSON.stringify({ time: Date.now(), worker: id, event, ...more }));
  }
}
