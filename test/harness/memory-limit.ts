import { availableParallelism, totalmem } from "node:os";

const GB = 2 ** 30;
/** What V8 reserves for the code of one thread, whether it uses it or not (VmData grows by 521 MB a thread with Node.js 26.10 on x64). */
const RESERVED = 0.55 * GB;
/** Threads beside one per processor, which is a usual pool. */
const MORE_THREADS = 4;

/**
 * How much memory that it may write to one process of a program gets, in bytes: 3 GB, and what its threads reserve. Where that would be
 * more than most of the machine's memory it is less, but never less than 3 GB.
 */
export function memoryLimit(): number {
  const wanted = 3 * GB + (availableParallelism() + MORE_THREADS) * RESERVED;
  return Math.round(Math.max(3 * GB, Math.min(wanted, totalmem() * 0.6)));
}
