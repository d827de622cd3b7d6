import type { Both } from "./cli.ts";

/** What commands say, in both languages. One function a sentence; values come as arguments. */
export const say = {
  noSuchTarget: (target: string, near: string[]): Both => ({
    en: `There is no lesson or target "${target}". Did you mean ${near.join(" or ")}?`,
    "zh-TW": `沒有「${target}」這個課程或目標。你是不是要找 ${near.join(" 或 ")}？`,
  }),
  noSuchTask: (task: string, tasks: string[]): Both => ({
    en: `There is no task "${task}" in this lesson. Its tasks are ${tasks.join(", ")}.`,
    "zh-TW": `這一課沒有「${task}」這個任務。它的任務有 ${tasks.join("、")}。`,
  }),
  notForThisMachine: (variant: string): Both => ({
    en: `– ${variant}: not for this machine (see its only.json)`,
    "zh-TW": `– ${variant}：不適用於這台機器（見它的 only.json）`,
  }),
  noSuchVariant: (typed: string, lessons: string[]): Both => {
    const folder = `test/lessons/${lessons.length === 1 ? lessons[0] : "NN-…"}`;
    return {
      en: `There is no variant "${typed}". There are starter, solution, and what has a folder in alternatives or mistakes of ${folder}.`,
      "zh-TW": `沒有「${typed}」這個變體。可用的有 starter、solution，以及 ${folder} 的 alternatives 和 mistakes 裡的資料夾。`,
    };
  },
  recordsAll: (): Both => ({
    en: "--record notes the figures of all lessons: leave the lesson out.",
    "zh-TW": "--record 記下的是所有課程的數字，請不要指定課程。",
  }),
  oneTargetForWatch: (): Both => ({
    en: "--watch takes one lesson.",
    "zh-TW": "--watch 一次只能看一課。",
  }),
  badUsage: (message: string): Both => ({
    en: `${message} See --help.`,
    "zh-TW": `指令用法不對（${message}）。請看 --help。`,
  }),
  bug: (): Both => ({
    en: "This is a bug in the course, not in your program. Please report it with the text above:",
    "zh-TW": "這是課程本身的錯誤，不是你的程式有問題。請附上以上訊息回報：",
  }),
  checking: (check: string, done: number, of: number): Both => ({
    en: `checking ${done}/${of} · ${check}`,
    "zh-TW": `檢查中 ${done}/${of} · ${check}`,
  }),
  noSuchComponent: (typed: string, names: string[]): Both => ({
    en: `There is no component "${typed}". There are ${names.join(", ")}.`,
    "zh-TW": `沒有「${typed}」這個元件。可用的有 ${names.join("、")}。`,
  }),
  fetching: (name: string, percent: number): Both => ({
    en: `getting ${name} ${Math.round(percent)} %`,
    "zh-TW": `正在取得 ${name} ${Math.round(percent)}%`,
  }),
  hasComponent: (name: string, version: string, path: string): Both => ({
    en: `${name} ${version} is here: ${path}`,
    "zh-TW": `已經有 ${name} ${version}：${path}`,
  }),
  gotComponent: (name: string, version: string, path: string): Both => ({
    en: `${name} ${version} is ready: ${path}`,
    "zh-TW": `${name} ${version} 已就緒：${path}`,
  }),
  fit: (): Both => ({
    en: "\nThis machine can run the lessons.",
    "zh-TW": "\n這台機器可以進行課程。",
  }),
  unfit: (): Both => ({
    en: "\nPut right what is marked ✗, then run this again.",
    "zh-TW": "\n請先排除標示 ✗ 的項目，再執行一次。",
  }),
  copiedStarter: (folder: string): Both => ({
    en: `Your copy of the starter is now in ${folder}. Work there; the starter stays as it is.`,
    "zh-TW": `起始程式已複製到 ${folder}。請在那裡修改；原本的起始程式不會變動。`,
  }),
  keptCopy: (folder: string): Both => ({
    en: `A copy of your work is kept in ${folder}.`,
    "zh-TW": `你的程式已備份到 ${folder}。`,
  }),
  solved: (folder: string): Both => ({
    en: `${folder} now holds the solution.`,
    "zh-TW": `${folder} 現在是參考解答。`,
  }),
  wasReset: (folder: string): Both => ({
    en: `${folder} is back at the starter.`,
    "zh-TW": `${folder} 已回到起始程式。`,
  }),
  noWork: (folder: string): Both => ({
    en: `There is no work in ${folder} yet.`,
    "zh-TW": `${folder} 裡還沒有你的程式。`,
  }),
  noDifference: (): Both => ({ en: "No difference.", "zh-TW": "沒有差異。" }),
  allHintsSeen: (): Both => ({
    en: "That was the last hint. `npx pnpm course diff` shows how the solution differs from your work.",
    "zh-TW": "這是最後一個提示。用 `npx pnpm course diff` 可以看參考解答和你的程式差在哪裡。",
  }),
  hintOf: (n: number, of: number, task: string): Both => ({
    en: `Hint ${n} of ${of} · ${task}`,
    "zh-TW": `提示 ${n}／${of} · ${task}`,
  }),
  lessonSolved: (number: string): Both => ({
    en: `Lesson ${number} is solved.`,
    "zh-TW": `第 ${number} 課已完成。`,
  }),
  nextLesson: (number: string, title: string): Both => ({
    en: `Next: lesson ${number}, ${title}.  npx pnpm course watch ${number}`,
    "zh-TW": `下一課：第 ${number} 課〈${title}〉。npx pnpm course watch ${number}`,
  }),
  nextTask: (number: string, task: string): Both => ({
    en: `Next: lesson ${number}, task “${task}”.  npx pnpm course watch ${number}`,
    "zh-TW": `下一步：第 ${number} 課的任務〈${task}〉。npx pnpm course watch ${number}`,
  }),
  allDone: (): Both => ({ en: "All lessons are solved.", "zh-TW": "所有課程都完成了。" }),
  afterSolution: (number: string): Both => ({
    en: `Compare with the reference solution: npx pnpm course diff ${number}`,
    "zh-TW": `和參考解答比較：npx pnpm course diff ${number}`,
  }),
  minutes: (n: number): Both => ({ en: `${n} min`, "zh-TW": `${n} 分鐘` }),
  tasksSolved: (n: number, of: number): Both => ({
    en: `${n}/${of} tasks`,
    "zh-TW": `${n}/${of} 個任務`,
  }),
  running: (command: string, port: number): Both => ({
    en: `Starting ${command} on port ${port}. Ctrl-C ends it. In a second terminal, try:`,
    "zh-TW": `啟動 ${command}，連接埠 ${port}。按 Ctrl-C 結束。在另一個終端機試試：`,
  }),
  portMoved: (taken: number, port: number): Both => ({
    en: `Port ${taken} is taken, so this is port ${port}.`,
    "zh-TW": `連接埠 ${taken} 已被占用，因此改用 ${port}。`,
  }),
  ownPortTaken: (port: number): Both => ({
    en: `Port ${port} is taken, and this lesson's files name it. End what listens there, then try again.`,
    "zh-TW": `連接埠 ${port} 已被占用，而這一課的檔案用的就是它。請先結束占用的程式，再試一次。`,
  }),
  portTaken: (port: number): Both => ({
    en: `Port ${port} is taken. Choose another with --port, or leave --port out to get the next free one.`,
    "zh-TW": `連接埠 ${port} 已被占用。請用 --port 指定別的，或不指定以使用下一個可用的連接埠。`,
  }),
  badPort: (text: string): Both => ({
    en: `--port is "${text}"; it must be a whole number from 1 to 65535.`,
    "zh-TW": `--port 的值是「${text}」；必須是 1 到 65535 的整數。`,
  }),
  badCount: (flag: string, text: string): Both => ({
    en: `${flag} is "${text}"; it must be a whole number from 1 on.`,
    "zh-TW": `${flag} 的值是「${text}」；必須是 1 以上的整數。`,
  }),
  ended: (how: string): Both => ({
    en: `The program ended (${how}).`,
    "zh-TW": `程式結束了（${how}）。`,
  }),
  leftBehind: (command: string): Both => ({
    en: `It left a process behind, which was ended now: ${command}`,
    "zh-TW": `它留下了一個行程，現在已結束：${command}`,
  }),
  noEditor: (path: string): Both => ({
    en: `No editor is known (set VISUAL or EDITOR). Your work is in ${path}`,
    "zh-TW": `找不到編輯器（請設定 VISUAL 或 EDITOR）。你的程式在 ${path}`,
  }),
  building: (): Both => ({
    en: "Building the site (both languages)",
    "zh-TW": "正在建置網站（兩種語言）",
  }),
  built: (seconds: string): Both => ({
    en: `Site built in ${seconds} s.`,
    "zh-TW": `網站建置完成，花了 ${seconds} 秒。`,
  }),
  buildFailed: (log: string): Both => ({
    en: `The site could not be built. The last lines of the build:\n${log}`,
    "zh-TW": `網站建置失敗。建置輸出的最後幾行：\n${log}`,
  }),
  serving: (url: string): Both => ({
    en: `The course is at ${url}  (zh-TW: ${url}/zh-TW/). Ctrl-C ends it.`,
    "zh-TW": `課程網址：${url}/zh-TW/（英文：${url}）。按 Ctrl-C 結束。`,
  }),
  progressBroken: (copy: string): Both => ({
    en: `The progress file could not be read; it was kept as ${copy}, and a new one begun.`,
    "zh-TW": `進度檔無法讀取；已另存為 ${copy}，並重新開始記錄。`,
  }),
  watchKeys: (): Both => ({
    en: "h hint · n next · l list · c check all · r reset · q quit",
    "zh-TW": "h 提示 · n 下一步 · l 列表 · c 全部檢查 · r 重設 · q 離開",
  }),
  watching: (folder: string): Both => ({ en: `Watching ${folder}`, "zh-TW": `正在監看 ${folder}` }),
  resetSure: (): Both => ({
    en: "Press r once more to begin again from the starter; any other key keeps your work.",
    "zh-TW": "再按一次 r 就從起始程式重新開始；按其他鍵則保留目前的程式。",
  }),
  diskFull: (path: string): Both => ({
    en: `The disk that holds ${path} is full; your work and your progress are as they were. Make room on it, then try again.`,
    "zh-TW": `${path} 所在的磁碟已經滿了；你的程式和進度都沒有變動。請先清出空間，再試一次。`,
  }),
  notWritable: (path: string): Both => ({
    en: `${path} can't be written to. Put the course into a folder that you can write to, then try again.`,
    "zh-TW": `無法寫入 ${path}。請把課程放到你可以寫入的資料夾，再試一次。`,
  }),
  noTemporary: (folder: string): Both => ({
    en: `Temporary files can't be written to ${folder}. Set TMPDIR to a folder that you can write to.`,
    "zh-TW": `無法把暫存檔寫到 ${folder}。請把環境變數 TMPDIR 設為你可以寫入的資料夾。`,
  }),
  oddPath: (path: string, character: string): Both => ({
    en: `Checks don't run in a folder with "${character}" in its path. Rename it: ${path}`,
    "zh-TW": `路徑含有「${character}」的資料夾無法執行檢查，請重新命名：${path}`,
  }),
  noFreePort: (): Both => ({
    en: "No port could be opened on this machine: other programs hold them all, or a sandbox forbids it.",
    "zh-TW": "這台機器上開不了任何連接埠：可能都被其他程式占用，也可能是沙箱不允許。",
  }),
  courseChanged: (files: string[]): Both => ({
    en: `While the checks ran, files of the course itself were changed: ${files.join(", ")}. If that was not you, your program did it: put them back as they were, and check again.`,
    "zh-TW": `檢查期間，課程本身的檔案有變動：${files.join("、")}。如果不是你改的，就是你的程式改的：請還原這些檔案，再檢查一次。`,
  }),
  lessonExists: (name: string): Both => ({
    en: `A lesson with this number or id exists: ${name}.`,
    "zh-TW": `已經有相同編號或名稱的課程：${name}。`,
  }),
  badLessonName: (name: string): Both => ({
    en: `"${name}" is no lesson name; it looks like 09-compression: two digits, then lower-case words joined by hyphens.`,
    "zh-TW": `「${name}」不是課程名稱；格式像 09-compression：兩位數字，再接以連字號相連的小寫單字。`,
  }),
  lessonMade: (files: string[]): Both => ({
    en: `Made:\n${files.map((file) => `  ${file}`).join("\n")}\nNext: npx pnpm install, then CONTRIBUTING.md, “Add a lesson”.`,
    "zh-TW": `已建立：\n${files.map((file) => `  ${file}`).join("\n")}\n接下來：npx pnpm install，再看 CONTRIBUTING.md 的「Add a lesson」。`,
  }),
  noDemo: (number: string, others: string[]): Both => ({
    en: `Lesson ${number} has no demonstration${others.length > 0 ? `; there is one in ${others.join(", ")}` : ""}.`,
    "zh-TW": `第 ${number} 課沒有示範${others.length > 0 ? `；有示範的課程：${others.join("、")}` : ""}。`,
  }),
  notSetUp: (names: string[]): Both => ({
    en: `Missing: ${names.join(", ")}. Get it with: npx pnpm course setup`,
    "zh-TW": `缺少：${names.join("、")}。請執行：npx pnpm course setup`,
  }),
};
