import { facts } from "./facts.ts";
import { log } from "./log.ts";

// #region crash
/** Logs what will end the process: an exception or a rejection that nobody caught. */
export function logCrashes(): void {
  process.on("uncaughtException", (error, origin) => {
    log("fatal", "crashed", { origin, ...facts(error) });
    // Time for the logger to write its last line.
    setTimeout(() => process.exit(1), 2000);
  });
}
// #endregion
