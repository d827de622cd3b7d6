/** Opens the whole shop, to try things by hand: three servers, and nginx before them. Not part of the tasks. */
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";

const BACK_AFTER = 3000;
let closing = false;

mkdirSync("run", { recursive: true }); // where nginx.conf puts what nginx writes
for (const port of [8001, 8002, 8003]) openServer(port);
openNginx();
process.on("SIGINT", close).on("SIGTERM", close);

/** A server that dies comes back after a while, as under systemd. */
function openServer(port: number): void {
  const env = { ...process.env, PORT: String(port) };
  const server = spawn(process.execPath, ["server.ts"], { env, stdio: "inherit" });
  process.once("exit", () => server.kill());
  server.on("exit", (code, signal) => {
    if (closing) return;
    console.log(`server ${port} is gone (${signal ?? `code ${code}`}), back in ${BACK_AFTER} ms`);
    setTimeout(() => openServer(port), BACK_AFTER);
  });
}

function openNginx(): void {
  // As root, nginx would serve as an unprivileged user, who may not read your folder.
  const user = process.getuid?.() === 0 ? "user root;" : "";
  const options = ["-p", `${process.cwd()}/`, "-c", "nginx.conf", "-e", "stderr"];
  const nginx = spawn("nginx", [...options, "-g", `daemon off; ${user}`], { stdio: "inherit" });
  process.once("exit", () => nginx.kill());
  nginx.on("error", (error) => console.error(`nginx can't be started: ${error.message}`));
  nginx.on("exit", (code) => {
    if (closing) return;
    console.error(`nginx has ended with code ${code}; its message stands above`);
    process.exitCode = 1;
    close();
  });
}

function close(): void {
  closing = true;
  process.exit();
}
