import type { Readable } from "node:stream";
import type { Response } from "express";
import { facts } from "./facts.ts";
import { log } from "./log.ts";

/** Answers with a stream. */
export async function sendStream(
  res: Response,
  source: Readable,
  headers: Record<string, string>,
): Promise<void> {
  res.set(headers);
  source.on("error", (error) => log("error", "no photo", facts(error)));
  res.once("close", () => source.destroy());
  source.pipe(res);
}
