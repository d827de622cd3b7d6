import { findings } from "../../../harness/words.ts";

/** From here on, shells number the codes of processes that a signal has ended. */
const BY_SIGNAL = 128;

/** Whether a value, as JSON, is text that is not empty. */
const isWord = (seen: unknown) => /^".+"$/.test(String(seen));
/** Whether 0 has become null, also as one that is missing. */
const zeroIsGone = (d: Record<string, unknown>) => d["code"] === 0 && d["seen"] === "null";

/** Task how-it-ended. */
export default findings({
  "exit-says-nothing": {
    en: (d, f) => ({
      expected: "The line of exit has the fields code, signal and planned.",
      seen: "Five workers ended in five ways; no line of exit has any of these fields.",
      means:
        d["others"].length > 0
          ? `It has ${f.list(d["others"])} instead. Who reads the record looks for the fields by the names that were agreed upon.`
          : "exit is recorded like the other events, by its worker alone. This event hands over more: (worker, code, signal). Whether it was planned stands in worker.exitedAfterDisconnect.",
    }),
    "zh-TW": (d, f) => ({
      expected: "exit 那一行有 code、signal、planned 三個欄位。",
      seen: "五個工作行程以五種方式結束，但沒有一行 exit 有這些欄位。",
      means:
        d["others"].length > 0
          ? `那一行有的是 ${f.list(d["others"])}。讀紀錄的人會照講好的名稱去找欄位。`
          : "exit 的紀錄方式和其他事件一樣，只記了是哪個工作行程。但這個事件傳入的不只這些，還有 code 和 signal：(worker, code, signal)。是不是計畫好的，要看 worker.exitedAfterDisconnect。",
    }),
  },
  "field-left-out": {
    en: (d, f) => ({
      expected:
        "Every line of exit has code, signal and planned: null where there is no code or no signal, false where nothing was planned.",
      seen: `One has no ${d["field"]}: ${f.text(d["line"])}.`,
      means:
        "The field is written only where there is something to tell, or its value is undefined there, and JSON.stringify() leaves out what is undefined. A field that is missing can also mean that nobody recorded it. Write null or false as the event hands it over.",
    }),
    "zh-TW": (d, f) => ({
      expected:
        "每一行 exit 都有 code、signal、planned：沒有代碼或訊號時是 null，不是計畫好的就是 false。",
      seen: `有一行缺少 ${d["field"]}：${f.text(d["line"])}。`,
      means:
        "這個欄位只在有內容時才寫，或是值變成了 undefined，而 JSON.stringify() 會略過 undefined 的欄位。少了欄位，也可能是根本沒有人記。事件傳進來的是 null 或 false，就照樣寫下來。",
    }),
  },
  "no-exit-lines": {
    en: () => ({
      expected: "There is a line of the event exit for every worker that ends.",
      seen: "Five workers ended; there is none.",
    }),
    "zh-TW": () => ({
      expected: "每個結束的工作行程都有一行 exit 事件。",
      seen: "五個工作行程結束了，卻一行也沒有。",
    }),
  },
  "no-exit-line": {
    en: (d, f) => ({
      expected: "There is a line of the event exit for every worker that ends.",
      seen: `There is none for worker ${f.count(d["id"])}.`,
    }),
    "zh-TW": (d, f) => ({
      expected: "每個結束的工作行程都有一行 exit 事件。",
      seen: `缺少 ${f.count(d["id"])} 號工作行程的那一行。`,
    }),
  },
  "planned-not-told": {
    en: (d) => ({
      expected:
        "A worker that left on request (POST /leave) has planned: true in its line of exit.",
      seen: `It has planned: ${d["seen"]}.`,
      means: isWord(d["seen"])
        ? 'The answer is there, in another form. Who reads the record compares it with true; who only asks whether it is something takes any text for yes, also "no".'
        : "Neither code nor signal tells it, and a list of your own knows only whom the primary itself has asked; this worker asked itself. Node.js knows both: worker.exitedAfterDisconnect.",
    }),
    "zh-TW": (d) => ({
      expected: "應要求離開（POST /leave）的工作行程，exit 那一行是 planned: true。",
      seen: `實際是 planned: ${d["seen"]}。`,
      means: isWord(d["seen"])
        ? "答案有了，型別不對。讀紀錄的人會拿它和 true 比較；如果只看真假，任何非空字串都算真，連「no」也是。"
        : "code 和 signal 都看不出來；自己記的清單也只知道主行程要求過誰，而這個工作行程是自己要走的。兩種情況 Node.js 都知道：worker.exitedAfterDisconnect。",
    }),
  },
  "everything-planned": {
    en: () => ({
      expected: "Only the worker that left on request has planned: true.",
      seen: "All five have it, also the one that was killed from outside.",
      means:
        "The event disconnect is taken for a plan. It says that the line between worker and primary is cut, and that happens before every end, also before a violent one. Ask worker.exitedAfterDisconnect.",
    }),
    "zh-TW": () => ({
      expected: "只有應要求離開的工作行程是 planned: true。",
      seen: "五個都是，連從外面被強制結束的那個也是。",
      means:
        "程式把 disconnect 事件當成計畫好的。這個事件只表示工作行程與主行程之間的通道斷了，而每一種結束之前都會斷，包括暴斃。該問的是 worker.exitedAfterDisconnect。",
    }),
  },
  "zero-taken-for-planned": {
    en: () => ({
      expected: "Only the worker that left on request has planned: true.",
      seen: "The one that called process.exit(0) by itself has it, too.",
      means:
        "Code 0 is taken for a plan. A worker can end with 0 although nobody asked it to: by process.exit(), or because it lost its primary. Ask worker.exitedAfterDisconnect.",
    }),
    "zh-TW": () => ({
      expected: "只有應要求離開的工作行程是 planned: true。",
      seen: "自己呼叫 process.exit(0) 的那個也是。",
      means:
        "程式把代碼 0 當成計畫好的。沒有人要求，工作行程也可能以 0 結束：例如呼叫了 process.exit()，或是失去了主行程。該問的是 worker.exitedAfterDisconnect。",
    }),
  },
  "planned-wrong": {
    en: (d, f) => ({
      expected: "Only the worker that left on request has planned: true.",
      seen: `Others have it, too: ${f.text(f.list(d["lines"]))}.`,
    }),
    "zh-TW": (d, f) => ({
      expected: "只有應要求離開的工作行程是 planned: true。",
      seen: `別的也是：${f.text(f.list(d["lines"]))}。`,
    }),
  },
  "code-wrong": {
    en: (d) => ({
      expected: `A worker that ended by ${d["how"]} has code: ${d["code"]} in its line of exit.`,
      seen: `It has code: ${d["seen"]}${d["swapped"] ? `, and signal: ${d["code"]}` : ""}.`,
      ...(d["swapped"] && {
        means:
          "The two have changed places. The event exit hands over the worker, the code and the signal, in this order.",
      }),
      ...(zeroIsGone(d) && {
        means:
          "0 is taken for nothing: code || null turns it into null, because 0 is falsy. Here 0 is an answer, and null another one. Write code as the event exit hands it over.",
      }),
    }),
    "zh-TW": (d) => ({
      expected: `因為 ${d["how"]} 而結束的工作行程，exit 那一行是 code: ${d["code"]}。`,
      seen: `實際是 code: ${d["seen"]}${d["swapped"] ? `，signal 則是 ${d["code"]}` : ""}。`,
      ...(d["swapped"] && {
        means: "兩個對調了。exit 事件傳入的順序是 worker、code、signal。",
      }),
      ...(zeroIsGone(d) && {
        means:
          "0 被當成沒有了：0 是 falsy，code || null 會把它變成 null。在這裡，0 和 null 是兩種不同的答案；exit 事件傳進來的 code 是什麼，就照樣寫下來。",
      }),
    }),
  },
  "signal-invented": {
    en: (d) => ({
      expected: `A worker that ended by ${d["how"]} has signal: null.`,
      seen: `It has signal: ${d["seen"]}.`,
      means:
        "No signal ended it. The event exit hands over null then, and null is what the record must have: anything else is taken for a name.",
    }),
    "zh-TW": (d) => ({
      expected: `因為 ${d["how"]} 而結束的工作行程，signal 是 null。`,
      seen: `實際是 signal: ${d["seen"]}。`,
      means:
        "它不是被訊號結束的，這時 exit 事件傳進來的是 null，紀錄裡也要是 null：寫成別的，讀的人會當成訊號的名稱。",
    }),
  },
  "kill-looks-like-success": {
    en: () => ({
      expected: 'A worker killed from outside has code: null and signal: "SIGKILL".',
      seen: "It has code: 0, which means success.",
      means:
        "code is null when a signal ended the process, and code ?? 0 or code || 0 turns null into 0. Keep null, and record the signal.",
    }),
    "zh-TW": () => ({
      expected: '從外面被強制結束的工作行程，code 是 null，signal 是 "SIGKILL"。',
      seen: "它的 code 是 0，意思是成功。",
      means:
        "行程被訊號結束時，code 是 null；code ?? 0 或 code || 0 會把 null 變成 0。請保留 null，並記下 signal。",
    }),
  },
  "signal-missing": {
    en: (d) => ({
      expected: 'A worker killed from outside has signal: "SIGKILL".',
      seen: `It has signal: ${d["seen"]}.`,
      means: /^\d/.test(String(d["seen"]))
        ? "That is the signal's number. Who reads the record at night knows the name; write it as the event exit hands it over, as its third argument."
        : "Only the code is looked at, and a process that dies of a signal has none: its code is null. The signal is the third argument of the event exit.",
    }),
    "zh-TW": (d) => ({
      expected: '從外面被強制結束的工作行程，signal 是 "SIGKILL"。',
      seen: `實際是 signal: ${d["seen"]}。`,
      means: /^\d/.test(String(d["seen"]))
        ? "那是訊號的編號。半夜看紀錄的人認得的是名稱；exit 事件的第三個參數就是名稱，照樣寫下來。"
        : "程式只看 code，但死於訊號的行程沒有代碼，它的 code 是 null。訊號是 exit 事件的第三個參數。",
    }),
  },
  "code-invented": {
    en: (d) => ({
      expected: "A worker killed from outside has code: null.",
      seen: `It has code: ${d["seen"]}.`,
      ...(Number(d["seen"]) > BY_SIGNAL && {
        means:
          "A shell tells of a signal as 128 and its number, so 137 for SIGKILL. A process can also end with that code by itself; null and the signal's name leave no doubt.",
      }),
    }),
    "zh-TW": (d) => ({
      expected: "從外面被強制結束的工作行程，code 是 null。",
      seen: `實際是 code: ${d["seen"]}。`,
      ...(Number(d["seen"]) > BY_SIGNAL && {
        means:
          "128 加上訊號的編號，是 shell 的寫法，SIGKILL 就是 137。但行程也可能自己以這個代碼結束；null 加上訊號的名稱才不會弄錯。",
      }),
    }),
  },
});
