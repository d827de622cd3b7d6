import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

/** What is found in the task "graceful-stop". */
export default findings({
  "primary-leaves-first": {
    en: () => ({
      expected: "The primary ends last: when all requests are answered, and its workers are gone.",
      seen: "The primary ended while an order was in work, and left a worker alone with it.",
      means:
        "Nobody is left to watch the limit, and whoever has started the program takes it for ended: when the first process of a container ends, all others in it are killed, with their orders. Don't call process.exit() in the handler of the signal. Note the code in process.exitCode, and the primary ends by itself with its last worker.",
    }),
    "zh-TW": () => ({
      expected: "主行程最後才結束：等請求都回應了、工作行程都走了。",
      seen: "訂單還在做，主行程就結束了，把它留給工作行程獨自處理。",
      means:
        "這樣就沒有人守著時限，啟動程式的一方也以為它已經結束：容器的第一個行程一結束，裡面其他的行程就會連同手上的訂單一起被殺掉。不要在處理訊號的函式裡呼叫 process.exit()。用 process.exitCode 記下代碼，最後一個工作行程離開之後，主行程自己會結束。",
    }),
  },
  "sigterm-kills": {
    en: (d) => ({
      expected: "After SIGTERM the requests in flight are answered.",
      seen: `The primary died of SIGTERM, and a request in flight ended like this: ${ended(d, "en")}.`,
      means:
        "Nothing handles the signal, so the primary dies at once. Its workers notice that their channel is gone, and exit in the middle of their work. Listen for 'SIGTERM' in the primary.",
    }),
    "zh-TW": (d) => ({
      expected: "收到 SIGTERM 之後，處理中的請求仍會得到回應。",
      seen: `主行程直接死於 SIGTERM，處理中的請求結果是：${ended(d, "zh-TW")}。`,
      means:
        "沒有程式處理這個訊號，所以主行程立刻結束；工作行程發現通道斷了，也丟下做到一半的工作跟著結束。請在主行程監聽 'SIGTERM'。",
    }),
  },
  "ctrl-c-kills": {
    en: (d) => ({
      expected: "Ctrl-C stops the program as SIGTERM does: the requests in flight are answered.",
      seen: `The primary died of SIGINT, and a request in flight ended like this: ${ended(d, "en")}.`,
      means:
        "Ctrl-C sends SIGINT, and so does PM2. The primary listens for SIGTERM only, so it dies at once, and its workers exit in the middle of their work. Let both signals start the same stop.",
    }),
    "zh-TW": (d) => ({
      expected: "Ctrl-C 和 SIGTERM 一樣會讓程式停止：處理中的請求仍會得到回應。",
      seen: `主行程直接死於 SIGINT，處理中的請求結果是：${ended(d, "zh-TW")}。`,
      means:
        "Ctrl-C 送的是 SIGINT，PM2 也是。主行程只監聽 SIGTERM，所以立刻結束，工作行程也丟下做到一半的工作跟著結束。讓兩種訊號都走同一套停止流程。",
    }),
  },
  "workers-die-of-it": {
    en: (d, f) => ({
      expected: `A ${d["signal"]} that reaches the workers, too, as from ${d["signal"] === "SIGINT" ? "Ctrl-C" : "systemd"}, cuts no request.`,
      seen: `${f.count(d["workers"])} worker(s) died of the signal, with a request in flight.`,
      means:
        "systemd sends SIGTERM to every process of a service, and a terminal sends SIGINT to the whole group. A worker without a listener for the signal dies at once. Give it one for both, and leave the decision to the primary.",
    }),
    "zh-TW": (d, f) => ({
      expected: `${d["signal"]} 同時送到工作行程時（${d["signal"] === "SIGINT" ? "Ctrl-C" : "systemd"} 就會這樣），也不會切斷任何請求。`,
      seen: `有 ${f.count(d["workers"])} 個工作行程死於這個訊號，當時還有請求在處理中。`,
      means:
        "systemd 會把 SIGTERM 送給服務的每一個行程，終端機則把 SIGINT 送給整個行程群組。沒有監聽這個訊號的工作行程會立刻結束。兩種訊號都替它加上監聽器，何時結束交給主行程決定。",
    }),
  },
  "in-flight-cut": {
    en: (d) => ({
      expected: "After SIGTERM the requests in flight are answered.",
      seen: `A request in flight ended like this: ${ended(d, "en")}.`,
      means:
        "Something ends the workers, or their connections, before they have answered: process.exit(), closeAllConnections(), a signal. Stop accepting, and wait for the last answer.",
    }),
    "zh-TW": (d) => ({
      expected: "收到 SIGTERM 之後，處理中的請求仍會得到回應。",
      seen: `處理中的請求結果是：${ended(d, "zh-TW")}。`,
      means:
        "還沒回應完，工作行程或它的連線就被結束了，例如 process.exit()、closeAllConnections() 或訊號。先停止接受新連線，再等最後一個回應送完。",
    }),
  },
  "still-accepting": {
    en: () => ({
      expected:
        "After SIGTERM new connections are refused, while requests in flight are still being answered.",
      seen: "The port accepted connections until the last answer.",
      means:
        "Somebody waits for requests, but goes on listening. First close the listening socket, then wait; and let all workers go at once, because one that waits for its turn still accepts. If you use worker.kill(): it only sends SIGTERM, which a worker with a listener survives. disconnect() closes the socket.",
    }),
    "zh-TW": () => ({
      expected: "收到 SIGTERM 之後，處理中的請求繼續，新的連線則被拒絕。",
      seen: "直到最後一個回應送出為止，連接埠都還在接受連線。",
      means:
        "雖然有等請求做完，卻還有工作行程在監聽。先關掉監聽的 socket，再等；而且要同時請所有工作行程離開，排隊等著走的那一個還會接受連線。如果用的是 worker.kill()：它只送出 SIGTERM，裝了監聽器的工作行程不會因此結束。會關掉 socket 的是 disconnect()。",
    }),
  },
  "respawns-while-stopping": {
    en: (d, f) => ({
      expected: "After SIGTERM no worker is forked any more.",
      seen: `${f.count(d["forks"])} worker(s) were forked after the signal.`,
      means:
        "The primary takes the deaths of its own shutdown for crashes. Note that you are stopping before anything else, and look at that note before every fork.",
    }),
    "zh-TW": (d, f) => ({
      expected: "收到 SIGTERM 之後，不再 fork 任何工作行程。",
      seen: `訊號之後又 fork 了 ${f.count(d["forks"])} 個工作行程。`,
      means:
        "主行程把關閉過程中的結束當成當機。第一件事就是記下「正在停止」，每次 fork 之前先看這個記號。",
    }),
  },
  "never-ends": {
    en: (d, f) => ({
      expected: `After ${d["signal"]}, and the last answer, the program ends.`,
      seen: `It was still running ${f.ms(d["ms"])} later.`,
      means:
        "Something keeps the primary alive: a worker that was not let go, a timer that nobody has cleared, such as the limit of a worker that has gone long ago, or a server of your own.",
    }),
    "zh-TW": (d, f) => ({
      expected: `收到 ${d["signal"]}、送完最後一個回應之後，程式會結束。`,
      seen: `又過了 ${f.ms(d["ms"])}，它還在執行。`,
      means:
        "還有東西讓主行程活著：沒被請走的工作行程、沒有取消的計時器（例如工作行程早就走了，它的時限還在跑），或是你自己另外開的伺服器。",
    }),
  },
  "keep-alive-holds": {
    en: (d, f) => ({
      expected: "A kept-alive connection that waits for no answer does not hold up the end.",
      seen: `The last answer was sent, and ${f.ms(d["ms"])} later the program was still running: a client keeps its connection open.`,
      means:
        "A connection that was busy when the stop began becomes idle after its answer, and then stays for keepAliveTimeout (65 s here). Answer with “Connection: close” while stopping, or close the connection after its last answer. Decide that when an answer is sent, not when its request comes in: the stop may begin in between.",
    }),
    "zh-TW": (d, f) => ({
      expected: "沒有在等回應的保持連線（keep-alive），不會拖住程式的結束。",
      seen: `最後一個回應已經送出，過了 ${f.ms(d["ms"])}程式還在執行：有用戶端還留著連線。`,
      means:
        "開始停止時正忙的連線，回應完就變成閒置，然後還會留上一段 keepAliveTimeout（這裡是 65 秒）。停止期間的回應要帶「Connection: close」，或在最後一個回應之後關掉連線。要等送出回應時才判斷，不能在請求進來時就判斷：停止可能就在這中間開始。",
    }),
  },
  "keep-alive-lost": {
    en: () => ({
      expected: "Until the program is asked to stop, connections are kept alive.",
      seen: "An answer before the stop said “Connection: close”.",
      means:
        "A shop that keeps no connection has none that could hold up its end, but each request then pays for a new one. Set the header, or end the connection, only while stopping: server.listening is false then.",
    }),
    "zh-TW": () => ({
      expected: "還沒有人要求停止之前，連線會保持（keep-alive）。",
      seen: "停止之前的回應就帶了「Connection: close」。",
      means:
        "不保持任何連線，當然就沒有連線會拖住結束，但每個請求都得重新連線。只有在停止期間才帶這個標頭或關掉連線：那時 server.listening 是 false。",
    }),
  },
  "silent-connection-holds": {
    en: (d, f) => ({
      expected: "A connection on which nothing was asked does not hold up the end.",
      seen: `All was answered, and ${f.ms(d["ms"])} later the program was still running, until a connection was closed that had never sent a request.`,
      means:
        "Browsers open connections in advance. One that has not sent a request never sees a last answer, so it must be closed in another way: closeIdleConnections(), which server.close() calls unless it was replaced, or a list that holds all connections, not only those with requests.",
    }),
    "zh-TW": (d, f) => ({
      expected: "沒有送過請求的連線，不會拖住程式的結束。",
      seen: `該回應的都回應了，過了 ${f.ms(d["ms"])}程式還在執行；等到一條從未送過請求的連線關閉，它才結束。`,
      means:
        "瀏覽器會預先開好連線。還沒送過請求的連線等不到「最後一個回應」，得用別的方法關掉：closeIdleConnections()（只要沒有被換掉，server.close() 就會呼叫它），或是一份列出所有連線的清單，而不是只記有請求的。",
    }),
  },
  "retry-holds-the-stop": {
    en: () => ({
      expected: "A retry that waits does not hold up the end.",
      seen: "When SIGTERM came, no worker lived, and two retries waited, a long way off; the program did not end.",
      means:
        "The timer of the back-off keeps the primary alive until it fires, and then a worker may even be forked into a shop that stops. Keep every timer, not only the last one, since several may wait at a time, and take all of them back with clearTimeout() when the stop begins.",
    }),
    "zh-TW": () => ({
      expected: "等待中的重試不會拖住程式的結束。",
      seen: "收到 SIGTERM 時已經沒有工作行程，有兩次重試在等，時間都還早得很，程式卻沒有結束。",
      means:
        "退避的計時器會讓主行程一直活到它觸發為止，到時候說不定還會在停止途中 fork 新的工作行程。同時可能有好幾次重試在等，所以每個計時器都要留在手上，不能只記最後一個；停止一開始就用 clearTimeout() 全部取消。",
    }),
  },
  "no-limit": {
    en: (d, f) => ({
      expected: "A worker that doesn't finish is ended after STOP_WITHIN_MS (300 ms here).",
      seen: `An order board was open, an answer that never ends; ${f.ms(d["ms"])} later the program was still running.`,
      means:
        "disconnect() waits for the last connection, however long that lives. Set a timer that ends the worker by force, with SIGKILL: the listener that shields it from SIGTERM and SIGINT swallows those from you, too. Without it, systemd or Kubernetes will do it, and end everything. If you have such a timer: disconnect() takes the worker out of cluster.workers at once, so nobody is found there when the time is up. Keep the worker itself.",
    }),
    "zh-TW": (d, f) => ({
      expected: "做不完的工作行程，過了 STOP_WITHIN_MS（這裡是 300 毫秒）就會被結束。",
      seen: `有人開著訂單看板，也就是一個不會結束的回應；過了 ${f.ms(d["ms"])}程式還在執行。`,
      means:
        "disconnect() 會等到最後一條連線結束，不管要等多久。設一個計時器，時間到就用 SIGKILL 強制結束工作行程：替它擋下 SIGTERM 和 SIGINT 的監聽器，連你送的也會擋下。不這樣做，就會由 systemd 或 Kubernetes 動手，而它們會結束一切。如果已經有計時器：一呼叫 disconnect()，工作行程就不在 cluster.workers 裡了，時間到時在那裡找不到它，所以要自己留著那個 worker。",
    }),
  },
  "gives-up-without-limit": {
    en: () => ({
      expected:
        "When the primary gives up, a worker that doesn't finish is ended after STOP_WITHIN_MS, too (300 ms here).",
      seen: "MAX_DEATHS was 1. An order board was open at each of two workers, and one of them crashed. The program forked nobody, and did not end.",
      means:
        "Giving up waits for the worker that is left, and that waits for its last connection, however long it lives. Whoever supervises the program sees a primary that runs, with nobody behind the counter. Give up the way you stop: with disconnect() for each worker, and with the timer that ends it by force.",
    }),
    "zh-TW": () => ({
      expected: "主行程放棄時，做不完的工作行程過了 STOP_WITHIN_MS（這裡是 300 毫秒）也會被結束。",
      seen: "MAX_DEATHS 是 1。兩個工作行程上都開著訂單看板，其中一個當掉。程式沒有再 fork，卻也沒有結束。",
      means:
        "放棄時在等剩下的工作行程，而它在等最後一條連線，不管要等多久。負責監督的人只看到主行程還在跑，櫃檯後面卻沒有人。放棄要和停止走同一條路：對每個工作行程呼叫 disconnect()，並設好時間到就強制結束它的計時器。",
    }),
  },
  "stop-not-clean": {
    en: (d) => ({
      expected: "A stop on request ends with code 0.",
      seen: `It ended with ${d["signal"] ? `signal ${d["signal"]}` : `code ${d["code"]}`}.`,
    }),
    "zh-TW": (d) => ({
      expected: "應要求停止時，結束代碼是 0。",
      seen: `它的結束方式是${d["signal"] ? `訊號 ${d["signal"]}` : `代碼 ${d["code"]}`}。`,
    }),
  },
  "left-after-stop": {
    en: (d, f) => ({
      expected: "When the program has ended, none of its processes is left.",
      seen: `${f.count(d["left"])} process(es) were still there.`,
      means:
        "The primary has ended before its workers. One that was told to disconnect does not end with it: it goes on with its open answer, and nobody is left to end it by force. Let process.exit(), if you call it, wait for the last 'exit'.",
    }),
    "zh-TW": (d, f) => ({
      expected: "程式結束後，不留下任何行程。",
      seen: `還有 ${f.count(d["left"])} 個行程沒有結束。`,
      means:
        "主行程比工作行程早走。已經被要求 disconnect 的工作行程不會跟著結束：它手上的回應還開著，也沒有人能再強制結束它。如果要呼叫 process.exit()，得等到最後一個 'exit' 之後。",
    }),
  },
});
