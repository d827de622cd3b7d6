import nginx from "./nginx-findings.ts";
import { meaningOfOdd } from "./odd-character.ts";
import type { WhyEnded } from "./why-ended.ts";
import { findings, type Language } from "./words.ts";

/** Findings that any check of any lesson may end with. */
export default findings({
  ...nginx,
  "exited-early": {
    en: (d) => ({
      expected: "The program goes on running until it is asked to stop.",
      seen: `It ended by itself ${ending(d, "en")}${d["crash"] ? `: ${d["crash"].message}${place(d["crash"])}` : ", without an error message that names a cause"}.`,
      ...why(d["why"], "en"),
    }),
    "zh-TW": (d) => ({
      expected: "程式會一直執行，直到有人要求它停止。",
      seen: `它自己結束了（${ending(d, "zh-TW")}）${d["crash"] ? `：${d["crash"].message}${place(d["crash"])}` : "，沒有留下說明原因的錯誤訊息"}。`,
      ...why(d["why"], "zh-TW"),
    }),
  },
  "never-listened": {
    en: (d, f) => ({
      expected: `The program listens on the port given in PORT (${f.port(d["port"])}).`,
      seen: `It was still running after ${f.ms(d["ms"])}, but nothing listened on that port.`,
      ...(d["other"] && {
        means: `It listens on port ${f.port(d["other"])} instead. Which port is free, only the one who starts the program knows: read process.env.PORT, and listen there.`,
      }),
    }),
    "zh-TW": (d, f) => ({
      expected: `程式會監聽環境變數 PORT 指定的連接埠（${f.port(d["port"])}）。`,
      seen: `過了 ${f.ms(d["ms"])}，程式還在執行，但沒有任何行程監聽這個連接埠。`,
      ...(d["other"] && {
        means: `它監聽的是連接埠 ${f.port(d["other"])}。哪個連接埠可以用，只有啟動程式的人知道：請讀取 process.env.PORT，監聽那個連接埠。`,
      }),
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
  "killed-its-parent": {
    en: () => ({
      expected: "The program signals its own processes only.",
      seen: "It killed the process that had started it.",
      means:
        "process.ppid is the shell, systemd or, here, the check. A worker that wants to reach its primary sends it a message.",
    }),
    "zh-TW": () => ({
      expected: "程式只送訊號給自己的行程。",
      seen: "它把啟動它的行程殺掉了。",
      means:
        "process.ppid 是 shell、systemd，在這裡則是檢查程式。工作行程要聯絡主行程，應該送訊息給它。",
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
  late: {
    en: () => ({
      expected: "A request gets an answer.",
      seen: "The program accepted a connection, and sent no complete answer in time.",
      means:
        "Either nothing ends the response (res.end(), res.json() …) on some way through the handler, or something keeps the event loop busy.",
    }),
    "zh-TW": () => ({
      expected: "請求會得到回應。",
      seen: "程式接受了連線，卻一直沒有送出完整的回應。",
      means:
        "可能是處理函式的某條路徑沒有結束回應（res.end()、res.json() 等），也可能是事件迴圈被占住了。",
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
  "manifest-broken": {
    en: (d) => ({
      expected: "package.json is JSON, so that npm and the platform can read it.",
      seen: `It can't be read: ${d["said"]}.`,
      means: d["odd"]
        ? meaningOfOdd({ file: "package.json", ...d["odd"] }, "en")
        : "JSON has no comments and no comma behind the last entry, and every name stands in double quotes. Node.js may run the program all the same: it reads only a part of the file.",
    }),
    "zh-TW": (d) => ({
      expected: "package.json 是合格的 JSON，npm 和平台都讀得懂。",
      seen: `讀不懂：${d["said"]}。`,
      means: d["odd"]
        ? meaningOfOdd({ file: "package.json", ...d["odd"] }, "zh-TW")
        : "JSON 不能有註解，最後一項後面不能有逗號，每個名稱都要放在雙引號裡。Node.js 只讀檔案的一部分，所以程式也許照樣會跑。",
    }),
  },
  "disk-full": {
    en: (d) => ({
      expected: "There is room for the temporary files of a check.",
      seen: `The disk that holds ${d["folder"]} is full.`,
      means: "Make room on it, then check again. A program that writes without end fills it, too.",
    }),
    "zh-TW": (d) => ({
      expected: "磁碟有空間存放檢查用的暫存檔。",
      seen: `${d["folder"]} 所在的磁碟已經滿了。`,
      means: "請先清出空間，再檢查一次。程式不停寫檔，也會把磁碟寫滿。",
    }),
  },
  "no-free-port": {
    en: () => ({
      expected: "This machine has a free port for the program.",
      seen: "Every attempt to open one failed.",
      means:
        "Other programs hold them all, or a sandbox forbids it. `npx pnpm course doctor` looks at the network of this machine.",
    }),
    "zh-TW": () => ({
      expected: "這台機器有可用的連接埠，能給程式使用。",
      seen: "試了很多次，一個也開不了。",
      means:
        "可能都被其他程式占用，也可能是沙箱不允許。`npx pnpm course doctor` 會檢查這台機器的網路。",
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

const WHY: Record<Language, Record<WhyEnded["cause"], (why: any) => string>> = {
  en: {
    "nothing-to-do": () =>
      "Node.js ends when nothing is left to wait for. A server that listens, a timer or an open connection would keep it. Did the program come to the line that listens, or does it call process.exit() before?",
    "endless-await": () =>
      "Exit code 13: an await at the top level of the file waits for something that can never come.",
    "needs-compiling": () =>
      "Node.js only removes types from TypeScript. What needs compiling, such as enum, a namespace with code or a parameter property, it refuses. A const object does what an enum does.",
    "no-package": ({ name }) =>
      `The lesson does not have the package ${name}. Is its name right? The packages of the lesson stand in its package.json.`,
    "no-file": ({ name }) =>
      `The file ${name} is not there. Imports are written with the whole name, .ts included, and capital letters count.`,
    "file-size": () =>
      "A file grew beyond the 256 MB that the check allows. A log that is written at every turn of a loop does that.",
    memory: () =>
      "The program took more and more memory, until it came to a limit: the check's for a process, or Node.js's own for its heap. Something is kept for ever: a list that only grows, or one that is filled faster than it is emptied.",
    killed: () =>
      "Something sent it SIGKILL: it itself, one of its own processes, or the system when memory ran out.",
    "odd-character": (odd) => meaningOfOdd(odd, "en"),
  },
  "zh-TW": {
    "nothing-to-do": () =>
      "沒有事情可等時，Node.js 就會結束。監聽中的伺服器、計時器或開著的連線才會讓它留下來。程式有執行到監聽的那一行嗎？還是先呼叫了 process.exit()？",
    "endless-await": () => "結束代碼 13：檔案最外層的 await 在等一件永遠不會發生的事。",
    "needs-compiling": () =>
      "Node.js 只會把 TypeScript 的型別拿掉；需要編譯的語法，例如 enum、含有程式碼的 namespace、參數屬性，它一律不收。enum 可以改用 const 物件。",
    "no-package": ({ name }) =>
      `這一課沒有 ${name} 這個套件。名稱有沒有寫錯？這一課有的套件都列在它的 package.json。`,
    "no-file": ({ name }) =>
      `沒有 ${name} 這個檔案。import 要寫完整的檔名，包括 .ts，大小寫也要一致。`,
    "file-size": () => "有個檔案超過了檢查允許的 256 MB。迴圈每轉一圈就寫一次日誌，就會這樣。",
    memory: () =>
      "程式要的記憶體越來越多，直到碰到上限：檢查對每個行程設的上限，或 Node.js 自己的堆積（heap）上限。有東西一直留著不放：只增不減的清單，或是填得比清得快。",
    killed: () => "有人送了 SIGKILL 給它：它自己、它的某個行程，或是記憶體用完時的作業系統。",
    "odd-character": (odd) => meaningOfOdd(odd, "zh-TW"),
  },
};

function why(found: WhyEnded | undefined, language: Language): { means?: string } {
  return found ? { means: WHY[language][found.cause](found) } : {};
}

function ending(d: Record<string, unknown>, language: "en" | "zh-TW"): string {
  if (language === "en")
    return d["signal"] ? `(signal ${d["signal"]})` : `(exit code ${d["code"]})`;
  return d["signal"] ? `訊號 ${d["signal"]}` : `結束代碼 ${d["code"]}`;
}

function place(crash: { file?: string; line?: number }): string {
  return crash.file ? ` (${crash.file}:${crash.line})` : "";
}
