import { spawn } from "node:child_process";

// Starts the shop, and ends with it.
const shop = spawn("node", ["server.ts"], { stdio: "inherit" });
shop.on("exit", (code) => process.exit(code ?? 1));
process.on("SIGTERM", () => console.log("waiting for the shop to finish"));
