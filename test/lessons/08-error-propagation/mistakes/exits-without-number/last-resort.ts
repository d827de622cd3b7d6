import { facts } from "./facts.ts";
import { flush, log } from "./log.ts";

/** Logs what will end the process: an exception or a rejection that nobody caught. */
export function logCrashes(): void {
  process.on("uncaughtException", (error, origin) => {
    log("fatal", "crashed", { origin, ...facts(error) });
    flush();
    process.exit();
  });
}
