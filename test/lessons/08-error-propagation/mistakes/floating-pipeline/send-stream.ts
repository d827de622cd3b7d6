import { once } from "node:events";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Response } from "express";

/** Answers with a stream. @throws what the stream fails with. */
export async function sendStream(
  res: Response,
  source: Readable,
  headers: Record<string, string>,
): Promise<void> {
  await once(source, "readable");
  res.set(headers);
  void pipeline(source, res);
}
