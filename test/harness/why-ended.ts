import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CrashReport } from "./crash-report.ts";
import type { Exit } from "./keeper.ts";

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
  | { cause: "odd-character"; file: string; line: number; column: number; character: string };

export interface Ended {
  exit: Exit;
  crash: CrashReport | undefined;
  /** What the program printed on standard error. */
  stderr: string;
  /** The target's folder. */
  folder: string;
}

/** Characters that look like those of the language and are others, as they come with text from a web page or an input method. */
const ODD =
  /[\u2018-\u201f\u00ab\u00bb\u2013\u2014\uff01-\uff5e\u3000-\u3002\u300c-\u300f\u200b\ufeff]/u;

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

/** The first such character outside of texts and comments, at the line that the error names or, without one, anywhere. */
function oddCharacter(crash: CrashReport, folder: string): WhyEnded | undefined {
  const { file, line: named } = crash;
  if (!file || !existsSync(join(folder, file))) return undefined;
  const lines = readFileSync(join(folder, file), "utf8").split("\n");
  for (const [at, text] of lines.entries()) {
    if (named !== undefined && at + 1 !== named) continue;
    const code = text.replaceAll(/"[^"]*"|'[^']*'|`[^`]*`|\/\/.*/g, (part) =>
      " ".repeat(part.length),
    );
    const match = ODD.exec(code);
    if (!match) continue;
    const [character] = match;
    return { cause: "odd-character", file, line: at + 1, column: match.index + 1, character };
  }
  return undefined;
}
