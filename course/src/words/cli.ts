import type { Language } from "../language.ts";

/** A sentence in both languages. */
export type Both = Record<Language, string>;

/** One-line descriptions for --help, by command, argument and option. */
export const help = {
  program: {
    en: "Uptime: Node.js in production, learned by doing.",
    "zh-TW": "不停機：動手學 Node.js 正式環境。",
  },
  start: {
    en: "Serve the course's site on this machine (builds it when it is missing or stale).",
    "zh-TW": "在這台機器上提供課程網站（沒有建置過或已過期時會先建置）。",
  },
  test: {
    en: "Check lessons or solutions; without a target, run the course's own test suite.",
    "zh-TW": "檢查課程或參考解答；不指定目標時，執行本課程自己的測試。",
  },
  list: {
    en: "List the lessons with their minutes and your progress.",
    "zh-TW": "列出課程、所需時間與你的進度。",
  },
  check: { en: "Check your work on a lesson.", "zh-TW": "檢查你在某一課的程式。" },
  watch: {
    en: "Check again at every save, from the first unsolved task on.",
    "zh-TW": "每次存檔就重新檢查，從第一個未通過的任務開始。",
  },
  hint: {
    en: "Show one more hint for the first unsolved task.",
    "zh-TW": "為第一個未通過的任務多看一個提示。",
  },
  diff: { en: "Compare your work with the solution.", "zh-TW": "把你的程式和參考解答比較。" },
  solve: {
    en: "Put the solution in the place of your work; a copy of your work is kept.",
    "zh-TW": "用參考解答取代你的程式；會先保留一份備份。",
  },
  reset: {
    en: "Begin a lesson again from its starter; a copy of your work is kept.",
    "zh-TW": "從起始程式重新開始一課；會先保留一份備份。",
  },
  run: {
    en: "Start your program by hand and show its log.",
    "zh-TW": "手動啟動你的程式並顯示它的日誌。",
  },
  open: {
    en: "Open your work on a lesson in your editor.",
    "zh-TW": "用編輯器開啟你在某一課的程式。",
  },
  next: { en: "Say what to do next.", "zh-TW": "告訴你下一步該做什麼。" },
  demo: {
    en: "Show a lesson's demonstration: programs that run side by side, and what came of them.",
    "zh-TW": "展示某一課的示範：讓幾個程式並排執行，看看結果。",
  },
  doctor: {
    en: "Look whether this machine has what the course needs.",
    "zh-TW": "檢查這台機器是否具備課程所需。",
  },
  setup: {
    en: "Get missing components (nginx, redis, chromium).",
    "zh-TW": "取得缺少的元件（nginx、redis、chromium）。",
  },
  newLesson: {
    en: "For authors: make the files of a new lesson.",
    "zh-TW": "給作者：建立新課程的檔案。",
  },
  prove: {
    en: "For authors: run the checks against the starter, the solution and every variant.",
    "zh-TW": "給作者：對起始程式、參考解答與每個變體執行檢查。",
  },
  bench: {
    en: "For authors: measure how long checks take, and print medians.",
    "zh-TW": "給作者：測量檢查花多少時間，列出中位數。",
  },
  record: {
    en: "For authors: record the terminal output that guides show.",
    "zh-TW": "給作者：錄製課文中的終端機輸出。",
  },
  lessonArgument: {
    en: "a lesson: 03, crash-restart or 03-crash-restart; the one you worked on last when left out",
    "zh-TW": "課程：03、crash-restart 或 03-crash-restart；省略時為你最近做的那一課",
  },
  lessonName: {
    en: "a lesson: 04, http-proxy-round-robin or 04-http-proxy-round-robin",
    "zh-TW": "課程：04、http-proxy-round-robin 或 04-http-proxy-round-robin",
  },
  targetsArgument: {
    en: "lessons/03, lessons/crash-restart, 03, lessons (all), solutions/03",
    "zh-TW": "lessons/03、lessons/crash-restart、03、lessons（全部）、solutions/03",
  },
  lang: { en: "language of all output: en or zh-TW", "zh-TW": "輸出的語言：en 或 zh-TW" },
  task: { en: "check only this task", "zh-TW": "只檢查這個任務" },
  all: {
    en: "check on behind the first check that fails",
    "zh-TW": "遇到第一個沒通過的檢查後，仍繼續檢查後面的",
  },
  componentsArgument: {
    en: "components: nginx, redis (both when left out), chromium (for the course's own browser tests)",
    "zh-TW": "元件：nginx、redis（省略時為這兩個）、chromium（課程自己的瀏覽器測試才需要）",
  },
  watchOption: { en: "check again at every save", "zh-TW": "每次存檔就重新檢查" },
  long: {
    en: "without a target: the course's longer tests (machines in trouble, demonstrations, interrupted runs …)",
    "zh-TW": "不指定目標時：執行本課程較久的測試（出狀況的機器、示範、中途打斷……）",
  },
  json: { en: "print events, one JSON object a line", "zh-TW": "以每行一個 JSON 物件輸出事件" },
  port: { en: "port to serve on", "zh-TW": "要使用的連接埠" },
  starterOption: { en: "compare with the starter instead", "zh-TW": "改為和起始程式比較" },
  only: {
    en: "only these variants, with commas between the names; with --mutants, only mutants of this file",
    "zh-TW": "只執行這些變體，名稱之間用逗號隔開；搭配 --mutants 時，只做這個檔案的變異",
  },
  mutants: {
    en: "change each solution in many small ways, and list the changes that all checks let pass",
    "zh-TW": "對每個參考解答做許多小變異，列出所有檢查都放過的",
  },
  load: {
    en: "prove each variant 100 times on half a core and with 8 busy processes per core (hours; see --times, --at-most)",
    "zh-TW":
      "在半個核心上、以及每個核心 8 個忙碌行程時，各證明每個變體 100 次（要數小時；見 --times、--at-most）",
  },
  seed: {
    en: "with --load: of the random order, to repeat one",
    "zh-TW": "搭配 --load：隨機順序的種子，用來重現某次順序",
  },
  atMost: {
    en: "with --mutants: so many a lesson, spread over all of them; with --load: so many variants of each",
    "zh-TW": "搭配 --mutants：每一課最多做這麼多個，平均取自全部；搭配 --load：每一課這麼多個變體",
  },
  update: { en: "write the recorded reports anew", "zh-TW": "重新寫入錄製的報告" },
  times: { en: "run each so many times", "zh-TW": "每個執行這麼多次" },
  benchAll: {
    en: "the own suite and the site's build, too (ten minutes)",
    "zh-TW": "連同本課程自己的測試與網站的建置（約十分鐘）",
  },
  recordProof: {
    en: "write the figures into test/proof.json, which the site shows to contributors",
    "zh-TW": "把數字寫進 test/proof.json，網站會顯示給貢獻者看",
  },
  full: {
    en: "check mistakes from the first task on, too",
    "zh-TW": "錯誤程式也從第一個任務開始檢查",
  },
  jobs: { en: "so many at a time", "zh-TW": "同時執行幾個" },
  checkOption: { en: "compare instead of writing", "zh-TW": "只比較，不寫入" },
  system: {
    en: "install with the system's package manager (root)",
    "zh-TW": "用系統的套件管理工具安裝（需要 root）",
  },
  helpOption: { en: "show help", "zh-TW": "顯示說明" },
  helpCommand: { en: "show help for a command", "zh-TW": "顯示某個指令的說明" },
} satisfies Record<string, Both>;

/** Headings of the --help pages. */
export const helpTitles: Record<Language, Record<string, string>> = {
  en: {},
  "zh-TW": {
    "Usage:": "用法：",
    "Options:": "選項：",
    "Commands:": "指令：",
    "Arguments:": "參數：",
  },
};
