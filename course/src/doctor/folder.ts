import { access, constants, statfs, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { oddCharacter } from "../run-vitest.ts";
import { say } from "../words/say.ts";
import { bad, ok, warn, type Look } from "./entry.ts";
import { isWsl } from "./machine.ts";

/** Folders that a program copies elsewhere in the background; node_modules and work/ don't bear that well. */
const SYNCED =
  /\/(OneDrive[^/]*|Dropbox[^/]*|Google ?Drive|iCloud ?Drive|Mobile Documents|CloudStorage|Nextcloud|pCloud ?Drive|MEGA)(\/|$)/i;

/** The magic numbers of file systems that lie on another machine or another system, from statfs(2). */
const REMOTE = new Map([
  [0x6969, "NFS"],
  [0xff534d42, "CIFS"],
  [0xfe534d42, "SMB"],
  [0x01021997, "9P"],
  [0x65735546, "FUSE"],
  [0x786f4256, "VirtualBox"],
]);

/** The learner's copies go to lessons/NN/work, everything of the course's own to .course. */
export const lookAtWriting: Look = async ({ root, scratch }) => {
  const lessons = join(root, "lessons");
  try {
    if (!scratch) throw new Error(join(root, ".course"));
    await writeFile(join(scratch, "written.txt"), "?");
    await access(lessons, constants.W_OK);
    return ok({ en: "The course's folder can be written to.", "zh-TW": "可以寫入課程的資料夾。" });
  } catch {
    const folder = scratch ? lessons : root;
    return bad(
      { en: `${folder} can't be written to.`, "zh-TW": `無法寫入 ${folder}。` },
      {
        en: "Clone the course into a folder of your own, as the user who will work on it.",
        "zh-TW": "請用實際操作的使用者身分，把課程 clone 到自己的資料夾。",
      },
    );
  }
};

/** Where the folder lies decides whether saves are noticed and whether signals, links and file modes work. */
export const lookAtLocation: Look = async ({ root }) => {
  const fix = {
    en: "Move the course to a folder on this system's own disk, for example ~/uptime.",
    "zh-TW": "請把課程移到本機磁碟上的資料夾，例如 ~/uptime。",
  };
  if (isWsl() && /^\/mnt\/[a-z](\/|$)/i.test(root)) {
    return warn(
      {
        en: `${root} is on the Windows disk: slow from WSL, and saves may go unnoticed.`,
        "zh-TW": `${root} 在 Windows 的磁碟上：從 WSL 存取很慢，存檔也可能察覺不到。`,
      },
      fix,
    );
  }
  const odd = oddCharacter(root);
  if (odd) {
    return bad(say.oddPath(root, odd), {
      en: `Rename the folder, without "${odd}".`,
      "zh-TW": `請重新命名資料夾，去掉「${odd}」。`,
    });
  }
  const synced = SYNCED.exec(root.replaceAll("\\", "/"))?.[1];
  if (synced) {
    return warn(
      {
        en: `${root} is synchronised by ${synced}, which may lock or revert files while you work.`,
        "zh-TW": `${root} 會由 ${synced} 同步，可能在你操作時鎖住或還原檔案。`,
      },
      fix,
    );
  }
  // As an unsigned number: statfs gives some of them as negative.
  const remote = process.platform === "linux" && REMOTE.get((await statfs(root)).type >>> 0);
  if (remote) {
    return warn(
      {
        en: `${root} is on a shared or remote file system (${remote}); saves may go unnoticed.`,
        "zh-TW": `${root} 在共用或遠端的檔案系統上（${remote}），存檔可能察覺不到。`,
      },
      fix,
    );
  }
  return ok({ en: `The course lies in ${root}.`, "zh-TW": `課程位於 ${root}。` });
};
