// Starts the primary with an option for V8, and hands on signals and the end.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";

const primary = join(import.meta.dirname, "primary.ts");
const shop = spawn(process.execPath, ["--max-old-space-size=512", primary], { stdio: "inherit" });
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => shop.kill(signal));
shop.on("exit", (code, signal) => {
  process.exitCode = signal ? 128 + constants.signals[signal] : code!;
});
