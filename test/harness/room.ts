import { statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { Finding } from "./finding.ts";

/** A run writes less than this; with less of it free, writing begins to fail here and there. In bytes. */
const LEAST = 1 << 20;

/** Whether the disk that a folder lies on is full: no room for files, or for more of them. */
export function isFull(folder: string): boolean {
  const { bavail, bsize, files, ffree } = statfsSync(folder);
  return bavail * bsize < LEAST || (files > 0 && ffree === 0);
}

/**
 * What a check comes to on a full disk, whatever it has seen: a trace that could not be written proves nothing, for or against
 * the program.
 */
export function fullDisk(): Finding | undefined {
  const folder = tmpdir();
  return isFull(folder) ? new Finding("disk-full", { folder }, "not-checked") : undefined;
}
