import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

/** What is found in the task "behind-the-router" of how a client came, and who it is. */
export default findings({
  "no-redirect": {
    en: (d) => ({
      expected: "A request that came over plain http is redirected to https.",
      seen: `With “X-Forwarded-Proto: http” the answer to GET ${d["route"]} was: ${ended(d, "en")}.`,
      means:
        "TLS ends at the router, so every request reaches the program over plain http. How the client came stands in X-Forwarded-Proto; the router redirects nothing by itself.",
    }),
    "zh-TW": (d) => ({
      expected: "經由一般 http 進來的請求會重新導向 https。",
      seen: `帶著「X-Forwarded-Proto: http」的 GET ${d["route"]}，得到的回應是：${ended(d, "zh-TW")}。`,
      means:
        "TLS 在路由器就結束了，所以每個請求都是用一般的 http 送到程式的。用戶端是怎麼進來的，寫在 X-Forwarded-Proto；路由器自己不會重新導向。",
    }),
  },
  "redirect-too-late": {
    en: (d) => ({
      expected: "A request that came over plain http is redirected to https.",
      seen: `With “X-Forwarded-Proto: http” the answer to GET ${d["route"]} was: ${ended(d, "en")}. A place that no route knows was redirected.`,
      means:
        "The redirect stands behind this route. Express asks middlewares and routes in the order in which they were added, and whoever answers is the last one asked. Add the redirect before all routes.",
    }),
    "zh-TW": (d) => ({
      expected: "經由一般 http 進來的請求會重新導向 https。",
      seen: `帶著「X-Forwarded-Proto: http」的 GET ${d["route"]}，得到的回應是：${ended(d, "zh-TW")}。沒有路由處理的路徑，倒是被重新導向了。`,
      means:
        "重新導向排在這個路由後面。Express 照加入的順序詢問中介軟體和路由，有人回應之後，後面的就輪不到了。請把重新導向加在所有路由之前。",
    }),
  },
  "order-not-redirected": {
    en: (d) => ({
      expected:
        "Every request that came over plain http is redirected to https, whatever its method.",
      seen: `GET /orders was redirected. The answer to POST /orders was: ${ended(d, "en")}.`,
      means:
        "The redirect looks at the method, or this route stands before it. What a customer sends over plain http, anybody on the way can read; a shop that takes it never teaches the client to come over https. Redirect all methods; status 308 keeps the method and the body.",
    }),
    "zh-TW": (d) => ({
      expected: "經由一般 http 進來的請求，不管用什麼方法，都會重新導向 https。",
      seen: `GET /orders 被重新導向了，POST /orders 得到的回應卻是：${ended(d, "zh-TW")}。`,
      means:
        "重新導向只看某些方法，或是這個路由排在它前面。客人經由一般 http 送出的內容，沿途誰都讀得到；店家照收，用戶端就永遠不會改走 https。請不分方法一律重新導向；狀態碼 308 會保留方法和主體。",
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
  "redirect-drops-order": {
    en: (d) => ({
      expected: "An order that is redirected keeps its method and body.",
      seen: `POST /orders was redirected with status ${d["status"]}.`,
      means:
        "After 301, 302 and 303, browsers, fetch() and curl ask the new place with GET, and leave the body behind: the customer gets the list of orders with status 200, and nobody has ordered anything. Status 308 keeps both; so does 307, which is for redirects that may change. Without a status, Express sends 302.",
    }),
    "zh-TW": (d) => ({
      expected: "訂單被重新導向時，方法和主體不變。",
      seen: `POST /orders 以狀態碼 ${d["status"]} 重新導向。`,
      means:
        "遇到 301、302 和 303，瀏覽器、fetch() 和 curl 都會改用 GET 去新的位置，主體也不帶了：客人拿到訂單清單和狀態碼 200，其實什麼都沒訂到。狀態碼 308 兩者都保留；307 也會，用在之後可能改變的重新導向。沒有指定狀態碼的話，Express 送的是 302。",
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
  "client-behind-other-router": {
    en: (d, f) => ({
      expected: `\`client\` in the answer of GET / is the client's address (${d["wanted"]} here), also when the router is another machine.`,
      seen: `Behind a router at 127.0.0.1 it was; behind one at an address of a private network ${d["redirected"] ? "the request, which had come over https, was redirected to https" : `it was ${f.text(JSON.stringify(d["client"]))}`}.`,
      means:
        'The program believes some addresses only: `trust proxy` set to "loopback" or "127.0.0.1", for example, means a router on the same machine. A platform\'s routers are other machines, with addresses that change. Count them in place of naming them: app.set("trust proxy", 1).',
    }),
    "zh-TW": (d, f) => ({
      expected: `路由器是另一台機器時，GET / 的回應裡，\`client\` 一樣是用戶端的位址（這裡是 ${d["wanted"]}）。`,
      seen: `路由器在 127.0.0.1 時沒有錯；路由器的位址屬於私有網路時，${d["redirected"] ? "經由 https 進來的請求又被重新導向 https" : `它是 ${f.text(JSON.stringify(d["client"]))}`}。`,
      means:
        '程式只相信某些位址：例如 `trust proxy` 設成 "loopback" 或 "127.0.0.1"，指的是同一台機器上的路由器。平台的路由器是別的機器，位址還會變。不要指名，用數的：app.set("trust proxy", 1)。',
    }),
  },
  "client-claims-elsewhere": {
    en: (d) => ({
      expected: "A client can't choose the address that the program sees.",
      seen: `A client sent headers such as “X-Real-IP: 6.6.6.6” of its own, and the program took it to be ${d["client"]}.`,
      means:
        "Other proxies write X-Real-IP, CF-Connecting-IP or Forwarded. This router writes none of them, and passes on what the client has sent, so whatever stands there is a claim. Believe X-Forwarded-For alone, and of it the last entry.",
    }),
    "zh-TW": (d) => ({
      expected: "用戶端不能自己決定程式看到的位址。",
      seen: `用戶端自己送了「X-Real-IP: 6.6.6.6」之類的標頭，程式就以為它是 ${d["client"]}。`,
      means:
        "X-Real-IP、CF-Connecting-IP、Forwarded 是別的代理在寫的。這裡的路由器都不寫，只把用戶端送來的原樣轉交，所以裡面的內容只是用戶端的說法。只能相信 X-Forwarded-For，而且只信最後一項。",
    }),
  },
  "client-not-cut-out": {
    en: (d) => ({
      expected: `\`client\` in the answer of GET / is the client's address, and nothing else.`,
      seen: `With “X-Forwarded-For: 6.6.6.6, ${d["wanted"]}” it is ${JSON.stringify(d["client"])}.`,
      means:
        String(d["client"]).trim() === d["wanted"]
          ? 'The entries of this list stand behind a comma and a blank, and the blank is still in front of the address. Whoever compares or counts addresses takes it for another one. Call trim(), or leave it to Express: app.set("trust proxy", 1) and req.ip.'
          : 'The header is a list: what the client claims, and behind it what the router adds. The last entry alone is true. app.set("trust proxy", 1) makes req.ip that entry.',
    }),
    "zh-TW": (d) => ({
      expected: "GET / 的回應裡，`client` 就是用戶端的位址，沒有別的。",
      seen: `標頭是「X-Forwarded-For: 6.6.6.6, ${d["wanted"]}」時，它是 ${JSON.stringify(d["client"])}。`,
      means:
        String(d["client"]).trim() === d["wanted"]
          ? '這份清單的各項以逗號加空白隔開，那個空白還留在位址前面，比對或統計時就成了另一個位址。請呼叫 trim()，或者交給 Express：設定 app.set("trust proxy", 1)，再讀 req.ip。'
          : '這個標頭是一份清單：前面是用戶端自己寫的，後面是路由器加上去的，只有最後一項是真的。設定 app.set("trust proxy", 1) 之後，req.ip 就是那一項。',
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
});
