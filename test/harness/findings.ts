import nginx from "./nginx-findings.ts";
import { findings } from "./words.ts";

/** Findings that any check of any lesson may end with. */
export default findings({
  ...nginx,
  "exited-early": {
    en: (d) => ({
      expected: "The program goes on running until it is asked to stop.",
      seen: `It ended by itself ${ending(d, "en")}${d["crash"] ? `: ${d["crash"].message}${place(d["crash"])}` : ", without an error message that names a cause"}.`,
    }),
    "zh-TW": (d) => ({
      expected: "程式會一直執行，直到有人要求它停止。",
      seen: `它自己結束了（${ending(d, "zh-TW")}）${d["crash"] ? `：${d["crash"].message}${place(d["crash"])}` : "，沒有留下說明原因的錯誤訊息"}。`,
    }),
  },
  "never-listened": {
    en: (d, f) => ({
      expected: `The program listens on the port given in PORT (${f.port(d["port"])}).`,
      seen: `It was still running after ${f.ms(d["ms"])}, but nothing listened on that port.`,
    }),
    "zh-TW": (d, f) => ({
      expected: `程式會監聽環境變數 PORT 指定的連接埠（${f.port(d["port"])}）。`,
      seen: `過了 ${f.ms(d["ms"])}，程式還在執行，但沒有任何行程監聽這個連接埠。`,
    }),
  },
  "fork-storm": {
    en: (d, f) => ({
      expected: "The program starts a bounded number of processes.",
      seen: `It had ${f.count(d["count"])} processes at once; the harness ended all of them.`,
      means:
        "Processes start processes without end, most often because every exit is answered with a new fork.",
    }),
    "zh-TW": (d, f) => ({
      expected: "程式產生的行程數量有上限。",
      seen: `它同時有 ${f.count(d["count"])} 個行程，檢查器已經把它們全部結束。`,
      means: "行程不斷產生新的行程；最常見的原因是每次有行程結束就無條件再 fork 一個。",
    }),
  },
  "waited-in-vain": {
    en: (d, f) => ({
      expected: `The check waited for: ${d["what"]}.`,
      seen: `Nothing of the kind within ${f.ms(d["ms"])}.`,
    }),
    "zh-TW": (d, f) => ({
      expected: `檢查在等待：${d["what"]}。`,
      seen: `${f.ms(d["ms"])}內沒有發生。`,
    }),
  },
  refused: {
    en: () => ({
      expected: "The program accepts connections while it runs.",
      seen: "A connection was refused: no process listened on the port at that moment.",
    }),
    "zh-TW": () => ({
      expected: "程式執行期間會接受連線。",
      seen: "連線被拒絕：當時沒有行程監聽這個連接埠。",
    }),
  },
  reset: {
    en: () => ({
      expected: "A request that was accepted gets a complete answer.",
      seen: "The connection was cut before the answer was complete.",
    }),
    "zh-TW": () => ({
      expected: "已經接受的請求會得到完整的回應。",
      seen: "回應還沒傳完，連線就斷了。",
    }),
  },
  "not-as-expected": {
    en: (d) => ({ expected: "The answer that the task describes.", seen: `${d["message"]}.` }),
    "zh-TW": (d) => ({
      expected: "與任務描述相符的回應。",
      seen: `檢查工具的原始訊息：${d["message"]}`,
    }),
  },
  "component-missing": {
    en: (d) => ({
      expected: `${d["component"]} is on this machine.`,
      seen: "It is neither installed nor could the course fetch a copy of its own.",
      means: `Type: ${d["command"].en}`,
    }),
    "zh-TW": (d) => ({
      expected: `這台電腦上有 ${d["component"]}。`,
      seen: "系統沒有安裝，課程也無法自行下載一份。",
      means: `請執行：${d["command"]["zh-TW"]}`,
    }),
  },
  "our-side-failed": {
    en: (d) => ({
      expected: "The check itself works.",
      seen: `The check failed for a reason of its own, not because of your program: ${d["message"]}`,
    }),
    "zh-TW": (d) => ({
      expected: "檢查本身能正常執行。",
      seen: `檢查本身出了問題，與你的程式無關：${d["message"]}`,
    }),
  },
});

function ending(d: Record<string, unknown>, language: "en" | "zh-TW"): string {
  if (language === "en")
    return d["signal"] ? `(signal ${d["signal"]})` : `(exit code ${d["code"]})`;
  return d["signal"] ? `訊號 ${d["signal"]}` : `結束代碼 ${d["code"]}`;
}

function place(crash: { file?: string; line?: number }): string {
  return crash.file ? ` (${crash.file}:${crash.line})` : "";
}
