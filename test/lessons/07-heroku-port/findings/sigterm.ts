import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

/** What is found in the task "sigterm". */
export default findings({
  "sigterm-kills": {
    en: (d) => ({
      expected: "After SIGTERM the request in flight is answered.",
      seen: `The program died of the signal (status 143), and the request ended like this: ${ended(d, "en")}.`,
      means:
        "Nothing listens for the signal, so it ends the process at once. The platform sends it at every deployment, every restart, and once a day. Listen for 'SIGTERM', and call server.close().",
    }),
    "zh-TW": (d) => ({
      expected: "收到 SIGTERM 之後，處理中的請求仍會得到回應。",
      seen: `程式死於這個訊號（結束代碼 143），請求的結果是：${ended(d, "zh-TW")}。`,
      means:
        "沒有人監聽這個訊號，行程就立刻結束。每次部署、每次重新啟動，還有每天一次，平台都會送出它。請監聽 'SIGTERM'，並呼叫 server.close()。",
    }),
  },
  "in-flight-cut": {
    en: (d) => ({
      expected: `After SIGTERM ${d["another"] ? "both requests" : "the request"} in flight ${d["another"] ? "are" : "is"} answered.`,
      seen: `${d["another"] ? "The first of two was. " : ""}${d["alive"] ? "The program went on running" : "The program ended by itself"}, and the ${d["another"] ? "other one" : "request"} ended like this: ${ended(d, "en")}.`,
      means: d["another"]
        ? "It ends with the first answer that goes out, while others are still being made. After server.close() there is no need for process.exit(): when the last answer has gone out and nothing is left to do, the program ends."
        : "It hears the signal, but does not wait: process.exit() or closeAllConnections() cuts what is in flight. Call server.close(), and let the program end when nothing is left to do.",
    }),
    "zh-TW": (d) => ({
      expected: `收到 SIGTERM 之後，處理中的${d["another"] ? "兩個請求都" : "請求仍"}會得到回應。`,
      seen: `${d["another"] ? "第一個得到了回應。" : ""}${d["alive"] ? "程式還在執行" : "程式自己結束了"}，${d["another"] ? "另一個" : "請求"}的結果是：${ended(d, "zh-TW")}。`,
      means: d["another"]
        ? "第一個回應一送出，它就結束了，別的還在處理中。呼叫 server.close() 之後不需要 process.exit()：最後一個回應送出、事情都做完了，程式自然會結束。"
        : "它聽到了訊號，卻沒有等：process.exit() 或 closeAllConnections() 會切斷處理中的請求。請呼叫 server.close()，事情都做完了，程式自然會結束。",
    }),
  },
  "sigterm-ignored": {
    en: (d, f) => ({
      expected:
        "From SIGTERM on the program takes no new connections, and after its last answer it ends.",
      seen: `It accepted a new connection ${f.ms(d["ms"])} after its last answer. What still runs 30 seconds after the signal, Heroku kills: R12.`,
      means:
        "A listener for 'SIGTERM' takes the place of the default, which was to end. Whoever listens must stop the server, and at once, with server.close(): what it takes after the signal must be finished in the same thirty seconds.",
    }),
    "zh-TW": (d, f) => ({
      expected: "收到 SIGTERM 之後，程式不再接受新連線，送完最後一個回應就結束。",
      seen: `送完最後一個回應 ${f.ms(d["ms"])}之後，它還接受了新連線。訊號之後 30 秒還在執行的，Heroku 會砍掉：R12。`,
      means:
        "監聽了 'SIGTERM'，原本的預設行為（結束）就沒有了。既然要監聽，就得自己停止伺服器，而且要馬上呼叫 server.close()：訊號之後才收下的，也得在同一段 30 秒裡做完。",
    }),
  },
  "accepts-while-stopping": {
    en: () => ({
      expected: "From SIGTERM on the program takes no new connections.",
      seen: "It ended with its last answer, but until then it went on accepting new connections.",
      means:
        "It waits for the requests that it has, and the server stays open meanwhile. What it takes after the signal must be finished in the same thirty seconds, and in a busy shop there is always one more. Call server.close() as soon as the signal comes.",
    }),
    "zh-TW": () => ({
      expected: "收到 SIGTERM 之後，程式不再接受新連線。",
      seen: "它送完最後一個回應就結束了，但在那之前一直還在接受新連線。",
      means:
        "它會等手上的請求做完，伺服器卻一直開著。訊號之後才收下的，也得在同一段 30 秒裡做完，而生意好的店永遠還有下一個。請一收到訊號就呼叫 server.close()。",
    }),
  },
  "keep-alive-holds": {
    en: (d) => ({
      expected: "After SIGTERM the program ends right after its last answer.",
      seen: `It no longer accepts connections, and goes on: the router's connection is kept for ${d["kept"]} s after the answer. ${d["killed"] ? "Unless something else ends the program before, Heroku does after 30 seconds: R12." : "Every stop takes that much longer, and with a longer keepAliveTimeout, as the router needs it, the program would be killed: R12."}`,
      means:
        "server.close() closes the connections that are idle at that moment. This one was busy, became idle with its answer, and now stays for keepAliveTimeout. While stopping, end each connection with its last answer, or send “Connection: close” with it.",
    }),
    "zh-TW": (d) => ({
      expected: "收到 SIGTERM、送完最後一個回應之後，程式馬上結束。",
      seen: `它已經不接受連線，卻還在執行：回應之後，路由器的連線還會保持 ${d["kept"]} 秒。${d["killed"] ? "如果沒有別的機制先讓程式結束，Heroku 會在 30 秒後砍掉它：R12。" : "每次停止都要多等這麼久；keepAliveTimeout 一旦照路由器的需要調長，程式就會被砍掉：R12。"}`,
      means:
        "server.close() 只關掉當下閒置的連線。這一條當時正忙，回應完才閒下來，接著就留到 keepAliveTimeout 為止。停止期間，請在最後一個回應之後關掉連線，或隨回應送出「Connection: close」。",
    }),
  },
  "keeps-no-connection": {
    en: (d) => ({
      expected: "Until SIGTERM comes, the router's connection stays open after an answer.",
      seen: d["header"]
        ? "GET / was answered with “Connection: close” while nobody had asked the program to stop."
        : "The program closed the connection after the answer to GET /, while nobody had asked it to stop.",
      means: `Whoever closes every connection has none left at the stop. But until then the router needs a new one for each request, and every customer waits for it. ${d["header"] ? "Send the header" : "End connections"} only while stopping: from server.close() on, server.listening is false.`,
    }),
    "zh-TW": (d) => ({
      expected: "還沒收到 SIGTERM 時，路由器的連線在回應之後仍然開著。",
      seen: d["header"]
        ? "還沒有人要程式停止，GET / 的回應就帶著「Connection: close」。"
        : "還沒有人要程式停止，它在回應 GET / 之後就關掉了連線。",
      means: `每條連線都關掉，停止時當然沒有連線留著；但在那之前，路由器的每個請求都得重新連線，每位客人都要多等。請只在停止期間${d["header"] ? "送出這個標頭" : "關掉連線"}：呼叫 server.close() 之後，server.listening 就是 false。`,
    }),
  },
  "never-ends": {
    en: (d, f) => ({
      expected: "After SIGTERM and its last answer, the program ends.",
      seen: `It no longer accepts connections, and ${f.ms(d["ms"])} after its last answer it was still running. What still runs 30 seconds after the signal, Heroku kills: R12.`,
      means:
        "The server is closed, but something else keeps the process alive: a timer or an interval, an open connection to another service, a second server. Close it, too.",
    }),
    "zh-TW": (d, f) => ({
      expected: "收到 SIGTERM、送完最後一個回應之後，程式會結束。",
      seen: `它已經不接受連線，但送完最後一個回應 ${f.ms(d["ms"])}之後還在執行。訊號之後 30 秒還在執行的，Heroku 會砍掉：R12。`,
      means:
        "伺服器關了，但還有別的東西讓行程活著：setTimeout 或 setInterval、連到其他服務的連線，或另一個伺服器。請把它也關掉。",
    }),
  },
  "npm-between": {
    en: (d) => ({
      expected: "The program itself gets the signal, and its exit code is the dyno's.",
      seen: `${d["tool"]} stands between the platform and the program. It died of SIGTERM (status 143) while the program had work to finish.`,
      means: `It does not wait for what it started. Heroku signals all processes, so there only the status is wrong; in a container only ${d["tool"]} hears the signal, and the program goes on as an orphan until it is killed. Let the Procfile start node itself.`,
    }),
    "zh-TW": (d) => ({
      expected: "程式自己會收到訊號，它的結束代碼就是 dyno 的結束代碼。",
      seen: `平台和程式之間隔著 ${d["tool"]}。它死於 SIGTERM（結束代碼 143），當時程式還有事要做完。`,
      means: `它不會等自己啟動的東西。Heroku 會把訊號送給所有行程，所以在那裡只有狀態不對；在容器裡則只有 ${d["tool"]} 聽得到訊號，程式變成孤兒繼續執行，直到被砍掉。請讓 Procfile 直接啟動 node。`,
    }),
  },
  "shell-between": {
    en: () => ({
      expected: "The program itself gets the signal, and its exit code is the dyno's.",
      seen: "A shell stands between the platform and the program. It died of SIGTERM (status 143) while the program had work to finish.",
      means:
        "With more than one command, in the line (such as a pipe to tee) or in a script that it runs, the shell stays, and a signal for the first process ends the shell alone. Leave one command, or write exec before the last one.",
    }),
    "zh-TW": () => ({
      expected: "程式自己會收到訊號，它的結束代碼就是 dyno 的結束代碼。",
      seen: "平台和程式之間隔著一個 shell。shell 死於 SIGTERM（結束代碼 143），當時程式還有事要做完。",
      means:
        "只要有好幾個指令，不論寫在這一行（例如用管線接到 tee）或寫在它執行的 shell 指令稿裡，shell 都會留著，送給第一個行程的訊號只會結束 shell。請只留一個指令，或在最後一個指令前面加上 exec。",
    }),
  },
  "launcher-between": {
    en: (d) => ({
      expected: "The program itself gets the signal, and its exit code is the dyno's.",
      seen: `“${d["file"]}” starts the program that serves. On SIGTERM it ended at once (status ${d["status"]}), while the program had work to finish.`,
      means:
        "It does not wait for what it started, and the platform takes its status for the program's. Start the server in the same process, or listen for the signal, pass it on, and wait for the program's end.",
    }),
    "zh-TW": (d) => ({
      expected: "程式自己會收到訊號，它的結束代碼就是 dyno 的結束代碼。",
      seen: `負責服務的程式是由「${d["file"]}」啟動的。收到 SIGTERM 時，後者立刻結束（結束代碼 ${d["status"]}），當時程式還有事要做完。`,
      means:
        "它不等自己啟動的程式，平台卻把它的結束代碼當成程式的。請在同一個行程裡啟動伺服器，或者監聽訊號、轉送出去，並等程式結束。",
    }),
  },
  "signal-not-passed-on": {
    en: () => ({
      expected:
        "When only the first process gets SIGTERM, as in a container, the program ends all the same.",
      seen: "The first process got the signal. The one that serves never heard of it, and goes on accepting connections.",
      means:
        'A process that starts another is answerable for it: on SIGTERM it must signal its child, child.kill("SIGTERM"), and wait for its end. Simpler: don\'t start a second one.',
    }),
    "zh-TW": () => ({
      expected: "只有第一個行程收到 SIGTERM 時（容器就是這樣），程式一樣會結束。",
      seen: "第一個行程收到了訊號，負責服務的行程卻毫不知情，繼續接受連線。",
      means:
        '行程啟動了另一個行程，就要對它負責：收到 SIGTERM 時要轉送給子行程，child.kill("SIGTERM")，並等它結束。更簡單的做法是不要有第二個行程。',
    }),
  },
  "stop-not-clean": {
    en: (d) => ({
      expected: "A stop on request ends with code 0.",
      seen: `The request was answered, and the program ended with status ${d["status"]}.`,
    }),
    "zh-TW": (d) => ({
      expected: "應要求停止時，結束代碼是 0。",
      seen: `請求得到了回應，程式以狀態 ${d["status"]} 結束。`,
    }),
  },
});
