import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CrashReport } from "./crash-report.ts";
import type { Exit } from "./keeper.ts";
import { findOdd, type OddCharacter } from "./odd-character.ts";

/** A recognised cause of an end that nobody asked for; its words stand in findings.ts. */
export type WhyEnded =
  | {
      cause:
        | "nothing-to-do"
        | "endless-await"
        | "needs-compiling"
        | "memory"
        | "file-size"
        | "killed";
    }
  | { cause: "no-package" | "no-file"; name: string }
  | ({ cause: "odd-character"; file: string } & OddCharacter);

export interface Ended {
  exit: Exit;
  crash: CrashReport | undefined;
  /** What the program printed on standard error. */
  stderr: string;
  /** The target's folder. */
  folder: string;
}

/** Why a program has ended by itself, as far as its exit and its last words tell. */
export function whyEnded({ exit, crash, stderr, folder }: Ended): WhyEnded | undefined {
  if (
    /(heap|process) out of memory|Array buffer allocation failed|(Failed to|Cannot) allocate memory/.test(
      stderr,
    )
  )
    return { cause: "memory" };
  if (stderr.includes("EFBIG")) return { cause: "file-size" };
  const [, missing] = /Cannot find package '([^']+)'/.exec(stderr) ?? [];
  if (missing) return { cause: "no-package", name: missing };
  const [, file] = /Cannot find module '([^']+)'/.exec(stderr) ?? [];
  if (file) return { cause: "no-file", name: file.replace(`${folder}/`, "") };
  if (stderr.includes("ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX")) return { cause: "needs-compiling" };
  if (crash?.message.startsWith("SyntaxError")) return oddCharacter(crash, folder);
  if (crash) return undefined;
  if (exit.signal === "SIGKILL") return { cause: "killed" };
  // https://nodejs.org/api/process.html#exit-codes: 13 is an unsettled top-level await.
  if (exit.code === 13) return { cause: "endless-await" };
  return exit.code === 0 ? { cause: "nothing-to-do" } : undefined;
}

/** At the line that the error names or, without one, anywhere. */
function oddCharacter({ file, line }: CrashReport, folder: string): WhyEnded | undefined {
  if (!file || !existsSync(join(folder, file))) return undefined;
  const text = readFileSync(join(folder, file), "utf8");
  const odd = findOdd(text, "script", line === undefined ? undefined : [line]);
  return odd && { cause: "odd-character", file, ...odd };
}
