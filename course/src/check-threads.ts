import { Worker } from "node:worker_threads";
import type { PoolRunnerInitializer, PoolWorker } from "vitest/node";

const ENTRY = new URL("./check-thread.ts", import.meta.url);
// As in PoolWorker, whose listeners are told different things for each event.
// oxlint-disable-next-line typescript/no-explicit-any
type Listener = (...args: any[]) => void;

/**
 * A pool of threads for vitest that stay after a run, with the modules that they have loaded: vitest ends its own at every run,
 * and a quarter of a second of processor time goes into new ones. Idle ones keep no process alive.
 */
export class CheckThreads implements PoolRunnerInitializer {
  readonly name = "check-threads";
  readonly #idle: Worker[] = [];

  createPoolWorker({ env }: { env: Partial<NodeJS.ProcessEnv> }): PoolWorker {
    return new CheckThread(this.name, this.#idle, env);
  }

  /** Ends the threads that wait for a run. */
  async close(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map((thread) => thread.terminate()));
  }
}

class CheckThread implements PoolWorker {
  readonly name: string;
  readonly #idle: Worker[];
  readonly #env: Partial<NodeJS.ProcessEnv>;
  readonly #listeners: [string, Listener][] = [];
  #thread: Worker | undefined;
  #ended = false;

  constructor(name: string, idle: Worker[], env: Partial<NodeJS.ProcessEnv>) {
    this.name = name;
    this.#idle = idle;
    this.#env = env;
  }

  async start(): Promise<void> {
    this.#thread ??= this.#idle.pop() ?? this.#begin();
    this.#thread.ref();
    this.on("message", (message: { type?: string }) => {
      this.#ended ||= message.type === "stopped";
    });
    this.on("error", () => (this.#thread = undefined));
  }

  #begin(): Worker {
    const thread = new Worker(ENTRY, { env: this.#env as NodeJS.ProcessEnv });
    // One that dies while it waits is not used again.
    thread.on("error", () => {
      const at = this.#idle.indexOf(thread);
      if (at !== -1) this.#idle.splice(at, 1);
    });
    return thread;
  }

  /** The thread waits for the next run if it has ended this one by itself. */
  async stop(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    for (const [event, listener] of this.#listeners.splice(0)) thread?.off(event, listener);
    if (!this.#ended) await thread?.terminate();
    else if (thread) {
      thread.unref();
      this.#idle.push(thread);
    }
  }

  on(event: string, listener: Listener): void {
    this.#listeners.push([event, listener]);
    this.#thread?.on(event, listener);
  }

  off(event: string, listener: Listener): void {
    this.#thread?.off(event, listener);
  }

  send(message: unknown): void {
    this.#thread?.postMessage(message);
  }

  deserialize(data: unknown): unknown {
    return data;
  }
}
