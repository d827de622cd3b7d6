import { spawn } from "node:child_process";

// Sets what the shop needs, and starts it.
const env = { ...process.env, TZ: "Asia/Taipei" };
const shop = spawn("node", ["server.ts"], { env, stdio: "inherit" });
shop.on("exit", (code) => process.exit(code ?? 1));
