import type { Server } from "node:http";
import { facts } from "./facts.ts";
import { flush, log } from "./log.ts";

/** Logs what ends the process, and lets those who are being served have their answers. */
export function endAfterCrash(server: Server): void {
  process.on("uncaughtException", (error, origin) => {
    log("fatal", "crashed", { origin, ...facts(error) });
    flush();
    server.close(() => process.exit(1));
  });
}
