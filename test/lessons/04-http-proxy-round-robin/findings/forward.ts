import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

/** What is found about requests in the task "forward", and in any task when no answer comes. */
export default findings({
  "old-api": {
    en: (d) => ({
      expected: "The proxy forwards the first request.",
      seen: `It started, and died of the first request: ${d["crash"].message}`,
      means:
        "This is the interface of http-proxy before version 1.0 (2014): createServer((req, res, proxy) => …) and proxyRequest(). Since then, createProxyServer() gives a proxy, and proxy.web(req, res, { target }) forwards one request of a server that you make yourself.",
    }),
    "zh-TW": (d) => ({
      expected: "代理會轉送第一個請求。",
      seen: `它啟動了，但第一個請求一來就當掉：${d["crash"].message}`,
      means:
        "這是 http-proxy 1.0（2014 年）以前的介面：createServer((req, res, proxy) => …) 和 proxyRequest()。現在是用 createProxyServer() 取得 proxy，自己建立伺服器，再用 proxy.web(req, res, { target }) 轉送每一個請求。",
    }),
  },
  "not-forwarded": {
    en: (d) => ({
      expected: "A request to the proxy reaches the target.",
      seen: `The target got no request; to the client it ended like this: ${ended(d, "en")}.`,
      ...(d["unavailable"] && {
        means:
          "The target is alive, so the proxy gave up by itself. If it cancels on 'close' of req: that event comes as soon as the request has been read, and not only when the client leaves. 'close' of res, with res.writableFinished, tells that the client has gone. If not, look where the request is sent: one of the URLs in TARGETS.",
      }),
    }),
    "zh-TW": (d) => ({
      expected: "送到代理的請求會到達目標。",
      seen: `目標沒有收到任何請求；用戶端看到的結果是：${ended(d, "zh-TW")}。`,
      ...(d["unavailable"] && {
        means:
          "目標好好的，所以是代理自己放棄了。如果你在 req 的 'close' 取消請求：請求一讀完就會有這個事件，不只是用戶端離開的時候。要知道用戶端走了，請監聽 res 的 'close'，並看 res.writableFinished。如果不是這樣，就看看請求送到哪裡去了：應該是 TARGETS 裡的其中一個 URL。",
      }),
    }),
  },
  "not-answered": {
    en: (d) => ({
      expected: "A request through the proxy is answered with what the target answered.",
      seen: `It ended like this: ${ended(d, "en")}.`,
    }),
    "zh-TW": (d) => ({
      expected: "經過代理的請求，會得到目標的回應。",
      seen: `結果是：${ended(d, "zh-TW")}。`,
    }),
  },
  "body-swallowed": {
    en: (d) => ({
      expected: "The body of a request reaches the target.",
      seen: `The target got the head of a PUT and waited for its body in vain. To the client it ended like this: ${ended(d, "en")}.`,
      means:
        "Something read the body before the proxy did, and a stream can be read only once: express.json() for all routes, or an await for the body. Nothing that reads bodies may stand before proxy.web().",
    }),
    "zh-TW": (d) => ({
      expected: "請求的主體（body）會到達目標。",
      seen: `目標收到一個 PUT 的標頭，卻等不到主體。用戶端看到的結果是：${ended(d, "zh-TW")}。`,
      means:
        "有程式比代理先讀走了主體，而串流只能讀一次：套用到所有路由的 express.json()，或是先 await 讀完主體。會讀主體的東西，都不能放在 proxy.web() 前面。",
    }),
  },
  "path-changed": {
    en: (d) => ({
      expected: `The target gets the path and query as they were sent: ${d["sent"]}`,
      seen: `It got ${d["got"]}`,
      means:
        "Pass req.url on as it is. Middleware that is mounted on a path removes that path, decoding and encoding again changes %20 and %25, and an object of the query loses values that come twice.",
    }),
    "zh-TW": (d) => ({
      expected: `目標會收到原封不動的路徑和查詢字串：${d["sent"]}`,
      seen: `它收到的是 ${d["got"]}`,
      means:
        "請把 req.url 原樣傳下去。掛在某個路徑上的中介軟體會去掉那段路徑；先解碼再編碼會改變 %20 和 %25；把查詢字串轉成物件，會漏掉重複的值。",
    }),
  },
  "sent-elsewhere": {
    en: () => ({
      expected: "Every request goes to one of the TARGETS, whatever its path is.",
      seen: "A client asked for //127.0.0.1:…/menu, with the port of another server, and that server got the request.",
      means:
        "new URL(req.url, target) takes a path that begins with // for an address, and forgets the target. Anybody can then make the proxy ask any machine that it can reach, also inside your network. Take host and port from the target alone, and hand req.url over as the path.",
    }),
    "zh-TW": () => ({
      expected: "不論路徑是什麼，每個請求都只會送到 TARGETS 裡的目標。",
      seen: "用戶端要求 //127.0.0.1:…/menu，連接埠是另一台伺服器的，而那台伺服器收到了請求。",
      means:
        "new URL(req.url, target) 會把 // 開頭的路徑當成位址，目標就不算數了。這樣任何人都能叫代理去連它連得到的任何機器，包括內部網路裡的。主機和連接埠只能取自目標，req.url 則當成 path 傳過去。",
    }),
  },
  "host-changed": {
    en: (d) => ({
      expected: `The target gets the Host that the client asked for, ${d["sent"]}.`,
      seen: "It got another one.",
      means:
        "changeOrigin: true (or a client such as fetch) puts the target's own address in its place. That is meant for targets that serve many names, as hosted services do. A shop behind its own proxy needs the name that the customer typed: for links, cookies and redirects.",
    }),
    "zh-TW": (d) => ({
      expected: `目標會收到用戶端要求的 Host：${d["sent"]}。`,
      seen: "它收到的是別的。",
      means:
        "changeOrigin: true（或 fetch 之類的用戶端）會把它換成目標自己的位址。那是給一台要服務很多網域的目標用的，例如代管服務。自家代理後面的店，需要客人輸入的那個名字，才能產生正確的連結、cookie 和重新導向。",
    }),
  },
  "body-changed": {
    en: () => ({
      expected: "The target gets the body byte by byte as it was sent.",
      seen: "It got a body with other bytes.",
      means:
        "The proxy read the body and wrote it anew, for example with JSON.stringify(req.body): that keeps the meaning and not the bytes, and a signature of the body no longer fits. A proxy passes bytes on; it doesn't know what they mean.",
    }),
    "zh-TW": () => ({
      expected: "目標收到的主體，和送出的每個位元組都一樣。",
      seen: "它收到的位元組不同。",
      means:
        "代理讀了主體，又自己重寫了一份，例如 JSON.stringify(req.body)：意思一樣，位元組卻不同，主體的簽章就對不上了。代理只轉送位元組，不需要知道它們的意思。",
    }),
  },
  "request-changed": {
    en: (d, f) => ({
      expected: "The target gets the method and the headers as they were sent.",
      seen: `Changed or lost: ${f.list(d["what"])}.`,
    }),
    "zh-TW": (d, f) => ({
      expected: "目標收到的方法和標頭，和送出的一樣。",
      seen: `被改掉或不見的有：${f.list(d["what"])}。`,
    }),
  },
  "upload-held-back": {
    en: () => ({
      expected: "The target gets the first piece of a body while the client still sends the rest.",
      seen: "Nothing of it arrived before the client had sent everything.",
      means:
        "The proxy collects the whole body first. Uploads then need memory for each client, and the target can't begin. Pipe the request on as it comes.",
    }),
    "zh-TW": () => ({
      expected: "用戶端還在送後面的部分時，目標就會收到主體的第一段。",
      seen: "用戶端還沒送完之前，目標什麼都沒收到。",
      means:
        "代理先把整個主體收齊了。這樣每個上傳都要占用記憶體，目標也沒辦法開始處理。請求來多少就用管線（pipe）轉送多少。",
    }),
  },
  "upload-broken": {
    en: () => ({
      expected: "A body of 1.5 MB, sent in pieces, reaches the target whole.",
      seen: "It did not arrive, or not as it was sent.",
    }),
    "zh-TW": () => ({
      expected: "分段送出的 1.5 MB 主體，會完整到達目標。",
      seen: "沒有送到，或內容不一樣。",
    }),
  },
});
