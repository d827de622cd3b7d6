import type { Readable } from "node:stream";
import type { Response } from "express";
import { facts } from "./facts.ts";
import { log } from "./log.ts";

/** Answers with a stream, and with JSON when it fails. */
export function sendStream(res: Response, source: Readable, headers: Record<string, string>): void {
  res.once("close", () => source.destroy());
  source.once("error", (error) => {
    log("error", "no photo", { id: res.locals.id, ...facts(error) });
    for (const name of Object.keys(headers)) res.removeHeader(name);
    res.status(500).json({ error: "internal error", id: res.locals.id });
  });
  res.set(headers);
  source.pipe(res);
}
