import type { Server } from "node:http";
import { facts } from "./facts.ts";
import { flush, log } from "./log.ts";

/** Logs what ends the process, and gives those who are being served two seconds to get their answers. */
export function endAfterCrash(server: Server): void {
  process.on("uncaughtException", (error, origin) => {
    log("fatal", "crashed", { origin, ...facts(error) });
    flush();
    process.exitCode = 1;
    server.close();
    server.closeIdleConnections();
    setTimeout(() => process.exit(), 2000).unref();
  });
}
