import { findings } from "../../../harness/words.ts";
import { ended } from "../../../harness/ended.ts";

/** Tasks many-workers and fair-share: who accepts, and who answers. */
export default findings({
  "no-pid": {
    en: (d) => ({
      expected: "GET / answers with JSON that has the pid of the answering process.",
      seen: `What came instead: ${ended(d, "en")}`,
    }),
    "zh-TW": (d) => ({
      expected: "GET / 以 JSON 回應，內含負責回應的行程的 pid。",
      seen: `實際得到的是：${ended(d, "zh-TW")}`,
    }),
  },
  "one-process": {
    en: (d, f) => ({
      expected: `${f.count(d["wanted"])} workers answer, one per CPU.`,
      seen: `Every answer came from the process that was started (pid ${f.pid(d["main"])}).`,
      means:
        "cluster.fork() was never called, so the program is still a single process. Either the call is missing, or it stands in a branch that this process doesn't take: in the process that was started, cluster.isPrimary is true and cluster.isWorker is false.",
    }),
    "zh-TW": (d, f) => ({
      expected: `由 ${f.count(d["wanted"])} 個工作行程回應，每個 CPU 一個。`,
      seen: `所有回應都來自一開始啟動的那個行程（pid ${f.pid(d["main"])}）。`,
      means:
        "程式從頭到尾沒有呼叫 cluster.fork()，仍然只有一個行程。可能是漏寫了，也可能是寫在這個行程不會走到的分支：在一開始啟動的行程裡，cluster.isPrimary 是 true，cluster.isWorker 是 false。",
    }),
  },
  "worker-forks": {
    en: () => ({
      expected: "Only the primary forks. The workers serve.",
      seen: "A worker died with “cluster.fork is not a function”.",
      means:
        "The call of cluster.fork() is reached by the workers too. A worker has no cluster.fork, so it ends at that line, before it serves anybody. Put the loop behind if (cluster.isPrimary).",
    }),
    "zh-TW": () => ({
      expected: "只有主行程會 fork，工作行程只負責服務。",
      seen: "有工作行程因為「cluster.fork is not a function」而當掉。",
      means:
        "工作行程也執行到了 cluster.fork()。工作行程裡沒有 cluster.fork，走到那一行就結束了，根本來不及服務任何人。請把迴圈放進 if (cluster.isPrimary) 裡。",
    }),
  },
  "primary-answers": {
    en: (d, f) => ({
      expected: "The primary serves nothing. All answers come from workers.",
      seen: `${f.count(d["byPrimary"])} of ${f.count(d["of"])} answers came from the primary itself (pid ${f.pid(d["main"])}).`,
      means:
        "The primary reaches the call of listen() too, and takes the port for itself. Only workers may reach it: put it in the else branch of if (cluster.isPrimary).",
    }),
    "zh-TW": (d, f) => ({
      expected: "主行程不處理請求，所有回應都來自工作行程。",
      seen: `${f.count(d["of"])} 個回應中，有 ${f.count(d["byPrimary"])} 個來自主行程自己（pid ${f.pid(d["main"])}）。`,
      means:
        "主行程也執行到了 listen()，把連接埠占為己有。只有工作行程才該走到那一行：請把它放進 if (cluster.isPrimary) 的 else 分支。",
    }),
  },
  "primary-proxies": {
    en: (d, f) => ({
      expected: "The primary serves nothing: it hands over connections and reads no request.",
      seen: `Workers gave the answers, but the requests arrived in the primary's own HTTP server (pid ${f.pid(d["main"])}).`,
      means:
        "The primary is a proxy: it parses every request, sends it on and copies the answer. All traffic passes through one event loop again. Let the workers call listen() on the shared port; the cluster module hands the connections over.",
    }),
    "zh-TW": (d, f) => ({
      expected: "主行程不處理請求：它只轉交連線，不讀取任何請求。",
      seen: `回應雖然來自工作行程，請求卻先進了主行程自己的 HTTP 伺服器（pid ${f.pid(d["main"])}）。`,
      means:
        "主行程成了代理：解析每個請求、轉送、再把回應抄回去，所有流量又擠進同一個事件迴圈。讓工作行程直接對共用的連接埠呼叫 listen() 就好，cluster 模組會轉交連線。",
    }),
  },
  "listens-alone": {
    en: (d, f) => ({
      expected: `${f.count(d["wanted"])} workers listen on the same port.`,
      seen: `Only one of them could; the others got ${d["code"]} from their own program.`,
      means:
        "The workers don't ask the primary for the shared socket. Each binds the port for itself, and only the first one succeeds. listen({ exclusive: true }) does that: leave exclusive out.",
    }),
    "zh-TW": (d, f) => ({
      expected: `${f.count(d["wanted"])} 個工作行程監聽同一個連接埠。`,
      seen: `只有一個成功；其他的被自家程式擋下，得到 ${d["code"]}。`,
      means:
        "工作行程沒有向主行程要共用的 socket，而是各自去繫結連接埠，所以只有第一個成功。listen({ exclusive: true }) 就是這個效果，拿掉 exclusive 即可。",
    }),
  },
  "worker-crashes": {
    en: (d, f) => ({
      expected: `${f.count(d["wanted"])} workers answer.`,
      seen: `A worker died of an uncaught error: ${d["message"]}.`,
    }),
    "zh-TW": (d, f) => ({
      expected: `由 ${f.count(d["wanted"])} 個工作行程回應。`,
      seen: `有工作行程因為未捕捉的例外而當掉：${d["message"]}。`,
    }),
  },
  "too-few-forked": {
    en: (d, f) => ({
      expected: `${f.count(d["wanted"])} workers answer.`,
      seen: `Only ${f.count(d["forked"])} had been forked.`,
      means: "Each call of cluster.fork() starts one worker. Call it once per worker, in a loop.",
    }),
    "zh-TW": (d, f) => ({
      expected: `由 ${f.count(d["wanted"])} 個工作行程回應。`,
      seen: `程式只 fork 了 ${f.count(d["forked"])} 個。`,
      means: "每呼叫一次 cluster.fork() 只會產生一個工作行程。要幾個就用迴圈呼叫幾次。",
    }),
  },
  "ports-differ": {
    en: (d, f) => ({
      expected: "All workers listen on the same port, the one in PORT.",
      seen: `${f.count(d["ready"])} workers listened, on different ports: ${f.text(f.list(d["ports"]))}.`,
      means:
        "Each worker computes a port of its own, for example from its id. That is not needed in a cluster, and clients know one port only: call listen() with the same number in every worker, and the primary opens it for all.",
    }),
    "zh-TW": (d, f) => ({
      expected: "所有工作行程監聽同一個連接埠，也就是 PORT 指定的那個。",
      seen: `${f.count(d["ready"])} 個工作行程在監聽，連接埠卻不同：${f.text(f.list(d["ports"]))}。`,
      means:
        "每個工作行程各算出一個連接埠，例如加上自己的 id。在叢集裡不需要這樣做，用戶端也只知道一個連接埠：每個工作行程都用同樣的號碼呼叫 listen()，主行程會替大家開好。",
    }),
  },
  "workers-idle": {
    en: (d, f) => ({
      expected: "Requests on fresh connections are spread over all workers.",
      seen:
        d["ready"] > 0
          ? `${f.count(d["ready"])} workers listened, but ${d["pids"].length} of them gave all the answers (pid ${f.pids(d["pids"])}).`
          : `${f.count(d["forked"])} workers had been forked, but ${d["pids"].length} of them gave all the answers (pid ${f.pids(d["pids"])}). None of them listens: the primary accepts, and hands connections over itself.`,
      means:
        "Something chooses the worker by who asks, not in turn. Choosing by the client's address (“sticky”) does that: behind a proxy or an office router many clients share one address, and one worker gets them all.",
    }),
    "zh-TW": (d, f) => ({
      expected: "用全新連線送出的請求會分散到所有工作行程。",
      seen:
        d["ready"] > 0
          ? `${f.count(d["ready"])} 個工作行程都在監聽，所有回應卻只來自其中 ${d["pids"].length} 個（pid ${f.pids(d["pids"])}）。`
          : `fork 了 ${f.count(d["forked"])} 個工作行程，所有回應卻只來自其中 ${d["pids"].length} 個（pid ${f.pids(d["pids"])}）。它們都沒有監聽：是主行程自己接受連線，再轉交出去。`,
      means:
        "有東西依「誰來問」選工作行程，而不是輪流。依用戶端位址分配（所謂 sticky）就會這樣：在代理或公司路由器後面，許多用戶端共用一個位址，全都落到同一個工作行程。",
    }),
  },
  "too-few-answer": {
    en: (d, f) => ({
      expected: `${f.count(d["wanted"])} workers answer.`,
      seen: `${f.count(d["pids"].length)} answered: ${f.pids(d["pids"])}.`,
    }),
    "zh-TW": (d, f) => ({
      expected: `由 ${f.count(d["wanted"])} 個工作行程回應。`,
      seen: `只有 ${f.count(d["pids"].length)} 個回應：${f.pids(d["pids"])}。`,
    }),
  },
  "connection-closed": {
    en: () => ({
      expected: "A client may keep its connection, and then one worker answers all its requests.",
      seen: "The program answered with “Connection: close”, so every request needed a connection of its own.",
      means:
        "Keep-alive is switched off, perhaps to make the pids rotate. Clients now pay for a new connection each time. That a kept connection stays with its worker is no defect: distribution is per connection.",
    }),
    "zh-TW": () => ({
      expected: "用戶端可以保持連線，而且這條連線上的請求都由同一個工作行程回應。",
      seen: "程式回應了「Connection: close」，每個請求都得另開一條連線。",
      means:
        "保持連線被關掉了，或許是為了讓 pid 輪流出現。這樣一來，用戶端每次都要付出建立連線的代價。同一條連線固定由同一個工作行程服務並不是缺陷：被分配的本來就是連線。",
    }),
  },
  "connection-cut": {
    en: (d, f) => ({
      expected: "A client may keep its connection, and then one worker answers all its requests.",
      seen: `The answers announced “Keep-Alive: timeout=${d["announced"]}”. The client heeded it, opened a new connection for each request, and met ${f.count(d["pids"].length)} workers.`,
      means:
        "server.keepAliveTimeout is too short. It counts milliseconds, so 5 is not five seconds. Node.js announces it in whole seconds, rounded down, and a client gives an idle connection up before the announced end. Leave it at its default, or set it to several thousand.",
    }),
    "zh-TW": (d, f) => ({
      expected: "用戶端可以保持連線，而且這條連線上的請求都由同一個工作行程回應。",
      seen: `回應裡寫著「Keep-Alive: timeout=${d["announced"]}」。用戶端照著做，每個請求都另開一條連線，結果碰到 ${f.count(d["pids"].length)} 個工作行程。`,
      means:
        "server.keepAliveTimeout 設得太短。它的單位是毫秒，5 並不是五秒。Node.js 會換算成整數秒（小數捨去）告訴用戶端，而用戶端會趕在那之前放棄閒置的連線。請保留預設值，或設成好幾千。",
    }),
  },
  "connection-capped": {
    en: (d, f) => ({
      expected: "A client may keep its connection, and then one worker answers all its requests.",
      seen: `Answer ${f.count(d["after"])} on a connection said “Connection: close”. The client has to open a new one each time, which the next worker gets.`,
      means:
        "The program ends a connection after a number of requests: server.maxRequestsPerSocket does that, or a header that is set on some answers. Leave it at its default, 0, which means no limit: clients pay for each new connection, and to spread requests evenly is not what it is for.",
    }),
    "zh-TW": (d, f) => ({
      expected: "用戶端可以保持連線，而且這條連線上的請求都由同一個工作行程回應。",
      seen: `同一條連線上的第 ${f.count(d["after"])} 個回應寫著「Connection: close」。用戶端只好一再另開新連線，每次都交給下一個工作行程。`,
      means:
        "程式在一條連線上回應幾次之後就把它關掉：server.maxRequestsPerSocket 就是這個作用，也可能是某些回應設了這個標頭。請保留預設值 0，也就是不限次數：每開一條新連線，用戶端都要付出代價，而且這個設定本來就不是用來平均分配請求的。",
    }),
  },
  "connection-wanders": {
    en: (d, f) => ({
      expected: "All requests of one kept-alive connection are answered by one worker.",
      seen: `They were answered by ${f.count(d["pids"].length)}: ${f.pids(d["pids"])}.`,
    }),
    "zh-TW": (d, f) => ({
      expected: "同一條保持連線（keep-alive）上的請求，都由同一個工作行程回應。",
      seen: `卻由 ${f.count(d["pids"].length)} 個行程回應：${f.pids(d["pids"])}。`,
    }),
  },
});
