import type { Language } from "../language.ts";
import type { TaskState } from "../run-checks.ts";

/** The fixed words of a report. */
export interface ReportWords {
  states: Record<TaskState, string>;
  lesson(number: string, title: string): string;
  task(number: number, title: string): string;
  asked: string;
  expected: string;
  seen: string;
  means: string;
  output: string;
  left: string;
  read: string;
  byHand: string;
  hint: string;
  section(title: string, file: string): string;
  hintCommand(command: string, seen: number, of: number): string;
  allSolved(count: number, seconds: string): string;
  someSolved(solved: number, total: number, seconds: string): string;
  notCheckedNote: string;
}

const reportWords: Record<Language, ReportWords> = {
  en: {
    states: {
      pass: "pass",
      wrong: "wrong",
      crashed: "crashed",
      "timed-out": "timed out",
      "not-checked": "not checked",
      later: "later",
    },
    lesson: (number, title) => `Lesson ${number} · ${title}`,
    task: (number, title) => `Task ${number} · ${title}`,
    asked: "Asked",
    expected: "Expected",
    seen: "Seen",
    means: "Likely",
    output: "Output",
    left: "Left over",
    read: "Read",
    byHand: "By hand",
    hint: "Stuck?",
    section: (title, file) => `“${title}” in ${file}`,
    hintCommand: (command, seen, of) => `${command}  (${seen} of ${of} hints seen)`,
    allSolved: (count, seconds) =>
      count === 1 ? `The task passes (${seconds} s).` : `All ${count} tasks pass (${seconds} s).`,
    someSolved: (solved, total, seconds) => `${solved} of ${total} tasks pass (${seconds} s).`,
    notCheckedNote: "This is no judgement of your program: the check could not be made.",
  },
  "zh-TW": {
    states: {
      pass: "通過",
      wrong: "不對",
      crashed: "當掉",
      "timed-out": "逾時",
      "not-checked": "未檢查",
      later: "稍後",
    },
    lesson: (number, title) => `第 ${number} 課 · ${title}`,
    task: (number, title) => `任務 ${number} · ${title}`,
    asked: "要求",
    expected: "預期",
    seen: "實際",
    means: "可能原因",
    output: "程式輸出",
    left: "遺留行程",
    read: "閱讀",
    byHand: "自己動手",
    hint: "卡住了？",
    section: (title, file) => `${file} 的〈${title}〉`,
    hintCommand: (command, seen, of) => `${command}（已看 ${seen}／${of} 個提示）`,
    allSolved: (count, seconds) =>
      count === 1
        ? `這個任務通過了（${seconds} 秒）。`
        : `${count} 個任務全部通過（${seconds} 秒）。`,
    someSolved: (solved, total, seconds) =>
      `${total} 個任務中通過了 ${solved} 個（${seconds} 秒）。`,
    notCheckedNote: "這不是對你程式的評斷：這項檢查無法進行。",
  },
};

/** The fixed words of a report in a language. */
export function wordsOfReport(language: Language): ReportWords {
  return reportWords[language];
}
