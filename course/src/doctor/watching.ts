import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { watch } from "chokidar";
import { bad, ok, warn, type Look } from "./entry.ts";

const WITHIN = 1500;

/** Saves a file in the course's folder, and sees whether watch mode would notice. Some shared and mounted folders send no events. */
export const lookAtWatching: Look = async ({ scratch }) => {
  if (!scratch)
    return warn({
      en: "Not tried: the course's folder can't be written to.",
      "zh-TW": "沒有嘗試：無法寫入課程的資料夾。",
    });
  const watcher = watch(scratch, { ignoreInitial: true });
  const limit = AbortSignal.timeout(WITHIN);
  try {
    await once(watcher, "ready", { signal: limit });
    const started = performance.now();
    const seen = once(watcher, "add", { signal: limit });
    await Promise.all([writeFile(join(scratch, "saved.txt"), "?"), seen]);
    const ms = Math.max(1, Math.round(performance.now() - started));
    return ok({
      en: `A saved file is noticed (after ${ms} ms).`,
      "zh-TW": `存檔後會立即察覺（${ms} 毫秒）。`,
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOSPC") {
      return bad(
        {
          en: "The system's limit of watched files is reached.",
          "zh-TW": "已達到系統可監看檔案數量的上限。",
        },
        {
          en: "Raise it: sudo sysctl fs.inotify.max_user_watches=524288",
          "zh-TW": "請提高上限：sudo sysctl fs.inotify.max_user_watches=524288",
        },
      );
    }
    return warn(
      {
        en: "A saved file was not noticed; watch mode would miss your changes.",
        "zh-TW": "存檔後沒有察覺到變動；監看模式會漏掉你的修改。",
      },
      {
        en: "Set CHOKIDAR_USEPOLLING=1 in the environment, or move the course to a folder on this system's own disk.",
        "zh-TW": "請設定環境變數 CHOKIDAR_USEPOLLING=1，或把課程移到本機磁碟上的資料夾。",
      },
    );
  } finally {
    await watcher.close();
  }
};
