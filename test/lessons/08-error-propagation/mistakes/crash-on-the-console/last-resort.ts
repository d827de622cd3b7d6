import { flush } from "./log.ts";

/** Logs what will end the process: an exception or a rejection that nobody caught. */
export function logCrashes(): void {
  process.on("uncaughtExceptionMonitor", (error) => {
    flush();
    console.log("fatal", error);
  });
}
