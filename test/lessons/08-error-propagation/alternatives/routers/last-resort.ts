import { flush, log } from "./log.ts";

/** Two listeners of its own in the place of the monitor: whoever takes the error must end the process. */
export function logCrashes(): void {
  process.on("uncaughtException", die).on("unhandledRejection", die);
}

function die(reason: unknown): never {
  const { message, stack } = reason instanceof Error ? reason : new Error(String(reason));
  log("fatal", "the shop dies", { error: { message, stack } });
  flush();
  process.exit(1);
}
