import path from "node:path";
import type { Node } from "./ast.ts";

/** One sentence about what is wrong in a page, and the line it is about. */
export class PageError extends Error {
  readonly line: number | undefined;

  constructor(sentence: string, node?: Node, cause?: unknown) {
    super(sentence, { cause });
    this.line = node?.position?.start.line;
  }
}

/** Gives what `see` gives; what it throws is about the line of `node`. */
export function at<T>(node: Node, see: () => T): T {
  try {
    return see();
  } catch (error) {
    throw error instanceof PageError ? error : new PageError((error as Error).message, node, error);
  }
}

/** Gives what `work` gives; what it throws begins with the page and the line. */
export function inPage<T>(root: string, file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const page = path.relative(root, file).replaceAll("\\", "/");
    const line = error instanceof PageError && error.line ? `:${error.line}` : "";
    throw new Error(`${page}${line}: ${(error as Error).message}`, { cause: error });
  }
}
