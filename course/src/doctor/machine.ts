import { existsSync, readFileSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { availableParallelism, cpus, release, totalmem } from "node:os";
import { bad, ok, warn, type Look } from "./entry.ts";

const GB = 1e9;
const gb = (bytes: number) => `${(bytes / GB).toFixed(1)} GB`;

/** What the lessons' programs share: cores and memory, as far as a container lets us use them. */
export const lookAtMachine: Look = () => {
  const cores = availableParallelism();
  const limit = process.constrainedMemory() || Number.POSITIVE_INFINITY;
  const total = Math.min(totalmem(), limit);
  const free = process.availableMemory();
  const of = cpus().length;
  const say = {
    en: `${cores} of ${of} cores may be used; ${gb(free)} of ${gb(total)} memory is free.`,
    "zh-TW": `可使用 ${of} 個核心中的 ${cores} 個；記憶體 ${gb(total)}，可用 ${gb(free)}。`,
  };
  if (free < 0.5 * GB) {
    return warn(say, {
      en: "Close other programs, or the checks may be slow.",
      "zh-TW": "請關閉其他程式，否則檢查可能會很慢。",
    });
  }
  if (cores < 2) {
    return warn(say, {
      en: "The lessons work; a cluster will not be faster than one process here.",
      "zh-TW": "不影響課程；只是叢集在這裡不會比單一行程快。",
    });
  }
  return ok(say);
};

/** What npm packages, the built site and private copies of components need. */
export const lookAtDisk: Look = async ({ root }) => {
  const { bavail, bsize } = await statfs(root);
  const free = bavail * bsize;
  const say = {
    en: `${gb(free)} free where the course lies.`,
    "zh-TW": `課程所在的磁碟還有 ${gb(free)} 可用空間。`,
  };
  const fix = { en: "Free at least 1 GB on this disk.", "zh-TW": "請在這個磁碟上至少清出 1 GB。" };
  if (free < 0.1 * GB) return bad(say, fix);
  return free < 1 * GB ? warn(say, fix) : ok(say);
};

/** Signals, process groups and Unix sockets are what the lessons are about; Windows has them in WSL only. */
export const lookAtPlatform: Look = () => {
  if (process.platform === "win32") {
    return bad(
      {
        en: "Windows itself: it has no Unix signals, on which the lessons build.",
        "zh-TW": "這是 Windows 本身；它沒有課程所需的 Unix 訊號。",
      },
      {
        en: "Use WSL: type wsl --install in a terminal, then clone the course inside WSL's own folders.",
        "zh-TW": "請使用 WSL：在終端機輸入 wsl --install，再把課程 clone 到 WSL 自己的資料夾中。",
      },
    );
  }
  if (process.platform === "darwin") {
    return ok({ en: `macOS (${process.arch}).`, "zh-TW": `macOS（${process.arch}）。` });
  }
  const name = isWsl() ? `${distribution()}, WSL` : distribution();
  return ok({ en: `${name} (${process.arch}).`, "zh-TW": `${name}（${process.arch}）。` });
};

/** Whether this is Linux inside Windows. */
export function isWsl(): boolean {
  return process.platform === "linux" && /microsoft/i.test(release());
}

function distribution(): string {
  const file = "/etc/os-release";
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return /^PRETTY_NAME="?([^"\n]*)/m.exec(text)?.[1] ?? process.platform;
}
