import { relative, isAbsolute } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Of a longer message, so many characters are kept: where it was thrown must still be seen. */
const LONGEST = 500;

export interface CrashReport {
  /** The error's own line, for example "TypeError: x is not a function". */
  message: string;
  /** The learner's file, relative to the target's folder, and the line and column in it, when the stack names one. */
  file?: string;
  line?: number;
  column?: number;
}

/**
 * Finds in a program's standard error the uncaught error that ended it, and the first place in the target's own folder.
 * Node.js prints the source line, a caret, a blank line, then the error and its stack; a syntax error starts with "file:line".
 */
export function crashReport(stderr: string, folder: string): CrashReport | undefined {
  const full = /^((?:[A-Z]\w*)?(?:Error|Exception)(?: \[[A-Z_]+\])?: .*)$/m.exec(stderr)?.[1];
  const thrown = /\n(.*)\n\(Use `node --trace-uncaught/.exec(stderr)?.[1]; // what was thrown is no Error
  if (!full && !thrown) return undefined;
  const said = (full ?? thrown)!
    .replaceAll(`${pathToFileURL(folder).href}/`, "")
    .replaceAll(`${folder}/`, "");
  const message = said.length > LONGEST ? `${said.slice(0, LONGEST).toWellFormed()}…` : said;
  for (const [, path, line, column] of stderr.matchAll(
    /((?:file:\/\/)?\/[^\n:]+?):(\d+)(?::(\d+))?/g,
  )) {
    const file = path!.startsWith("file:") ? fileURLToPath(path!) : path!;
    const inside = relative(folder, file);
    if (inside.startsWith("..") || isAbsolute(inside) || inside.includes("node_modules")) continue;
    return {
      message,
      file: inside,
      line: Number(line),
      ...(column && { column: Number(column) }),
    };
  }
  return { message };
}
