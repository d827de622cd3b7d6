import { findings } from "../../../harness/words.ts";

const EXPECTED = {
  en: (d: Record<string, any>) =>
    `News that one worker announces is heard by the ${d["others"]} others.`,
  "zh-TW": (d: Record<string, any>) => `一個工作行程公布的訊息，其他 ${d["others"]} 個都聽得到。`,
};

/** Task talk. */
export default findings({
  "nobody-heard": {
    en: (d) => ({
      expected: EXPECTED.en(d),
      seen: "Nobody heard it.",
      means:
        'process.send() in a worker reaches the primary only; workers have no line to each other. The primary must hand the message on with worker.send(), and each worker must listen with process.on("message"), and put what comes into the list that openCounter() was given: an array that takes its place later is not seen.',
    }),
    "zh-TW": (d) => ({
      expected: EXPECTED["zh-TW"](d),
      seen: "沒有任何一個聽到。",
      means:
        '工作行程裡的 process.send() 只會送到主行程，工作行程彼此之間沒有通道。主行程必須用 worker.send() 轉送，每個工作行程也必須用 process.on("message") 接收，放進交給 openCounter() 的那個陣列；之後才換上的新陣列，它看不到。',
    }),
  },
  "some-heard": {
    en: (d) => ({
      expected: EXPECTED.en(d),
      seen: `${d["hearers"]} of them heard it.`,
      means:
        "The relay stops before it has told all: find() gives one worker, and a return or break in the loop ends it. Go through all of cluster.workers, and leave out the sender only.",
    }),
    "zh-TW": (d) => ({
      expected: EXPECTED["zh-TW"](d),
      seen: `其中 ${d["hearers"]} 個聽到了。`,
      means:
        "還沒通知完就停了：find() 只會給一個工作行程，迴圈裡的 return 或 break 也會提早結束。請走過 cluster.workers 的每一個，只跳過訊息的來源。",
    }),
  },
  "worker-sent-on": {
    en: () => ({
      expected: "The primary hands the news on to the other workers.",
      seen: "It ended at the first news: what it tried to send can't be packed.",
      means:
        'The event message of cluster hands over the worker first and the news second: (sender, news). A handler with one parameter gets the worker and sends that on. Only worker.on("message", …) begins with the news.',
    }),
    "zh-TW": () => ({
      expected: "主行程把訊息轉送給其他工作行程。",
      seen: "第一則訊息一來，它就結束了：它要送的東西無法打包。",
      means:
        'cluster 的 message 事件先傳入 worker，再傳入訊息：(sender, news)。只寫一個參數，拿到的就是 worker，轉送的也是它。只有 worker.on("message", …) 的第一個參數才是訊息。',
    }),
  },
  "later-news-lost": {
    en: () => ({
      expected: "All news that a worker announces is heard by the others, also the second.",
      seen: "The first news had come; the next did not.",
    }),
    "zh-TW": () => ({
      expected: "工作行程公布的每一則訊息，其他工作行程都聽得到，第二則也一樣。",
      seen: "第一則送到了，下一則卻沒有。",
    }),
  },
  "news-not-kept": {
    en: () => ({
      expected: "GET /heard shows all news that a worker has heard.",
      seen: "When more news had come, the earlier one was gone from it.",
      means: "Later news takes the place of what is there. heard is a list: push() what comes.",
    }),
    "zh-TW": () => ({
      expected: "GET /heard 會顯示工作行程聽到的所有訊息。",
      seen: "又來了一則訊息之後，先前的那則就不見了。",
      means: "後來的訊息蓋掉了原本的內容。heard 是清單，收到訊息請用 push() 加進去。",
    }),
  },
  "heard-something-else": {
    en: (d, f) => ({
      expected: "GET /heard of the other workers shows the news with its text.",
      seen: `It shows: ${f.text(d["seen"])}.`,
      means:
        "Something arrives, but it isn't the news itself. Is it wrapped on one side and not unwrapped on the other?",
    }),
    "zh-TW": (d, f) => ({
      expected: "其他工作行程的 GET /heard 會顯示訊息和它的文字。",
      seen: `實際顯示的是：${f.text(d["seen"])}。`,
      means: "有東西送到了，但不是訊息本身。是不是一邊包了一層，另一邊卻沒有拆開？",
    }),
  },
  "values-flattened": {
    en: (d, f) => ({
      expected: "Date, Map and Buffer arrive as Date, Map and Buffer.",
      seen: `They arrived as: ${f.list(d["seen"])}.`,
      means:
        'The message went through JSON, which is the default between primary and workers: a Date becomes text, a Map an empty object, a Buffer an object with numbers. setupPrimary({ serialization: "advanced" }) before the first fork keeps them, unless the program itself calls JSON.stringify().',
    }),
    "zh-TW": (d, f) => ({
      expected: "Date、Map、Buffer 送到之後仍然是 Date、Map、Buffer。",
      seen: `送到之後變成：${f.list(d["seen"])}。`,
      means:
        '訊息經過了 JSON，這是主行程與工作行程之間的預設方式：Date 變成文字，Map 變成空物件，Buffer 變成裝著數字的物件。在第一次 fork 之前設定 setupPrimary({ serialization: "advanced" })，就能保留它們，但程式自己不能再呼叫 JSON.stringify()。',
    }),
  },
  "values-changed": {
    en: (d, f) => ({
      expected: "Date, Map and Buffer arrive as they were sent.",
      seen: `They arrived as: ${f.text(f.list(d["seen"]))}.`,
      means: d["photoOnly"]
        ? "A Buffer is a Uint8Array of Node.js's own. structuredClone() gives back a plain Uint8Array, and JSON an object with numbers. Hand on what arrived, as it is."
        : 'Some of it was made anew on the way or where it arrived, as a Date is of text. That can\'t be done for all: of a Map, JSON leaves nothing. Let the line carry the values themselves: serialization: "advanced".',
    }),
    "zh-TW": (d, f) => ({
      expected: "Date、Map、Buffer 送到之後和送出時一樣。",
      seen: `送到之後變成：${f.text(f.list(d["seen"]))}。`,
      means: d["photoOnly"]
        ? "Buffer 是 Node.js 自己的 Uint8Array。structuredClone() 還回來的是一般的 Uint8Array，JSON 還回來的是裝著數字的物件。收到什麼，就原樣交出去。"
        : '有些值在途中或收到之後重新做過，例如把文字變回 Date。不是每一種都做得到：Map 經過 JSON 就什麼也不剩。請讓通道直接傳這些值：serialization: "advanced"。',
    }),
  },
  "sender-hears-itself": {
    en: () => ({
      expected: "News reaches the other workers only.",
      seen: "The worker that announced it heard it, too.",
      means:
        "The relay sends to everybody in cluster.workers. Leave out the worker that the message came from: it is the first argument of cluster's event message.",
    }),
    "zh-TW": () => ({
      expected: "訊息只送給其他工作行程。",
      seen: "公布訊息的那個自己也聽到了。",
      means:
        "轉送時送給了 cluster.workers 裡的每一個。請跳過訊息的來源，也就是 cluster 的 message 事件的第一個參數。",
    }),
  },
  "heard-twice": {
    en: () => ({
      expected: "Every other worker hears news once.",
      seen: "One of them heard it more than once.",
      means:
        "The message is relayed by two handlers, for example one on cluster and one on the worker, or by a handler that is registered again in each turn of the loop.",
    }),
    "zh-TW": () => ({
      expected: "其他每個工作行程都只聽到一次。",
      seen: "有一個聽到不只一次。",
      means:
        "訊息被兩個監聽器各轉送了一次：例如一個掛在 cluster 上、一個掛在 worker 上，或是在迴圈裡每轉一圈就重複註冊。",
    }),
  },
});
