import { startNginx, type Nginx } from "../../harness/nginx.ts";
import type { Rewrite } from "../../harness/nginx-files.ts";
import { ask, jsonOf, type Outcome } from "../../harness/probe.ts";
import { patience } from "../../harness/pace.ts";
import type { Program } from "../../harness/program.ts";
import { startRedis, type Redis } from "../../harness/redis.ts";
import type { CheckContext } from "../../harness/task.ts";
import { until } from "../../harness/wait.ts";
import { addressOf, headersOf, REAL_ADDRESSES } from "./boards.ts";
import { addToHttp } from "./rewrites.ts";

/** The ports that nginx.conf speaks of: nginx's own first. */
export const PORTS = [8080, 8001, 8002];

/** A server of the shop. What "start" in package.json starts is the whole shop, for trying by hand. */
export const SERVER = ["node", "server.ts"];

/** Starts nginx with the learner's file, for clients with addresses of their own. */
export function openNginx(
  { start, folder, signal }: CheckContext,
  rewrite: Rewrite = ({ text }) => text,
): Promise<Nginx> {
  // Where clients have no addresses of their own, nginx takes the one that they name.
  const believe = "set_real_ip_from 127.0.0.1; real_ip_header X-Forwarded-For;";
  const known = (text: string) => (REAL_ADDRESSES ? text : addToHttp(text, believe));
  const both: Rewrite = (file, files) => known(rewrite(file, files));
  return startNginx({ folder, start, signal, ports: PORTS, rewrite: both });
}

export interface Shop {
  nginx: Nginx;
  /** The servers on 8001 and 8002. */
  servers: [Program, Program];
}

/** nginx and two servers behind it. */
export async function openShop(context: CheckContext, env: Record<string, string>): Promise<Shop> {
  const nginx = await openNginx(context);
  const servers = await Promise.all([
    context.start({ command: SERVER, port: nginx.port(8001), env }),
    context.start({ command: SERVER, port: nginx.port(8002), env }),
  ]);
  return { nginx, servers };
}

/** A Redis for one check, ended with it. */
export async function redisFor({ onEnd }: CheckContext): Promise<Redis> {
  const redis = await startRedis();
  onEnd(() => redis.stop());
  return redis;
}

/** Places an order at a server, and gives its number when the server says that it was taken. */
export async function order(
  server: { url: string },
  drink = "milk tea",
): Promise<{ number: number | undefined; outcome: Outcome }> {
  const outcome = await ask(`${server.url}/orders`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ drink }),
    within: patience(3000),
  });
  const taken = outcome.kind === "answer" && outcome.status === 201;
  const number = Number(jsonOf(outcome)?.["number"]);
  return { number: taken && number > 0 ? number : undefined, outcome };
}

/** Waits a moment for the news of a program's end, which comes after its last output; for when it answers no more. */
export async function endIsTold(program: Program): Promise<void> {
  await until(() => program.exit, { what: "exit", within: patience(1000) }).catch(() => {});
}

/** The error that nobody caught and that ended the program; empty where it has ended itself, whatever it had logged before. */
export function deathOf({ trace, crash }: Program): string {
  const [uncaught] = trace.of("crash");
  if (!uncaught) return "";
  const message = String(uncaught["message"]);
  return crash?.message.startsWith(message) ? crash.message : message;
}

/** A client begins a session, and is not heard of again. */
export function beginSession(url: string, machine: number): Promise<Outcome> {
  const headers = headersOf(machine);
  return ask(`${url}/socket.io/?EIO=4&transport=polling`, {
    headers,
    from: addressOf(machine).localAddress,
  });
}

/** The sessions of Socket.IO that a server was asked to begin: requests of Engine.IO that name none. */
export function sessionsBegun({ trace }: Program): number {
  return trace
    .of("request")
    .map(({ path }) => String(path))
    .filter((path) => path.startsWith("/socket.io/?") && !path.includes("&sid=")).length;
}
