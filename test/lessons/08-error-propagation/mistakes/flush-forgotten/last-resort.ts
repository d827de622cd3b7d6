import { facts } from "./facts.ts";
import { log } from "./log.ts";

/** Logs what will end the process: an exception or a rejection that nobody caught. */
export function logCrashes(): void {
  // A monitor only looks on. Node.js still prints the error and ends with code 1.
  process.on("uncaughtExceptionMonitor", (error, origin) => {
    log("fatal", "crashed", { origin, ...facts(error) });
  });
}
