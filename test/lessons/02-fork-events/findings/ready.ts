import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

const EXPECTED = {
  en: 'The line {"event":"ready"} comes when all workers listen, and not before.',
  "zh-TW": '等所有工作行程都開始監聽，才印出 {"event":"ready"}。',
};

/** Task ready-means-listening. */
export default findings({
  "never-ready": {
    en: () => ({ expected: EXPECTED.en, seen: "All workers listened; no such line came." }),
    "zh-TW": () => ({
      expected: EXPECTED["zh-TW"],
      seen: "所有工作行程都開始監聽了，卻沒有這一行。",
    }),
  },
  "ready-at-fork": {
    en: () => ({
      expected: EXPECTED.en,
      seen: "It came before any worker was even online.",
      means:
        "fork() returns as soon as the system has made the process. Nothing of the worker's code has run by then.",
    }),
    "zh-TW": () => ({
      expected: EXPECTED["zh-TW"],
      seen: "它出現時，連一個上線（online）的工作行程都還沒有。",
      means: "作業系統一建立好行程，fork() 就返回了。這時工作行程的程式碼一行都還沒執行。",
    }),
  },
  "ready-at-online": {
    en: () => ({
      expected: EXPECTED.en,
      seen: "It came when all workers were online and none of them listened.",
      means:
        "online says that a process runs JavaScript. Connecting to a database, filling a cache and listen() still lie ahead, and no fixed pause knows how long they take. Wait for the event listening of every worker.",
    }),
    "zh-TW": () => ({
      expected: EXPECTED["zh-TW"],
      seen: "它出現時，所有工作行程都已上線（online），但沒有一個在監聽。",
      means:
        "online 只表示行程開始執行 JavaScript；連資料庫、填快取、呼叫 listen() 都還在後頭，要多久也沒有固定的秒數可等。請等每個工作行程的 listening 事件。",
    }),
  },
  "ready-too-soon": {
    en: (d) => ({
      expected: EXPECTED.en,
      seen: `It came when ${d["listening"]} of ${d["workers"]} workers listened.`,
      means:
        d["listening"] === 1
          ? "The first listening event is taken for all. Count different workers, and report when the last one has come."
          : "The program waits for a number of its own, or for one too few. How many workers there are is said by settings.workers, so by WEB_CONCURRENCY: it differs from machine to machine, and changes without the code.",
    }),
    "zh-TW": (d) => ({
      expected: EXPECTED["zh-TW"],
      seen: `它出現時，${d["workers"]} 個工作行程中只有 ${d["listening"]} 個在監聽。`,
      means:
        d["listening"] === 1
          ? "程式把第一個 listening 事件當成全部。請數有幾個不同的工作行程，等最後一個到了再回報。"
          : "程式等的是寫死的數字，或是少算了一個。有幾個工作行程要看 settings.workers，也就是 WEB_CONCURRENCY：每台機器不一樣，而且不改程式碼也會變。",
    }),
  },
  "ready-twice": {
    en: (d, f) => ({
      expected: 'The line {"event":"ready"} comes once.',
      seen: `It came at the right moment, but ${f.count(d["lines"])} times.`,
      means:
        "Several handlers wait for that moment, and each of them reports it. A handler on cluster hears of all workers, so one is enough: register it before the loop that forks, not in it. Whoever acts on ready, such as a deploy script, would act again.",
    }),
    "zh-TW": (d, f) => ({
      expected: '{"event":"ready"} 這一行只印一次。',
      seen: `時機是對的，卻印了 ${f.count(d["lines"])} 次。`,
      means:
        "有好幾個監聽器都在等這一刻，每一個都回報了一次。掛在 cluster 上的監聽器會聽到所有工作行程的事件，一個就夠：請在 fork 的迴圈之前註冊，不要放在迴圈裡。看到 ready 就動作的程式，例如部署指令稿，會因此重複動作。",
    }),
  },
  "dead-counted": {
    en: () => ({
      expected:
        "ready needs as many workers as were asked for, listening at the same time: here two.",
      seen: "Worker 1 listened and was killed, then worker 2 listened, and the primary printed ready.",
      means:
        "Workers are counted as they come, and none is taken off when it goes; or none is counted, and a pause long enough for most stands in for the event. The event exit tells of it; in a shop that forks a new worker for a dead one, ready then comes when that one listens.",
    }),
    "zh-TW": () => ({
      expected: "要有指定的那麼多工作行程同時在監聽，才能 ready；這裡是兩個。",
      seen: "1 號開始監聽後被殺掉，接著 2 號開始監聽，主行程就印出了 ready。",
      means:
        "程式只數來了幾個，走掉的卻沒有扣掉；或者根本沒有數，只等一段通常夠久的時間。exit 事件會告訴你誰走了；在會補上新工作行程的店裡，等補上的那個開始監聽，才是 ready。",
    }),
  },
  "refused-at-ready": {
    en: () => ({
      expected: "A request sent when ready is printed is answered.",
      seen: "Its connection was refused: nobody listened yet.",
      means:
        "Something else is taken for listening, such as a message that a worker sends before its server is open. The event listening of the cluster module comes when the port is. Whoever reads ready, a load balancer or a deploy script, sends customers at once, and each of them would meet this.",
    }),
    "zh-TW": () => ({
      expected: "看到 ready 時送出的請求會得到回應。",
      seen: "連線被拒絕：還沒有行程在監聽。",
      means:
        "程式把別的事情當成開始監聽了，例如工作行程在伺服器還沒開之前就送出的訊息。cluster 模組的 listening 事件，要等連接埠真的開了才會出現。讀到 ready 的負載平衡器或部署指令稿會立刻把客人送進來，每個客人都會碰到這個結果。",
    }),
  },
  "failed-at-ready": {
    en: (d) => ({
      expected: "A request sent when ready is printed is answered with status 200.",
      seen: `It ended like this: ${ended(d, "en")}.`,
    }),
    "zh-TW": (d) => ({
      expected: "看到 ready 時送出的請求會得到狀態碼 200 的回應。",
      seen: `請求的結果是：${ended(d, "zh-TW")}。`,
    }),
  },
});
