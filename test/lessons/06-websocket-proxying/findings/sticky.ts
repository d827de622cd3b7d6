import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

/** What is found in the task "sticky". */
export default findings({
  "session-unknown": {
    en: (d, f) => ({
      expected: "Clients with addresses of their own connect, and may begin by polling.",
      seen: `${f.count(d["lost"])} of them could not, and got the answer 400: ${d["said"]}`,
      means:
        "A session lives in the memory of the server that began it. nginx sent later requests of the same client to the other server, which has never heard of the session. Choose the server by something that is the same in all requests of a client, and differs between clients: its address, or a cookie that you set. An empty key, such as a cookie that nobody sets, is no key.",
    }),
    "zh-TW": (d, f) => ({
      expected: "位址各不相同的用戶端都能連上，也可以先用 polling。",
      seen: `有 ${f.count(d["lost"])} 個連不上，得到 400：${d["said"]}`,
      means:
        "工作階段（session）存在開始它的那台伺服器的記憶體裡。nginx 把同一個用戶端後來的請求送到另一台，那一台從沒聽過這個 session。要用「同一個用戶端的所有請求都相同、不同用戶端又不同」的東西來選伺服器：用戶端的位址，或你自己設的 cookie。鍵是空的（例如沒有人設的 cookie）就等於沒有鍵。",
    }),
  },
  "upgrade-elsewhere": {
    en: (d, f) => ({
      expected: "A session that has begun by polling is upgraded to a WebSocket.",
      seen: `Of ${d["of"]} such sessions, ${f.count(d["refused"])} could not be, and got the answer 400: ${d["said"]}`,
      means:
        "The session is known to the server that began it, and the request to upgrade came to the other one. Its client stays on polling, and says nothing. Choose the server for requests to upgrade by the same key, and from the same upstream, as for all others; a WebSocket needs no server of its own only if nothing came before it.",
    }),
    "zh-TW": (d, f) => ({
      expected: "先用 polling 開始的工作階段（session），可以升級成 WebSocket。",
      seen: `${d["of"]} 個這樣的 session 裡，有 ${f.count(d["refused"])} 個不能升級，得到 400：${d["said"]}`,
      means:
        "只有開始這個 session 的伺服器認得它，要求升級的請求卻到了另一台。用戶端會停在 polling，什麼都不說。要求升級的請求，要和其他請求用同一個鍵、從同一個 upstream 選伺服器；只有一開始就用 WebSocket、前面沒有別的請求時，去哪一台才沒有差別。",
    }),
  },
  "clients-lost": {
    en: (d, f) => ({
      expected: "Clients with addresses of their own connect, and may begin by polling.",
      seen: `${f.count(d["lost"])} of them did not. The first one was told: ${d["said"] || "nothing"}.`,
    }),
    "zh-TW": (d, f) => ({
      expected: "位址各不相同的用戶端都能連上，也可以先用 polling。",
      seen: `有 ${f.count(d["lost"])} 個沒有連上。第一個收到的是：${d["said"] || "什麼都沒有"}。`,
    }),
  },
  "one-server-only": {
    en: (d) => ({
      expected: "Both servers, on 8001 and 8002, get clients.",
      seen: `${d["clients"]} clients with different addresses all came to ${d["one"]}, and when that was stopped, nobody came to ${d["other"]}.`,
      means: `The upstream has no server 127.0.0.1:${d["other"]}, or it is marked down; or the location for /socket.io/ does not use that upstream, and names one server in its proxy_pass.`,
    }),
    "zh-TW": (d) => ({
      expected: "8001 和 8002 兩台伺服器都會分到用戶端。",
      seen: `${d["clients"]} 個位址不同的用戶端全到了 ${d["one"]}；把它停掉之後，也沒有人去 ${d["other"]}。`,
      means: `upstream 裡沒有 127.0.0.1:${d["other"]} 這個 server，或者它被標成 down；也可能 /socket.io/ 的 location 沒有用到那個 upstream，proxy_pass 直接寫了其中一台。`,
    }),
  },
  "all-on-one": {
    en: (d) => ({
      expected: "Both servers, on 8001 and 8002, get clients.",
      seen: `${d["clients"]} clients with different addresses all came to ${d["one"]}. ${d["other"]} got some only when that was stopped.`,
      means:
        "nginx knows both. Either one of them is marked as backup, and waits for the other's end, or what nginx chooses by is the same for everybody, such as the name of the host or the address of a proxy in front.",
    }),
    "zh-TW": (d) => ({
      expected: "8001 和 8002 兩台伺服器都會分到用戶端。",
      seen: `${d["clients"]} 個位址不同的用戶端全到了 ${d["one"]}；把它停掉之後，才有人到 ${d["other"]}。`,
      means:
        "nginx 認得兩台。可能其中一台標成 backup，要等另一台不在才上場；也可能它用來選擇的東西對每個人都一樣，例如主機名稱，或前面那層代理的位址。",
    }),
  },
  "nobody-served": {
    en: (d) => ({
      expected: "Requests for /socket.io/ reach the servers on 8001 and 8002.",
      seen: `No server got any. A client: ${ended(d, "en")}.`,
    }),
    "zh-TW": (d) => ({
      expected: "/socket.io/ 的請求會送到 8001 和 8002 上的伺服器。",
      seen: `沒有伺服器收到。用戶端得到的是：${ended(d, "zh-TW")}。`,
    }),
  },
});
