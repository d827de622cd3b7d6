import type { Readable } from "node:stream";
import type { Response } from "express";

/** Answers with a stream. @throws what the stream fails with. */
export async function sendStream(
  res: Response,
  source: Readable,
  headers: Record<string, string>,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    source.once("readable", resolve).once("error", reject);
  });
  res.set(headers);
  source.on("error", (error) => res.destroy(error));
  source.pipe(res);
}
