import type { Both } from "./cli.ts";

/** What `bench` says. */
export const bench = {
  what: { en: "what", "zh-TW": "項目" },
  median: { en: "median (s)", "zh-TW": "中位數（秒）" },
  least: { en: "least", "zh-TW": "最小" },
  most: { en: "most", "zh-TW": "最大" },
  ratio: { en: "× empty vitest", "zh-TW": "× 空的 vitest" },
  empty: { en: "vitest with one empty test", "zh-TW": "只有一個空測試的 vitest" },
  solution: (nr: string): Both => ({
    en: `lesson ${nr}: the solution, all tasks`,
    "zh-TW": `第 ${nr} 課：參考解答，全部任務`,
  }),
  starter: (nr: string): Both => ({
    en: `lesson ${nr}: the starter, to the first failing task`,
    "zh-TW": `第 ${nr} 課：起始程式，到第一個沒通過的任務`,
  }),
  again: (nr: string): Both => ({
    en: `lesson ${nr}: the first task again, as at a save`,
    "zh-TW": `第 ${nr} 課：再檢查第一個任務，如同存檔時`,
  }),
  suite: { en: "the course's own suite", "zh-TW": "本課程自己的測試" },
  site: { en: "the site, both languages, cold", "zh-TW": "網站，兩種語言，沒有快取" },
  bare: {
    en: "bare Docusaurus with the same pages, cold",
    "zh-TW": "只用 Docusaurus、同樣的頁面，沒有快取",
  },
} satisfies Record<string, Both | ((nr: string) => Both)>;
