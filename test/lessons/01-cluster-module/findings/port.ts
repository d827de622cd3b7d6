import { findings } from "../../../harness/words.ts";

/** Task port-taken: what the program says and how it ends when it can't have its port. */
export default findings({
  "forks-on": {
    en: (d, f) => ({
      expected: `With the port taken, no more than the ${d["workers"]} wanted workers are forked.`,
      seen: `${f.count(d["forks"])} workers had been forked when the check ended the program.`,
      means:
        "Every worker that dies is replaced, and the next one fails for the same reason: a restart storm. Replace workers only when a new one can do better.",
    }),
    "zh-TW": (d, f) => ({
      expected: `連接埠被占用時，最多 fork ${d["workers"]} 個工作行程，也就是原本要的數量。`,
      seen: `檢查器結束程式時，它已經 fork 了 ${f.count(d["forks"])} 個。`,
      means:
        "每個當掉的工作行程都換上新的，而新的又因為同樣的原因失敗：這就是重啟風暴。只有換了會有差別的時候，才該換上新的。",
    }),
  },
  "claims-to-listen": {
    en: (d, f) => ({
      expected: `Port ${f.port(d["port"])} is taken: the program says so and ends with a non-zero exit code.`,
      seen: `It printed the same as when all is well, ${d["ended"] ? "and ended" : "and went on running"}. Nothing listens.`,
      means:
        "Express 5 calls the callback of app.listen() also when listening fails, with the error as its argument. A callback that takes no argument never sees it, and reports success.",
    }),
    "zh-TW": (d, f) => ({
      expected: `連接埠 ${f.port(d["port"])} 已被占用：程式會說明，並以非零的結束代碼結束。`,
      seen: `它印出的內容和一切正常時完全一樣，${d["ended"] ? "然後就結束了" : "而且繼續執行"}，其實沒有在監聽。`,
      means:
        "監聽失敗時，Express 5 也會呼叫 app.listen() 的回呼，並把錯誤當作參數傳進來。沒有參數的回呼看不到錯誤，還會回報成功。",
    }),
  },
  "stays-without-port": {
    en: (d, f) => ({
      expected: `Port ${f.port(d["port"])} is taken: the program says so and ends with a non-zero exit code.`,
      seen: "It was still running seconds later, and served nobody.",
      means:
        "The workers could not listen, and nobody drew a conclusion. A worker that only reports or ignores the error stays alive, and so does the primary: its connection to the worker keeps both running.",
    }),
    "zh-TW": (d, f) => ({
      expected: `連接埠 ${f.port(d["port"])} 已被占用：程式會說明，並以非零的結束代碼結束。`,
      seen: "過了好幾秒它還在執行，卻沒有服務任何人。",
      means:
        "工作行程無法監聽，卻沒有人據此做出決定。只把錯誤印出來或忽略它的工作行程會繼續活著，主行程也是：兩者之間的 IPC 連線讓它們都不會結束。",
    }),
  },
  "takes-another-port": {
    en: (d, f) => ({
      expected: `Port ${f.port(d["port"])} is taken: the program says so and ends with a non-zero exit code.`,
      seen: "It went on running, and listens on another port, for which nobody asked.",
      means:
        "Whoever set the port sends customers and probes there, and a proxy knows only that one. For them the shop is closed, while its supervisor sees a program that runs. A choice of ports suits a tool on a desk; a server says what is wrong, and ends.",
    }),
    "zh-TW": (d, f) => ({
      expected: `連接埠 ${f.port(d["port"])} 已被占用：程式會說明，並以非零的結束代碼結束。`,
      seen: "它繼續執行，改在另一個沒有人指定的連接埠監聽。",
      means:
        "客人、探測和代理都只認得設定的那個連接埠。對他們來說店是關著的，監督者卻看到程式好好地在執行。自己換連接埠適合在桌上用的工具；伺服器應該說明出了什麼事，然後結束。",
    }),
  },
  "tries-for-ever": {
    en: (d, f) => ({
      expected: `Port ${f.port(d["port"])} is taken: the program says so and ends with a non-zero exit code.`,
      seen: `It was still trying when the check ended it, after ${f.count(d["attempts"])} failures.`,
      means:
        "A few more attempts help where deploys overlap. Without a limit, the program looks alive to its supervisor, and serves nobody for as long as the port is taken. After a few failures, tell the primary, and let it end everything.",
    }),
    "zh-TW": (d, f) => ({
      expected: `連接埠 ${f.port(d["port"])} 已被占用：程式會說明，並以非零的結束代碼結束。`,
      seen: `檢查器結束程式時，它還在重試，已經失敗了 ${f.count(d["attempts"])} 次。`,
      means:
        "部署新舊交替的時候，多試幾次有用。但次數沒有上限的話，只要連接埠還被占用，監督者看到的是程式活著，其實它沒有服務任何人。失敗幾次之後，就該告訴主行程，由它結束一切。",
    }),
  },
  "stays-after-disconnect": {
    en: (d, f) => ({
      expected: `Port ${f.port(d["port"])} is taken: the program says so and ends with a non-zero exit code.`,
      seen: "All its workers had been disconnected; seconds later it was still running, and served nobody.",
      means:
        'Disconnecting ends a process only when nothing else keeps it alive, as a timer, a server or a thread does. What a module starts when it is loaded, it starts in every process that imports it, also in the primary. Start it when it is first needed, or unref() it; with a thread, after its listeners are added, because on("message", …) takes unref() back.',
    }),
    "zh-TW": (d, f) => ({
      expected: `連接埠 ${f.port(d["port"])} 已被占用：程式會說明，並以非零的結束代碼結束。`,
      seen: "工作行程都離線了，過了好幾秒，程式卻還在執行，沒有服務任何人。",
      means:
        '離線之後，行程要沒有別的東西留住它才會結束；計時器、伺服器、執行緒都會留住它。模組一載入就啟動的東西，每個 import 它的行程都會啟動一份，主行程也不例外。請等第一次用到時才啟動，或對它呼叫 unref()；執行緒要在加完監聽器之後才呼叫，因為 on("message", …) 會把 unref() 抵銷掉。',
    }),
  },
  "primary-throws": {
    en: (d, f) => ({
      expected: `Port ${f.port(d["port"])} is taken: one clear line says so, and the program ends with a non-zero exit code.`,
      seen: `The primary died of an uncaught error. Node.js printed it with a line of your code and the stack; the exit code was ${d["code"]}.`,
      means:
        "An uncaught error, whether thrown or emitted as 'error' with nobody listening, tells a programmer where the code gave up. Who starts the shop needs the sentence alone: print it with console.error(), set process.exitCode = 1, and call cluster.disconnect().",
    }),
    "zh-TW": (d, f) => ({
      expected: `連接埠 ${f.port(d["port"])} 已被占用：程式用一行清楚的訊息說明，並以非零的結束代碼結束。`,
      seen: `主行程因為未捕捉的例外而當掉，Node.js 連同一行程式碼和堆疊追蹤一起印出來，結束代碼是 ${d["code"]}。`,
      means:
        "未捕捉的例外，不論是 throw 拋出的，還是沒有人處理的 'error' 事件，說的都是程式碼停在哪裡，那是給寫程式的人看的。開店的人只需要那句話：請用 console.error() 印出來，設定 process.exitCode = 1，再呼叫 cluster.disconnect()。",
    }),
  },
  "no-error-handler": {
    en: (d, f) => ({
      expected: `Port ${f.port(d["port"])} is taken: one clear line says so, and the program ends with a non-zero exit code.`,
      seen: `The workers died of an uncaught EADDRINUSE and printed their stacks; the program ended with exit code ${d["code"]}.`,
      means:
        "Nobody listens to the server's 'error' event. Handle it (in Express 5 the callback of app.listen() gets the error, too), and let the primary decide what the whole program does.",
    }),
    "zh-TW": (d, f) => ({
      expected: `連接埠 ${f.port(d["port"])} 已被占用：程式用一行清楚的訊息說明，並以非零的結束代碼結束。`,
      seen: `工作行程因為未捕捉的 EADDRINUSE 而當掉，印出堆疊追蹤；程式以結束代碼 ${d["code"]} 結束。`,
      means:
        "沒有人處理伺服器的 'error' 事件。處理它（Express 5 的 app.listen() 也會把錯誤傳給回呼），並由主行程決定整個程式該怎麼辦。",
    }),
  },
  "ends-with-0": {
    en: (d, f) => ({
      expected: `Port ${f.port(d["port"])} is taken: the program ends with a non-zero exit code.`,
      seen: "It ended with exit code 0, which tells the supervisor that all is well.",
      means:
        "Every process has an exit code of its own, and a supervisor sees only the primary's. When all workers are gone the primary ends by itself, with 0, whatever codes the workers had. Set process.exitCode in the primary.",
    }),
    "zh-TW": (d, f) => ({
      expected: `連接埠 ${f.port(d["port"])} 已被占用：程式會以非零的結束代碼結束。`,
      seen: "它以結束代碼 0 結束，等於告訴監督者一切正常。",
      means:
        "每個行程各有自己的結束代碼，而監督者只看得到主行程的。工作行程都結束後，主行程會自己以 0 結束，不管工作行程的代碼是什麼。請在主行程設定 process.exitCode。",
    }),
  },
  "stack-instead-of-sentence": {
    en: (d, f) => ({
      expected: `One clear line says that port ${f.port(d["port"])} can't be had.`,
      seen: "The program printed an error object with its stack, and no sentence.",
      means:
        "The stack shows where Node.js noticed it. The reader needs to know which port is taken, and what to do: print a sentence of your own instead, with the port in it.",
    }),
    "zh-TW": (d, f) => ({
      expected: `用一行清楚的訊息說明要不到連接埠 ${f.port(d["port"])}。`,
      seen: "程式印出整個錯誤物件和堆疊追蹤，卻沒有一句話說明。",
      means:
        "堆疊追蹤只說明 Node.js 在哪裡發現問題；看的人需要知道的是哪個連接埠被占用，以及該怎麼辦。請改成自己寫的一句話，並寫出連接埠。",
    }),
  },
  "port-not-named": {
    en: (d, f) => ({
      expected: `One clear line names the port (${f.port(d["port"])}) that can't be had.`,
      seen: "The program ended, but no line about the failure names the port.",
      means:
        "What it prints in every run does not count. Say which port is taken: the reader may have set another one than they think.",
    }),
    "zh-TW": (d, f) => ({
      expected: `有一行清楚的訊息寫出要不到的連接埠（${f.port(d["port"])}）。`,
      seen: "程式結束了，但關於失敗的訊息裡沒有提到連接埠。",
      means: "每次執行都會印的內容不算。請寫出是哪個連接埠被占用：設定的值也許和對方以為的不一樣。",
    }),
  },
  "success-without-workers": {
    en: () => ({
      expected:
        "When its only worker is killed, the program ends with a non-zero exit code, or starts another worker.",
      seen: "It ended with exit code 0, which tells the supervisor that all is well.",
      means:
        "With no worker left nothing keeps the primary alive, and it ends with 0 unless it has said otherwise. The code of a worker that a signal ended is null, and a primary whose process.exitCode is null ends with 0, too. In cluster's event exit, set process.exitCode to 1.",
    }),
    "zh-TW": () => ({
      expected: "唯一的工作行程被強制結束時，程式以非零的結束代碼結束，或是再產生一個工作行程。",
      seen: "它以結束代碼 0 結束，等於告訴監督者一切正常。",
      means:
        "沒有工作行程之後，主行程無事可做，除非另外指定，否則就以 0 結束。工作行程若是被訊號結束的，code 是 null，而把 process.exitCode 設成 null，結果還是 0。請在 cluster 的 exit 事件裡把 process.exitCode 設成 1。",
    }),
  },
  "success-after-quit": {
    en: () => ({
      expected:
        "When its only worker ends by itself, the program ends with a non-zero exit code, or starts another worker.",
      seen: "The worker called process.exit(), as by mistake. The program ended with exit code 0, which tells the supervisor that all is well.",
      means:
        "A worker that a signal killed is noticed, one that ends by itself is not. Its code says little: process.exit() without a number is 0, and the shop is as closed. What counts is whether somebody asked it to leave (worker.exitedAfterDisconnect). If nobody did, set process.exitCode to 1 in cluster's event exit.",
    }),
    "zh-TW": () => ({
      expected: "唯一的工作行程自己結束時，程式以非零的結束代碼結束，或是再產生一個工作行程。",
      seen: "工作行程像寫錯程式那樣呼叫了 process.exit()，程式就以結束代碼 0 結束，等於告訴監督者一切正常。",
      means:
        "被訊號結束的工作行程有處理到，自己結束的卻沒有。它的 code 說明不了什麼：process.exit() 沒有給數字就是 0，店一樣是關著的。要看的是有沒有人要它離開（worker.exitedAfterDisconnect）；如果沒有，請在 cluster 的 exit 事件裡把 process.exitCode 設成 1。",
    }),
  },
  "stays-without-workers": {
    en: () => ({
      expected:
        "When its only worker dies, the program ends with a non-zero exit code, or starts another worker.",
      seen: "Seconds later the primary was still running, with no worker, and served nobody.",
      means:
        "Something in the primary keeps it alive: a timer, a server or a connection of its own. Use cluster's event exit: when the last worker has died, end the primary, or start another worker. Count the deaths: at that event the dead worker may still be in cluster.workers.",
    }),
    "zh-TW": () => ({
      expected: "唯一的工作行程死掉時，程式以非零的結束代碼結束，或是再產生一個工作行程。",
      seen: "過了好幾秒，主行程還在執行，卻沒有工作行程，也沒有服務任何人。",
      means:
        "主行程裡有東西讓它停不下來：計時器、伺服器，或它自己的連線。請利用 cluster 的 exit 事件：最後一個工作行程死掉時，結束主行程，或再產生一個工作行程。死了幾個要自己數：這個事件發生時，死掉的那個可能還在 cluster.workers 裡。",
    }),
  },
  "replacement-unheard": {
    en: () => ({
      expected: "A worker that replaces a dead one takes orders, as the one before did.",
      seen: "The new worker served, but an order that was placed with it got no answer.",
      means:
        'The primary listens to the first workers only, perhaps by worker.on("message", …) in the loop that forks them. A worker that is forked later asks for its number, and nobody hears it. Fork every worker by one function that adds the listener, or use cluster.on("message", (worker, message) => …), which hears all.',
    }),
    "zh-TW": () => ({
      expected: "補上的工作行程和原來的一樣，可以接訂單。",
      seen: "新的工作行程在服務了，交給它的訂單卻一直等不到回應。",
      means:
        '主行程只聽得到最初的工作行程，可能是在 fork 它們的迴圈裡才呼叫 worker.on("message", …)。之後才 fork 的來要號碼時，沒有人在聽。請把 fork 和加監聽器寫成同一個函式，每個工作行程都由它產生；或改用 cluster.on("message", (worker, message) => …)，它聽得到所有的工作行程。',
    }),
  },
  "workers-left": {
    en: (d, f) => ({
      expected: "When the program has ended, none of its processes is left.",
      seen: `${f.count(d["left"])} process(es) were still there.`,
    }),
    "zh-TW": (d, f) => ({
      expected: "程式結束後，不留下任何行程。",
      seen: `還有 ${f.count(d["left"])} 個行程沒有結束。`,
    }),
  },
});
