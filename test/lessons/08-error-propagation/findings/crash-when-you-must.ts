import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

const ends = {
  en: "After an error that nobody caught, the process ends with a code that is not 0.",
  "zh-TW": "發生沒有人接住的錯誤之後，行程以 0 以外的代碼結束。",
};
const logs = {
  en: "The error that ended the process is in the log, as one line of JSON.",
  "zh-TW": "結束行程的那個錯誤，會以一行 JSON 寫在日誌裡。",
};

/** What is found in the task "crash-when-you-must". */
export default findings({
  "boiler-cold": {
    en: (d) => ({
      expected: "POST /boiler starts the boiler, which explodes.",
      seen: d["gone"]
        ? "It got 404."
        : `No error was raised in the process. The request ended like this: ${ended(d, "en")}.`,
      means: d["gone"]
        ? "No route takes POST /boiler any more. Put the starter's back: this task is about what happens when the boiler explodes."
        : "Either the route does not call startBoiler(), or the exception is caught inside the kitchen. kitchen.ts fails on purpose: leave it as it was. The error must reach the process.",
    }),
    "zh-TW": (d) => ({
      expected: "POST /boiler 會啟動鍋爐，接著鍋爐爆炸。",
      seen: d["gone"]
        ? "得到的是 404。"
        : `行程裡沒有發生任何錯誤。請求的結果是：${ended(d, "zh-TW")}。`,
      means: d["gone"]
        ? "POST /boiler 的路由不見了。請把起始程式的那一個放回來：這個任務看的就是鍋爐爆炸之後的事。"
        : "可能是路由沒有呼叫 startBoiler()，也可能是例外在廚房裡就被接住了。kitchen.ts 是故意失敗的，請保持原樣；錯誤要能傳到行程。",
    }),
  },
  "boiler-unanswered": {
    en: (d) => ({
      expected: "POST /boiler is answered with 202 at once; the boiler explodes later.",
      seen: `The request ended like this: ${ended(d, "en")}.`,
      means:
        "202 says “accepted, not done yet”. Answer right after startBoiler(), and wait for nothing: the process ends soon, and with it every answer that has not been sent.",
    }),
    "zh-TW": (d) => ({
      expected: "POST /boiler 會立刻得到 202，之後鍋爐才爆炸。",
      seen: `請求的結果是：${ended(d, "zh-TW")}。`,
      means:
        "202 的意思是「收到了，還沒做完」。呼叫 startBoiler() 之後就回應，什麼都不要等：行程很快就會結束，還沒送出的回應也會跟著不見。",
    }),
  },
  "kept-alive": {
    en: () => ({
      expected: ends.en,
      seen: "It went on and answered the next request.",
      means:
        "A listener for 'uncaughtException' keeps it alive, or a domain (node:domain). Nobody knows what the exception has left half done; a supervisor starts a fresh process in no time. Use 'uncaughtExceptionMonitor', which only looks on, or end the process in the listener.",
    }),
    "zh-TW": () => ({
      expected: ends["zh-TW"],
      seen: "它繼續執行，還回應了下一個請求。",
      means:
        "有個 'uncaughtException' 的監聽器，或是 domain（node:domain），讓它活著。沒有人知道例外把什麼事做到一半；監督者馬上就能補上一個全新的行程。請改用只旁觀的 'uncaughtExceptionMonitor'，或在監聽器裡結束行程。",
    }),
  },
  "rejection-kept-alive": {
    en: () => ({
      expected: "A rejection that nobody handles ends the process like an exception.",
      seen: "It went on and answered the next request.",
      means:
        "A listener for 'unhandledRejection' takes the rejection, and Node.js then thinks it is dealt with. Remove it: without it, an unhandled rejection becomes an uncaught exception, and takes the same way.",
    }),
    "zh-TW": () => ({
      expected: "沒有人處理的拒絕，和例外一樣會結束行程。",
      seen: "它繼續執行，還回應了下一個請求。",
      means:
        "有個 'unhandledRejection' 的監聽器把它接走，Node.js 就以為已經處理好了。拿掉它：沒有監聽器的話，未處理的拒絕會變成未捕捉的例外，走同一條路。",
    }),
  },
  lingers: {
    en: () => ({
      expected: "The process ends at once, whoever is connected.",
      seen: "It takes no new requests, and does not end at once: a client is still looking at the camera.",
      means:
        "Something waits for server.close(), and that waits for the last connection; or for a timer that is to end it after some seconds. A broken process must not depend on its clients, nor go on serving them. Write the line with flush(), and end the process right after it.",
    }),
    "zh-TW": () => ({
      expected: "行程立刻結束，不管還有誰連著。",
      seen: "它不再接受新的請求，卻也沒有立刻結束：有個用戶端還在看攝影機。",
      means:
        "有人在等 server.close()，而它要等最後一條連線；也可能在等一個幾秒後才強制結束的計時器。壞掉的行程不能看用戶端的臉色，也不該繼續服務。用 flush() 寫完那一行，就立刻結束行程。",
    }),
  },
  "ends-late": {
    en: (d, f) => ({
      expected: "The process ends at once, whoever is connected.",
      seen: `It ended later. Until then it answered ${f.count(d["served"])} more requests.`,
      means:
        "A timer gives the process some time, perhaps for the log. Until it fires, clients are served from a state that nobody knows. Write the line with flush(), which returns when it is written, and end the process right after it.",
    }),
    "zh-TW": (d, f) => ({
      expected: "行程立刻結束，不管還有誰連著。",
      seen: `它過了一陣子才結束，這段時間裡又回應了 ${f.count(d["served"])} 個請求。`,
      means:
        "有個計時器讓行程多活一會兒，也許是為了等日誌寫完。在它觸發之前，用戶端得到的回應都來自沒有人清楚的狀態。flush() 寫完才會返回，呼叫它之後就立刻結束行程。",
    }),
  },
  "ended-with-0": {
    en: () => ({
      expected: ends.en,
      seen: "It ended with code 0.",
      means:
        "process.exit() without a number, or with 0, says that all went well, and a supervisor that restarts failures only lets it lie. Say process.exit(1).",
    }),
    "zh-TW": () => ({
      expected: ends["zh-TW"],
      seen: "它以代碼 0 結束。",
      means:
        "process.exit() 沒有給數字，或給了 0，就表示一切正常，只在失敗時重新啟動的監督者就不會理它。請寫 process.exit(1)。",
    }),
  },
  "crash-not-in-log": {
    en: () => ({
      expected: logs.en,
      seen: "Node.js printed its report for people, and no line of the log has the error's message.",
      means:
        "Either nothing logs it: process.on('uncaughtExceptionMonitor', …) is the place. Or the line was still waiting in the logger when the process ended: call flush() after log(); it writes before it returns.",
    }),
    "zh-TW": () => ({
      expected: logs["zh-TW"],
      seen: "Node.js 印出了給人看的報告，日誌裡卻沒有任何一行有錯誤訊息。",
      means:
        "可能是沒有人寫日誌：該寫在 process.on('uncaughtExceptionMonitor', …) 裡。也可能是行程結束時，那一行還在日誌工具裡排隊：log() 之後呼叫 flush()，它會寫完才返回。",
    }),
  },
  "crash-line-lost": {
    en: (d) => ({
      expected: logs.en,
      seen: `The process ended itself with code ${d["code"]}, and no line of the log says why.`,
      means:
        "process.exit() waits for nothing: what the logger had collected is lost, and with the listener the report of Node.js is gone, too. Call flush() before the exit.",
    }),
    "zh-TW": (d) => ({
      expected: logs["zh-TW"],
      seen: `行程自己以代碼 ${d["code"]} 結束，日誌裡沒有任何一行說明原因。`,
      means:
        "process.exit() 什麼都不等：日誌工具收集到的內容就不見了；而有了監聽器，Node.js 自己的報告也沒了。結束之前先呼叫 flush()。",
    }),
  },
  "crash-not-json": {
    en: (d) => ({
      expected: logs.en,
      seen: `The process ended with code ${d["code"]}. It wrote what had happened, but not as a line of JSON.`,
      means:
        "What searches the log reads JSON, line by line; console.log() and console.error() write for people, and a stack takes many lines. Use log() of log.ts, then flush().",
    }),
    "zh-TW": (d) => ({
      expected: logs["zh-TW"],
      seen: `行程以代碼 ${d["code"]} 結束。發生了什麼事有寫，但不是一行 JSON。`,
      means:
        "搜尋日誌的工具一行一行讀 JSON；console.log() 和 console.error() 是寫給人看的，一個堆疊追蹤就占了好幾行。請用 log.ts 的 log()，再呼叫 flush()。",
    }),
  },
  "port-taken-unnoticed": {
    en: (d, f) => ({
      expected: "A program that does not get its port ends with a code that is not 0.",
      seen: `Port ${f.port(d["port"])} was taken. The program ${d["ended"] ? "ended with code 0" : "went on"}.`,
      means: d["told"]
        ? "It has written EADDRINUSE, so it knows. But a line in the log is no end: a program that returns ends with 0 when nothing is left to do, and one that tries again later looks healthy to its supervisor. Throw the error."
        : "Express 5 calls the callback of app.listen() also when it fails, with the error as its argument. A callback that takes no argument says “open” to nobody. Look at the error, and throw it.",
    }),
    "zh-TW": (d, f) => ({
      expected: "拿不到連接埠的程式，會以 0 以外的代碼結束。",
      seen: `連接埠 ${f.port(d["port"])} 被占用了。程式卻${d["ended"] ? "以代碼 0 結束" : "繼續執行"}。`,
      means: d["told"]
        ? "程式寫出了 EADDRINUSE，所以它知道原因。但寫了日誌不等於結束：直接 return 的程式，沒有別的事要做時會以 0 結束；稍後再試的程式，在監督者眼裡一切正常。請拋出這個錯誤。"
        : "Express 5 在失敗時也會呼叫 app.listen() 的回呼，並把錯誤當成參數。不收參數的回呼，就會在沒人連得上的時候說「開店了」。請檢查這個錯誤，並拋出它。",
    }),
  },
  "port-taken-silent": {
    en: (d, f) => ({
      expected: "A program that does not get its port says so, and ends with a code that is not 0.",
      seen: `Port ${f.port(d["port"])} was taken. The program ended with code ${d["code"]}, and EADDRINUSE was written nowhere.`,
      means:
        "Either the line was still waiting in the logger: process.exit() waits for nothing, so call flush() before it. Or the line does not have error.message, which names the cause. Throw the error, and it takes the way of every crash.",
    }),
    "zh-TW": (d, f) => ({
      expected: "拿不到連接埠的程式會說明原因，並以 0 以外的代碼結束。",
      seen: `連接埠 ${f.port(d["port"])} 被占用了。程式以代碼 ${d["code"]} 結束，EADDRINUSE 卻沒有寫在任何地方。`,
      means:
        "可能是那一行還在日誌工具裡排隊：process.exit() 什麼都不等，所以要先呼叫 flush()。也可能是那一行沒有 error.message，而原因就寫在裡面。直接拋出這個錯誤，它就和其他當機走同一條路。",
    }),
  },
  "not-replaced": {
    en: (d, f) => ({
      expected: "The supervisor of lesson 3 puts a new process in the place of the crashed one.",
      seen: `After the crash of ${f.pid(d["before"])} no other process answered.`,
    }),
    "zh-TW": (d, f) => ({
      expected: "第 3 課的監督者會補上一個新的行程。",
      seen: `${f.pid(d["before"])} 當掉之後，沒有其他行程回應。`,
    }),
  },
});
