import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

/** What is found in the task "behind-the-router". */
export default findings({
  "no-redirect": {
    en: (d) => ({
      expected: "A request that came over plain http is redirected to https.",
      seen: `With “X-Forwarded-Proto: http” the answer was: ${ended(d, "en")}.`,
      means:
        "TLS ends at the router, so every request reaches the program over plain http. How the client came stands in X-Forwarded-Proto; the router redirects nothing by itself.",
    }),
    "zh-TW": (d) => ({
      expected: "經由一般 http 進來的請求會重新導向 https。",
      seen: `帶著「X-Forwarded-Proto: http」的請求，得到的回應是：${ended(d, "zh-TW")}。`,
      means:
        "TLS 在路由器就結束了，所以每個請求都是用一般的 http 送到程式的。用戶端是怎麼進來的，寫在 X-Forwarded-Proto；路由器自己不會重新導向。",
    }),
  },
  "redirect-elsewhere": {
    en: (d) => ({
      expected: `The redirect keeps host, path and query: ${d["wanted"]}`,
      seen: `It goes to “${d["location"]}”.`,
      means:
        "Whoever follows it loses the place that the link pointed to, or comes to another host. Build it from the request: `https://${req.host}${req.originalUrl}`.",
    }),
    "zh-TW": (d) => ({
      expected: `重新導向會保留主機、路徑和查詢字串：${d["wanted"]}`,
      seen: `它導向「${d["location"]}」。`,
      means:
        "照著走的人會失去連結原本要去的地方，或是跑到別的主機。請用請求裡的內容組成：`https://${req.host}${req.originalUrl}`。",
    }),
  },
  "redirect-loop": {
    en: (d) => ({
      expected: "A request that came over https is answered.",
      seen: `With “X-Forwarded-Proto: https” it was redirected to “${d["location"]}”.`,
      means:
        'A browser follows that for ever: ERR_TOO_MANY_REDIRECTS. The program asks whether its own connection is encrypted, and behind the router it never is. With app.set("trust proxy", 1), req.secure tells how the client came.',
    }),
    "zh-TW": (d) => ({
      expected: "經由 https 進來的請求會得到回應。",
      seen: `帶著「X-Forwarded-Proto: https」的請求，被重新導向「${d["location"]}」。`,
      means:
        '瀏覽器會一直被導過去：ERR_TOO_MANY_REDIRECTS。程式看的是自己這條連線有沒有加密，而在路由器後面永遠沒有。設定 app.set("trust proxy", 1) 之後，req.secure 說的才是用戶端怎麼進來的。',
    }),
  },
  "https-fails": {
    en: (d) => ({
      expected: "GET / over https is answered with status 200.",
      seen: `The request ended like this: ${ended(d, "en")}.`,
    }),
    "zh-TW": (d) => ({
      expected: "經由 https 的 GET / 得到狀態碼 200 的回應。",
      seen: `請求的結果是：${ended(d, "zh-TW")}。`,
    }),
  },
  "client-is-router": {
    en: () => ({
      expected: "`client` in the answer of GET / is the client's address (203.0.113.7 here).",
      seen: "It is the address of the router.",
      means:
        'The program\'s connection comes from the router, so that is whom it sees. The client stands in X-Forwarded-For. With app.set("trust proxy", 1), req.ip takes it from there.',
    }),
    "zh-TW": () => ({
      expected: "GET / 的回應裡，`client` 是用戶端的位址（這裡是 203.0.113.7）。",
      seen: "它是路由器的位址。",
      means:
        '程式的連線來自路由器，看到的當然是路由器。用戶端寫在 X-Forwarded-For 裡。設定 app.set("trust proxy", 1) 之後，req.ip 就會從那裡取。',
    }),
  },
  "client-spoofed": {
    en: (d) => ({
      expected: "A client can't choose the address that the program sees.",
      seen: `A client sent “X-Forwarded-For: 6.6.6.6” of its own, and the program took it to be ${d["client"]}.`,
      means:
        "The router appends the true address at the end; what stands before it, anybody may have written. `trust proxy: true`, or the first entry of the list, believes the liar. One router stands in front: trust 1.",
    }),
    "zh-TW": (d) => ({
      expected: "用戶端不能自己決定程式看到的位址。",
      seen: `用戶端自己送了「X-Forwarded-For: 6.6.6.6」，程式就以為它是 ${d["client"]}。`,
      means:
        "路由器把真正的位址加在最後面；前面的部分，誰都能寫。`trust proxy: true` 或取清單的第一個，相信的都是說謊的人。前面只有一層路由器，就設成 1。",
    }),
  },
  "client-unknown": {
    en: (d) => ({
      expected: `\`client\` in the answer of GET / is the client's address (${d["wanted"]} here).`,
      seen: `It is ${JSON.stringify(d["client"])}.`,
    }),
    "zh-TW": (d) => ({
      expected: `GET / 的回應裡，\`client\` 是用戶端的位址（這裡是 ${d["wanted"]}）。`,
      seen: `它是 ${JSON.stringify(d["client"])}。`,
    }),
  },
  "order-refused": {
    en: (d) => ({
      expected: "POST /orders with a drink as JSON places an order.",
      seen: `The request ended like this: ${ended(d, "en")}.`,
    }),
    "zh-TW": (d) => ({
      expected: "用 POST /orders 送出 JSON 格式的飲料，就會下訂單。",
      seen: `請求的結果是：${ended(d, "zh-TW")}。`,
    }),
  },
  "orders-on-disk": {
    en: (d) => ({
      expected: "Orders are still there after the dyno was restarted.",
      seen: `They were gone. The program had written them to the file “${d["file"]}”.`,
      means:
        "A dyno's disk is thrown away with the dyno: at every deployment, every restart, and once a day. And a second dyno has another disk. Keep orders in the service at ORDERS_URL.",
    }),
    "zh-TW": (d) => ({
      expected: "dyno 重新啟動之後，訂單還在。",
      seen: `訂單不見了。程式把它們寫在檔案「${d["file"]}」裡。`,
      means:
        "dyno 的磁碟會跟著 dyno 一起丟掉：每次部署、每次重新啟動，還有每天一次。而第二個 dyno 用的是另一個磁碟。請把訂單存到 ORDERS_URL 的服務。",
    }),
  },
  "orders-forgotten": {
    en: (d) => ({
      expected: "Orders are still there after the dyno was restarted.",
      seen: `They were gone. GET /orders ended like this: ${ended(d, "en")}.`,
      ...(d["came"] === 0 && {
        means:
          "None of them came to the order book: they were in the memory of a process, or in a place that went with its dyno. Keep them in the service at ORDERS_URL: POST appends an order, GET gives all.",
      }),
    }),
    "zh-TW": (d) => ({
      expected: "dyno 重新啟動之後，訂單還在。",
      seen: `訂單不見了。GET /orders 的結果是：${ended(d, "zh-TW")}。`,
      ...(d["came"] === 0 && {
        means:
          "訂單簿一筆也沒收到：它們只存在行程的記憶體裡，或是會跟著 dyno 消失的地方。請存到 ORDERS_URL 的服務：POST 新增一筆，GET 取得全部。",
      }),
    }),
  },
  "orders-beside-the-book": {
    en: () => ({
      expected: "Orders are in the service at ORDERS_URL after POST /orders.",
      seen: "The next dyno still had them, and the service had not.",
      means:
        "They are in a place that both dynos happen to share here, such as the machine's folder for temporary files. On a platform the next dyno is in another container, with another disk. Keep them in the service at ORDERS_URL: POST appends an order, GET gives all.",
    }),
    "zh-TW": () => ({
      expected: "POST /orders 之後，訂單在 ORDERS_URL 的服務裡。",
      seen: "下一個 dyno 還看得到訂單，服務裡卻沒有。",
      means:
        "它們放在兩個 dyno 在這裡剛好共用的地方，例如機器的暫存資料夾。到了平台上，下一個 dyno 在另一個容器裡，用的是另一個磁碟。請存到 ORDERS_URL 的服務：POST 新增一筆，GET 取得全部。",
    }),
  },
  "orders-not-shown": {
    en: (d) => ({
      expected: "GET /orders gives the orders that are in the service at ORDERS_URL.",
      seen: `The service has them. GET /orders ended like this: ${ended(d, "en")}.`,
    }),
    "zh-TW": (d) => ({
      expected: "GET /orders 會給出 ORDERS_URL 的服務裡的訂單。",
      seen: `服務裡有訂單，GET /orders 的結果卻是：${ended(d, "zh-TW")}。`,
    }),
  },
  "order-unlabelled": {
    en: (d) => ({
      expected: "Orders come to the order book as JSON: with “Content-Type: application/json”.",
      seen: d["type"] === "" ? "They came without a Content-Type." : `They came as “${d["type"]}”.`,
      means:
        "fetch() takes a text for plain text, whatever is written in it. Many services go by the header: express.json() passes over such a body, and the order arrives empty. Set the header with the request.",
    }),
    "zh-TW": (d) => ({
      expected: "訂單以 JSON 送到訂單簿，並帶著「Content-Type: application/json」。",
      seen:
        d["type"] === ""
          ? "送到的訂單沒有 Content-Type。"
          : `送到的訂單，Content-Type 是「${d["type"]}」。`,
      means:
        "body 是字串時，不管內容是什麼，fetch() 都當成純文字。許多服務只看標頭：express.json() 會略過這樣的內容，收到的訂單就是空的。請在請求裡設定這個標頭。",
    }),
  },
  "order-lost": {
    en: (d) => ({
      expected: "An order that the order book refuses is not confirmed to the customer.",
      seen: `The order book answered with status ${d["status"]}, and the customer got: ${ended(d, "en")}.`,
      means:
        "The customer waits for a tea that nobody has written down. A refusal is an answer, too: fetch() rejects only when none comes. Await it, and look at `ok` before you confirm.",
    }),
    "zh-TW": (d) => ({
      expected: "訂單簿拒收的訂單，不會向客人回報成功。",
      seen: `訂單簿回應了狀態碼 ${d["status"]}，客人得到的卻是：${ended(d, "zh-TW")}。`,
      means:
        "客人在等一杯沒有人記下來的茶。拒收也是一種回應：只有完全沒有回應時，fetch() 的 promise 才會 reject。請先 await，確認 `ok` 之後再回報成功。",
    }),
  },
});
