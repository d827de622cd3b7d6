import { once } from "node:events";
import type { Readable } from "node:stream";
import type { Response } from "express";
import { facts } from "./facts.ts";
import { log } from "./log.ts";

/** Answers with a stream. @throws what the stream fails with before its first bytes. */
export async function sendStream(
  res: Response,
  source: Readable,
  headers: Record<string, string>,
): Promise<void> {
  res.once("close", () => source.destroy());
  await once(source, "readable");

  res.set(headers);
  source.on("error", (error) => log("error", "no photo", { id: res.locals.id, ...facts(error) }));
  source.pipe(res);
}
