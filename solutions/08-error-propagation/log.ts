import { writeSync } from "node:fs";

/**
 * The log of the shop: one line of JSON per entry, on standard output. This file is not part of the tasks.
 * Lines are collected and written together, as fast loggers do: a system call per line would cost a busy shop too much.
 */
const EVERY_MS = 100;
let waiting = "";
let timer: NodeJS.Timeout | undefined;

export function log(level: "info" | "error" | "fatal", message: string, fields: object = {}): void {
  waiting += `${JSON.stringify({ time: new Date(), level, message, ...fields })}\n`;
  timer ??= setTimeout(flush, EVERY_MS);
}

/** Writes at once what waits to be written, and returns when it is done. */
export function flush(): void {
  clearTimeout(timer);
  timer = undefined;
  const text = waiting;
  waiting = "";
  writeSync(process.stdout.fd, text);
}
