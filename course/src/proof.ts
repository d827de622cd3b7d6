import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { ROOT } from "./lesson.ts";
import type { Both } from "./words/cli.ts";

const FILE = join(ROOT, "test", "proof.json");

/** What the long proofs gave when they were last recorded (`--record`); shown on the site's page for contributors. */
export interface Proof {
  /** Where that was. */
  machine: { cores: number; node: string };
  /** By lesson. */
  mutants: Record<string, { made: number; caught: number; letPass: number; equivalent: number }>;
  /** By lesson, then by the kind of slow machine. */
  load: Record<string, Record<string, { runs: number; wrong: number }>>;
  /** Times in s; the last is a ratio to the first row's median. */
  bench: { name: Both; median: number; least: number; most: number; ratio: number }[];
}

/** Changes what is recorded; all else stays. */
export function recordProof(change: (proof: Proof) => void): void {
  const proof = JSON.parse(readFileSync(FILE, "utf8")) as Proof;
  proof.machine = { cores: availableParallelism(), node: process.version };
  change(proof);
  writeFileSync(FILE, `${JSON.stringify(proof, null, 2)}\n`);
}
