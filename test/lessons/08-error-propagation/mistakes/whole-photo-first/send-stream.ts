import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { Response } from "express";

/** Answers with a stream. */
export async function sendStream(
  res: Response,
  source: Readable,
  headers: Record<string, string>,
): Promise<void> {
  res.once("close", () => source.destroy());
  // When the whole photo is there, no error can come any more.
  const photo = await buffer(source);
  res.set(headers).send(photo);
}
