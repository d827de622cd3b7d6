import type { Both } from "../words/cli.ts";

const mb = (bytes: number) => Math.max(0.1, bytes / 1e6).toFixed(bytes < 10e6 ? 1 : 0);

/** What is said while components are fetched, and when they can't be. */
export const componentWords = {
  fetching: (name: Both, { count, bytes }: { count: number; bytes: number }): Both => ({
    en: `Fetching ${name.en} for the course (${count} package${count === 1 ? "" : "s"}, ${mb(bytes)} MB) into .course/components; nothing on this system changes.`,
    "zh-TW": `正在為課程下載 ${name["zh-TW"]}（${count} 個套件，${mb(bytes)} MB）到 .course/components；不會更動系統上的任何東西。`,
  }),
  waiting: (): Both => ({
    en: "The course is fetching a component already; waiting for that to end.",
    "zh-TW": "課程已經在下載另一個元件，先等它完成。",
  }),
  notAllowed: (name: Both, command: string): Both => ({
    en: `${name.en} is not here, and COURSE_NO_DOWNLOAD=1 keeps the course from fetching it. Install it with: ${command}`,
    "zh-TW": `找不到 ${name["zh-TW"]}，而 COURSE_NO_DOWNLOAD=1 不讓課程自行下載。請執行：${command}`,
  }),
  notHere: (name: Both, command: string): Both => ({
    en: `${name.en} is not here. Install it with: ${command}`,
    "zh-TW": `找不到 ${name["zh-TW"]}。請執行：${command}`,
  }),
  notFetched: (name: Both, command: string, why: string): Both => ({
    en: `${name.en} could not be fetched (${why}). If the network is there, install it with: ${command}`,
    "zh-TW": `無法下載 ${name["zh-TW"]}（${why}）。如果網路正常，請改為執行：${command}`,
  }),
  doesNotRun: (name: Both, command: string): Both => ({
    en: `A copy of ${name.en} was fetched, but does not run on this system, so it was removed. Install it with: ${command}`,
    "zh-TW": `${name["zh-TW"]} 已下載，但無法在這個系統上執行，因此已移除。請改為執行：${command}`,
  }),
  noManager: (names: string): Both => ({
    en: `install ${names} with this system's package manager`,
    "zh-TW": `用系統的套件管理工具安裝 ${names}`,
  }),
  notRoot: (command: string): Both => ({
    en: `Installing for the whole system takes root. Type: ${command}`,
    "zh-TW": `安裝到整個系統需要 root 權限。請執行：${command}`,
  }),
  notInstalled: (command: string, why: string): Both => ({
    en: `"${command}" failed: ${why}`,
    "zh-TW": `「${command}」失敗：${why}`,
  }),
};
