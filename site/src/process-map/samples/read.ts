import { readFileSync } from "node:fs";
import type { Trace } from "../types.ts";

/** A recorded trace of a small cluster: `crash` or `storm`. */
export function sample(name: "crash" | "storm"): Trace {
  return JSON.parse(readFileSync(new URL(`./${name}.trace.json`, import.meta.url), "utf8"));
}
