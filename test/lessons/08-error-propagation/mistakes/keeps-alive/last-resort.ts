import { facts } from "./facts.ts";
import { flush, log } from "./log.ts";

/** Logs what would end the process: an exception or a rejection that nobody caught. */
export function logCrashes(): void {
  process.on("uncaughtException", (error, origin) => {
    log("fatal", "caught at the last moment", { origin, ...facts(error) });
    flush();
  });
}
