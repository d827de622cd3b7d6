import type { Readable } from "node:stream";
import type { Response } from "express";

/** Answers with a stream. */
export async function sendStream(
  res: Response,
  source: Readable,
  headers: Record<string, string>,
): Promise<void> {
  res.set(headers);
  source.on("error", () => res.end());
  res.once("close", () => source.destroy());
  source.pipe(res);
}
