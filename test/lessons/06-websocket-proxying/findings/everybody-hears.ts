import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";
import { BUSY } from "./busy.ts";

const heard = (d: Record<string, any>) => ({
  en: `Of the clients of the server that took the order, ${d["own"]} of ${d["each"]} heard it; of those of the other server, ${d["far"]} of ${d["each"]}.`,
  "zh-TW": `接單的那台伺服器，${d["each"]} 個用戶端有 ${d["own"]} 個聽到；另一台的 ${d["each"]} 個，有 ${d["far"]} 個聽到。`,
});

/** Whether the error that ended a server was ioredis's refusal of a command. */
function isRefusal(d: Record<string, any>): boolean {
  return /Stream isn't writeable|max retries per request|Connection is closed|client is closed/.test(
    d["message"],
  );
}

/** What is found in the task "everybody-hears". */
export default findings({
  "only-own-server": {
    en: (d) => ({
      expected: "An order placed at one server is heard by the clients of both.",
      seen: heard(d).en,
      means:
        "io.emit() reaches the clients of its own process, and no others; stickiness does not change that. The servers need something between them: an adapter over Redis that is given to the Socket.IO server. If there is one already: is its Redis the one at REDIS_URL, and are the names of its channels or streams the same at both servers?",
    }),
    "zh-TW": (d) => ({
      expected: "在一台伺服器下的單，兩台伺服器的用戶端都會聽到。",
      seen: heard(d)["zh-TW"],
      means:
        "io.emit() 只送得到自己行程裡的用戶端，黏性改變不了這一點。伺服器之間要有東西相通：給 Socket.IO 伺服器一個透過 Redis 的轉接器（adapter）。如果已經有了，請看它連的是不是 REDIS_URL 的 Redis，以及兩台用的頻道或 stream 是不是同名。",
    }),
  },
  "only-far-server": {
    en: (d) => ({
      expected: "An order placed at one server is heard by the clients of both.",
      seen: heard(d).en,
      means:
        "The order goes to Redis, and the server that sent it ignores its own messages. Tell your own clients as well.",
    }),
    "zh-TW": (d) => ({
      expected: "在一台伺服器下的單，兩台伺服器的用戶端都會聽到。",
      seen: heard(d)["zh-TW"],
      means: "訂單送到了 Redis，但送出的那台會忽略自己的訊息。自己的用戶端也要通知到。",
    }),
  },
  "nobody-hears": {
    en: (d) => ({
      expected: "An order placed at one server is heard by the clients of both.",
      seen: heard(d).en,
      means:
        "The message never came to io.emit(), or it waits for Redis: the adapter over streams tells a server's own clients only when Redis has taken the message. Is the adapter's client connected, and to the Redis at REDIS_URL? redis://localhost:6379 is a guess that fits one machine.",
    }),
    "zh-TW": (d) => ({
      expected: "在一台伺服器下的單，兩台伺服器的用戶端都會聽到。",
      seen: heard(d)["zh-TW"],
      means:
        "訊息沒有走到 io.emit()，或是還在等 Redis：streams 轉接器要等 Redis 收下訊息，才會通知自己的用戶端。轉接器用的連線連上了嗎？連的是 REDIS_URL 的 Redis 嗎？寫死 redis://localhost:6379，只有某一台電腦剛好對。",
    }),
  },
  "not-all-hear": {
    en: (d) => ({
      expected: "An order placed at one server is heard by the clients of both.",
      seen: d["own"] === undefined ? "Some clients did not hear it." : heard(d).en,
    }),
    "zh-TW": (d) => ({
      expected: "在一台伺服器下的單，兩台伺服器的用戶端都會聽到。",
      seen: d["own"] === undefined ? "有些用戶端沒有聽到。" : heard(d)["zh-TW"],
    }),
  },
  "heard-twice": {
    en: (d) => ({
      expected: "Each client hears an order once.",
      seen: `${d["boards"]} of 4 clients heard the same order twice.`,
      means:
        "The order reaches a client by two ways: once from its own server directly, and once more over Redis. An adapter makes io.emit() do both; without one, either emit or publish. Or a listener that sends orders was added several times, as inside io.on('connection'), where every client adds another.",
    }),
    "zh-TW": (d) => ({
      expected: "每個用戶端只會聽到同一筆訂單一次。",
      seen: `4 個用戶端裡有 ${d["boards"]} 個聽到同一筆訂單兩次。`,
      means:
        "訂單從兩條路送到用戶端：自己的伺服器直接送一次，經過 Redis 又一次。有轉接器時，io.emit() 會兩邊都顧到；沒有的話，emit 和 publish 只能擇一。也可能是送出訂單的監聽器加了好幾次，例如寫在 io.on('connection') 裡面，每來一個用戶端就多一個。",
    }),
  },
  "dies-with-redis": {
    en: (d, f) => ({
      expected: "While Redis is away, the servers stay.",
      seen: `Redis was killed, and a server ended${d["message"] ? `: ${f.text(d["message"])}` : ""}.`,
      means: !d["message"]
        ? "No error has ended it: it ended itself, most likely by process.exit() in a listener for 'error'. Redis is back in a moment, and so is its client, which tries by itself. Say it in the log, and go on."
        : isRefusal(d)
          ? "A command that can't be sent, or gets no answer, rejects its promise, and one that nobody catches ends the process. Catch it where you ask Redis, also for a board that comes back just then."
          : "The client “redis” emits 'error' when it loses its connection, and without a listener that ends the process. The same holds for each further connection, such as the one that subscribes.",
    }),
    "zh-TW": (d, f) => ({
      expected: "Redis 不在時，伺服器還在。",
      seen: `Redis 被砍掉，就有伺服器跟著結束${d["message"] ? `：${f.text(d["message"])}` : ""}。`,
      means: !d["message"]
        ? "不是被錯誤結束的，是它自己結束的，最可能是在 'error' 的監聽器裡呼叫了 process.exit()。Redis 過一會兒就回來，用戶端也會自己重連。記在 log 裡，然後繼續就好。"
        : isRefusal(d)
          ? "命令送不出去或等不到回應時，它的 promise 會被拒絕（rejected），沒有人接住就會結束行程。凡是問 Redis 的地方都要接住，包括看板剛好在這時回來的時候。"
          : "redis 這個用戶端斷線時會發出 'error'，沒有監聽器，行程就會結束。另外開的每條連線（例如負責訂閱的那條）也一樣。",
    }),
  },
  "shut-without-redis": {
    en: (d) => ({
      expected: "While Redis is away, what needs no Redis goes on: GET /menu is answered.",
      seen: `It ended like this: ${ended(d, "en")}.`,
    }),
    "zh-TW": (d) => ({
      expected: "Redis 不在時，用不到 Redis 的部分照常：GET /menu 會得到回應。",
      seen: `結果是：${ended(d, "zh-TW")}。`,
    }),
  },
  "busy-without-redis": {
    en: (d, f) => ({
      expected: "While Redis is away, what needs no Redis goes on: GET /menu is answered.",
      seen: `Redis was killed, and GET /menu had no answer after ${f.ms(d["ms"])}.`,
      means: BUSY.en,
    }),
    "zh-TW": (d, f) => ({
      expected: "Redis 不在時，用不到 Redis 的部分照常：GET /menu 會得到回應。",
      seen: `Redis 被砍掉，GET /menu 過了 ${f.ms(d["ms"])}還沒有回應。`,
      means: BUSY["zh-TW"],
    }),
  },
  "deaf-after-redis": {
    en: (d, f) => ({
      expected: "When Redis is back, orders are heard by the clients of both servers again.",
      seen: `Orders were taken, but after ${f.ms(d["ms"])} there were still clients that heard none from the other server.`,
      means:
        "The connection that listens did not come back, or came back without its subscription. Use a client that connects and subscribes again by itself, and don't close it when an error comes.",
    }),
    "zh-TW": (d, f) => ({
      expected: "Redis 回來之後，兩台伺服器的用戶端又都聽得到訂單。",
      seen: `有收到訂單，但過了 ${f.ms(d["ms"])}，還有用戶端聽不到另一台的訂單。`,
      means:
        "負責聽的那條連線沒有回來，或回來時沒有重新訂閱。請用會自動重連並重新訂閱的用戶端，也不要一遇到錯誤就關掉它。",
    }),
  },
  "turned-away-for-good": {
    en: (d, f) => ({
      expected: "When Redis is back, orders are heard by the clients of both servers again.",
      seen: `Orders were taken, but after ${f.ms(d["ms"])} ${f.count(d["boards"])} of 4 clients had no connection, and no longer tried. One of them was told last: ${f.text(d["said"])}.`,
      means:
        "A client whom the server itself turns away, by next() with an error in a middleware of Socket.IO or by disconnect(), does not try again. Let in whoever comes while Redis is away, or close the connection below Socket.IO (socket.conn.close()): that is a broken line, after which it connects anew.",
    }),
    "zh-TW": (d, f) => ({
      expected: "Redis 回來之後，兩台伺服器的用戶端又都聽得到訂單。",
      seen: `有收到訂單，但過了 ${f.ms(d["ms"])}，4 個用戶端裡有 ${f.count(d["boards"])} 個沒有連線，而且不再嘗試。其中一個最後收到的是：${f.text(d["said"])}。`,
      means:
        "被伺服器自己擋下的用戶端不會再試，不論是 Socket.IO 的中介軟體用 next() 交出錯誤，還是呼叫 disconnect()。Redis 不在時也要讓用戶端進來；不然就在 Socket.IO 底下關掉連線（socket.conn.close()），那只是斷線，它會重新連。",
    }),
  },
  "not-back-after-redis": {
    en: (d, f) => ({
      expected: "When Redis is back, orders are heard by the clients of both servers again.",
      seen: `Orders were taken, but after ${f.ms(d["ms"])} ${f.count(d["boards"])} of 4 clients still had no connection. One of them was told last: ${f.text(d["said"])}.`,
    }),
    "zh-TW": (d, f) => ({
      expected: "Redis 回來之後，兩台伺服器的用戶端又都聽得到訂單。",
      seen: `有收到訂單，但過了 ${f.ms(d["ms"])}，4 個用戶端裡還有 ${f.count(d["boards"])} 個沒有連線。其中一個最後收到的是：${f.text(d["said"])}。`,
    }),
  },
  "shut-after-redis": {
    en: (d, f) => ({
      expected: "When Redis is back, orders are taken again.",
      seen: `After ${f.ms(d["ms"])} still none was taken.`,
    }),
    "zh-TW": (d, f) => ({
      expected: "Redis 回來之後，又能接單。",
      seen: `過了 ${f.ms(d["ms"])}，一筆都還接不了。`,
    }),
  },
});
