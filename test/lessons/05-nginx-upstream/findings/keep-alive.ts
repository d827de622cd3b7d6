import { findings } from "../../../harness/words.ts";

/** What is found in the task "keep-alive". */
export default findings({
  "old-http": {
    en: (d, f) => ({
      expected: "For 30 requests in a row, nginx opens ten connections to the servers at most.",
      seen: `It opened ${f.count(d["connections"])}, and spoke HTTP/1.0, which ends a connection after each answer.`,
      means:
        'That is the default before nginx 1.29.7. Three lines belong together: proxy_http_version 1.1, proxy_set_header Connection "", and keepalive in the upstream.',
    }),
    "zh-TW": (d, f) => ({
      expected: "連續 30 個請求，nginx 最多新開十條連到伺服器的連線。",
      seen: `它開了 ${f.count(d["connections"])} 條，用的是 HTTP/1.0，每個回應之後連線就結束。`,
      means:
        '這是 nginx 1.29.7 之前的預設。有三行要一起用：proxy_http_version 1.1、proxy_set_header Connection ""，以及 upstream 裡的 keepalive。',
    }),
  },
  "asks-to-close": {
    en: (d, f) => ({
      expected: "For 30 requests in a row, nginx opens ten connections to the servers at most.",
      seen: `It opened ${f.count(d["connections"])}: it asks the server to close each (“Connection: close”).`,
      means:
        'The header Connection is the default before nginx 1.29.7, or set to close in your file. An empty value, proxy_set_header Connection "", sends none.',
    }),
    "zh-TW": (d, f) => ({
      expected: "連續 30 個請求，nginx 最多新開十條連到伺服器的連線。",
      seen: `它開了 ${f.count(d["connections"])} 條，而且每次都請伺服器關閉連線（「Connection: close」）。`,
      means:
        '這是 nginx 1.29.7 之前的預設，或是你的檔案把 Connection 標頭設成了 close。設成空的，也就是 proxy_set_header Connection ""，就不會送出它。',
    }),
  },
  "keeps-none": {
    en: (d, f) => ({
      expected: "For 30 requests in a row, nginx opens ten connections to the servers at most.",
      seen: `It opened ${f.count(d["connections"])}, although nothing asked to close them.`,
      means:
        "nginx keeps no idle connection, or too few: before 1.29.7 the upstream needs a keepalive line, after the method (least_conn), and its number must not be smaller than the number of servers. It is the number of idle connections to all servers together. A small keepalive_requests in the upstream ends them early, too.",
    }),
    "zh-TW": (d, f) => ({
      expected: "連續 30 個請求，nginx 最多新開十條連到伺服器的連線。",
      seen: `沒有人要求關閉，它卻開了 ${f.count(d["connections"])} 條。`,
      means:
        "nginx 沒有留住閒置的連線，或留得太少：1.29.7 之前，upstream 裡要有一行 keepalive，寫在方法（least_conn）之後，數字不能小於伺服器的數量。它指的是連到所有伺服器的閒置連線總數。upstream 裡的 keepalive_requests 太小，連線也會提早結束。",
    }),
  },
  "server-closes-each": {
    en: (d, f) => ({
      expected: "A server keeps its connections, so that nginx can use them again.",
      seen: `For ${d["requests"]} requests in a row, server.ts needed ${f.count(d["connections"])} connections.`,
      means:
        "The server itself closes them, whatever nginx asks for. Look in server.ts for a header “Connection: close”, for maxRequestsPerSocket, and for code that ends req.socket or res.socket.",
    }),
    "zh-TW": (d, f) => ({
      expected: "伺服器會留住連線，讓 nginx 重複使用。",
      seen: `連續 ${d["requests"]} 個請求，server.ts 就用掉了 ${f.count(d["connections"])} 條連線。`,
      means:
        "不管 nginx 怎麼要求，伺服器都自己把連線關掉了。請在 server.ts 裡找「Connection: close」標頭、maxRequestsPerSocket，或結束 req.socket、res.socket 的程式碼。",
    }),
  },
  "server-closes-first": {
    en: (d) => ({
      expected:
        "A server keeps an idle connection longer than nginx does (60 seconds unless told).",
      seen: `The server closes it after ${d["seconds"]} seconds, while nginx still counts on it.`,
      means: `Sooner or later nginx sends a request in the moment in which Node.js closes. It can repeat a GET; a POST gets a 502. ${
        d["nginx"] > 60
          ? `keepalive_timeout in your upstream tells nginx to keep it for ${d["nginx"]} seconds: leave that out, or set keepAliveTimeout of the server to more.`
          : "Set keepAliveTimeout of the server to more than 60 seconds."
      }`,
    }),
    "zh-TW": (d) => ({
      expected: "閒置的連線，伺服器會留得比 nginx 久（nginx 沒寫就是 60 秒）。",
      seen: `伺服器過了 ${d["seconds"]} 秒就關閉，nginx 卻還打算用它。`,
      means: `遲早有一次，nginx 送出請求的時候，Node.js 正好在關閉連線。GET 可以重送，POST 就會得到 502。${
        d["nginx"] > 60
          ? `你在 upstream 裡寫的 keepalive_timeout 要 nginx 留 ${d["nginx"]} 秒：把它拿掉，或把伺服器的 keepAliveTimeout 設得更長。`
          : "把伺服器的 keepAliveTimeout 設成 60 秒以上。"
      }`,
    }),
  },
  "server-closes-at-once": {
    en: () => ({
      expected:
        "A server keeps an idle connection longer than nginx does (60 seconds unless told).",
      seen: "The server announces that it keeps one for less than a second, and closes it while nginx still counts on it.",
      means: "keepAliveTimeout counts milliseconds: 65 seconds are 65_000.",
    }),
    "zh-TW": () => ({
      expected: "閒置的連線，伺服器會留得比 nginx 久（nginx 沒寫就是 60 秒）。",
      seen: "伺服器說它留不到一秒，而且 nginx 還打算用的時候，它就關閉了。",
      means: "keepAliveTimeout 的單位是毫秒：65 秒要寫成 65_000。",
    }),
  },
});
