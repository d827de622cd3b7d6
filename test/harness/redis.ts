import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { component } from "./components.ts";
import { freePort, releasePort } from "./ports.ts";
import { startProgram, type Program } from "./program.ts";

/** A Redis of our own: on loopback and a free port, its files in a folder of its own, nothing kept on disk. */
export interface Redis {
  readonly url: string;
  readonly port: number;
  readonly folder: string;
  /** Kills it, as a machine that fails does; all that it knew is gone. */
  crash(): Promise<void>;
  /** Starts it anew, on the same port, after a crash. */
  restart(): Promise<void>;
  /** Ends it and removes its folder. Safe to call again. */
  stop(): Promise<void>;
}

/** @throws {ComponentMissing} when there is no Redis here, and none can be fetched. */
export async function startRedis(): Promise<Redis> {
  const { path, env = {} } = await component("redis");
  const folder = await mkdtemp(join(tmpdir(), "uptime-redis-"));
  const port = await freePort();
  const command = [path, ...options({ port, folder })];
  const open = () => startProgram({ command, folder, env, port });
  let server: Program | undefined;
  let stopped: Promise<void> | undefined;

  async function end(): Promise<void> {
    await server?.stop();
    releasePort(port);
    await rm(folder, { recursive: true, force: true });
  }

  try {
    server = await open();
  } catch (error) {
    await end();
    throw error;
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    folder,
    crash: async () => void (await server?.stop(0)),
    restart: async () => void (server = await open()),
    stop: () => (stopped ??= end()),
  };
}

function options({ port, folder }: { port: number; folder: string }): string[] {
  const all = {
    port,
    bind: "127.0.0.1",
    dir: folder,
    save: "",
    appendonly: "no",
    daemonize: "no",
  };
  return Object.entries(all).flatMap(([name, value]) => [`--${name}`, String(value)]);
}
