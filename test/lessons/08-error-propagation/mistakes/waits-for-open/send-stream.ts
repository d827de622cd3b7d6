import { once } from "node:events";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Response } from "express";

// #region send
/** Answers with a stream. @throws what the stream fails with. */
export async function sendStream(
  res: Response,
  source: Readable,
  headers: Record<string, string>,
): Promise<void> {
  // The source ends with the answer, also when the client leaves before it begins.
  res.once("close", () => source.destroy());

  // Until the first bytes are there, an error can still be answered.
  // pipeline() would cut the connection.
  await once(source, "open");

  res.set(headers);
  try {
    await pipeline(source, res);
  } catch (error) {
    if (!clientLeft(error)) throw error;
  }
}
// #endregion

function clientLeft(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "ERR_STREAM_PREMATURE_CLOSE";
}
