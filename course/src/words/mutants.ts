import type { Both } from "./cli.ts";

/** What `prove --mutants` says. */
export const mutants = {
  kind: { en: "kind", "zh-TW": "種類" },
  made: { en: "made", "zh-TW": "產生" },
  caught: { en: "caught", "zh-TW": "抓到" },
  letPass: { en: "let pass", "zh-TW": "放過" },
  equivalent: { en: "known equivalent", "zh-TW": "已知等價" },
  notChecked: { en: "not checked", "zh-TW": "未檢查" },
  all: { en: "all", "zh-TW": "全部" },
  survivors: { en: "All checks let these pass:", "zh-TW": "所有檢查都放過的變異：" },
  wronglyListed: {
    en: "Listed in equivalent-mutants.json, but a check catches them:",
    "zh-TW": "列在 equivalent-mutants.json 裡，卻被檢查抓到的變異：",
  },
  stale: (file: string): Both => ({
    en: `No mutant is as these entries of ${file} say; remove them or put them right:`,
    "zh-TW": `${file} 的這些項目已對應不到任何變異；請刪除或修正：`,
  }),
  score: (percent: number, caught: number, of: number): Both => ({
    en: `Score: ${percent} % (${caught} of ${of} caught)`,
    "zh-TW": `得分：${percent}%（${of} 個中抓到 ${caught} 個）`,
  }),
  solutionFails: (lesson: string): Both => ({
    en: `${lesson}: the solution itself does not pass here, so its mutants would prove nothing.`,
    "zh-TW": `${lesson}：參考解答在這台機器上沒有通過檢查，變異測試無法證明任何事。`,
  }),
  noSuchFile: (file: string, files: string[]): Both => ({
    en: `No mutants are made of "${file}". There are some of ${files.join(", ")}.`,
    "zh-TW": `「${file}」沒有變異可做。可以做變異的檔案有 ${files.join("、")}。`,
  }),
  notTogether: (flag: string, kind: string): Both => ({
    en: `${flag} has no meaning with ${kind}.`,
    "zh-TW": `${flag} 不能和 ${kind} 一起使用。`,
  }),
  onlyTogether: (flag: string): Both => ({
    en: `${flag} has a meaning only with --mutants or --load.`,
    "zh-TW": `${flag} 只能和 --mutants 或 --load 一起使用。`,
  }),
};
