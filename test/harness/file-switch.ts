import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A file whose presence makes workers die: at boot (BOOT_FAILS_IF of the lesson about crashes), or at once (`quitSwitch`). */
export interface FileSwitch {
  path: string;
  break(): Promise<void>;
  mend(): Promise<void>;
}

/** Gives a switch of its own to `use`, and removes it afterwards. */
export async function withFileSwitch<T>(use: (file: FileSwitch) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "uptime-switch-"));
  const path = join(folder, "broken");
  try {
    return await use({
      path,
      break: () => writeFile(path, ""),
      mend: () => rm(path, { force: true }),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
