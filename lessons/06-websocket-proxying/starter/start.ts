/** Opens the whole shop, to try things by hand: Redis, two servers, proxy.ts and nginx before them. Not part of the tasks. */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync } from "node:fs";
import { delimiter } from "node:path";

const REDIS_PORT = 6380; // not Redis's own, where yours may be
const BACK_AFTER = 5000;
const { PORT = "3000", PATH = "" } = process.env;
const env = {
  ...process.env,
  REDIS_URL: `redis://127.0.0.1:${REDIS_PORT}`,
  // On Debian, nginx is in a folder that only root has on the PATH.
  PATH: [PATH, "/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"].join(delimiter),
};
let closing = false;

mkdirSync("run", { recursive: true }); // where Redis and nginx put what they write
process.on("SIGINT", close).on("SIGTERM", close);

const redis = ["--port", REDIS_PORT, "--bind", "127.0.0.1", "--save", "", "--dir", "run"];
open("redis-server", [...redis, "--logfile", "redis.log"].map(String));
openServer("8001");
openServer("8002");
open(process.execPath, ["proxy.ts"], { PORT, TARGET: "http://127.0.0.1:8001" });
// As root, nginx would serve as an unprivileged user, who may not read your folder.
const user = process.getuid?.() === 0 ? "user root;" : "";
const folder = ["-p", `${process.cwd()}/`, "-c", "nginx.conf", "-e", "stderr"];
open("nginx", [...folder, "-g", `daemon off; ${user}`]);
console.log(
  `nginx: http://localhost:8080  proxy.ts: http://localhost:${PORT}  servers: 8001, 8002`,
);

/** A server that ends comes back after a while, as under systemd. */
function openServer(port: string): void {
  const server = open(process.execPath, ["server.ts"], { PORT: port });
  server.on("exit", () => setTimeout(() => closing || openServer(port), BACK_AFTER));
}

function open(command: string, args: string[], own = {}): ChildProcess {
  const name = [command.split("/").at(-1), args[0]?.endsWith(".ts") ? args[0] : ""]
    .join(" ")
    .trim();
  const child = spawn(command, args, { env: { ...env, ...own }, stdio: "inherit" });
  const end = () => child.kill();
  process.once("exit", end);
  child.on("error", (error) => console.error(`${name} can't be started: ${error.message}`));
  child.on("exit", (code, signal) => {
    process.off("exit", end);
    if (!closing) console.error(`${name} has ended (${signal ?? `code ${code}`})`);
  });
  return child;
}

function close(): void {
  closing = true;
  process.exit();
}
