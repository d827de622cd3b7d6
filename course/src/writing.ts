import { accessSync, constants, existsSync } from "node:fs";
import { dirname } from "node:path";
import { EXIT, ExpectedError } from "./expected-error.ts";
import { shown } from "./lesson.ts";
import { say } from "./words/say.ts";

/**
 * Does something that writes to a file or folder of the course.
 * @throws {ExpectedError} when its disk is full, or when it may not be written there.
 */
export function writing<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (/ENOSPC|EDQUOT/.test(code))
      throw new ExpectedError(say.diskFull(shown(path)), EXIT.notChecked);
    // On a read-only disk mkdirSync says ENOENT, and rmSync has no code at all: only a look at the folder tells.
    if (/EROFS|EACCES|EPERM/.test(code) || !isWritable(path))
      throw new ExpectedError(say.notWritable(shown(path)), EXIT.notChecked);
    throw error;
  }
}

function isWritable(path: string): boolean {
  if (!existsSync(path)) return isWritable(dirname(path));
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
