import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

/** What is found in the task "stay-connected". */
export default findings({
  "no-handshake": {
    en: (d) => ({
      expected: "The server tells a client how often it pings.",
      seen: `The request for a session ended like this: ${ended(d, "en")}.`,
    }),
    "zh-TW": (d) => ({
      expected: "伺服器會告訴用戶端多久 ping 一次。",
      seen: `要求建立 session 的請求結果是：${ended(d, "zh-TW")}。`,
    }),
  },
  "no-socket-to-keep": {
    en: () => ({
      expected: "A WebSocket opens through nginx.",
      seen: "None did, so it could not be seen how long it stays.",
    }),
    "zh-TW": () => ({
      expected: "WebSocket 能穿過 nginx 打開。",
      seen: "一條都沒打開，所以看不出能撐多久。",
    }),
  },
  "cut-between-pings": {
    en: (d) => ({
      expected:
        "nginx lets an idle WebSocket live from one ping of the server to the next, and longer.",
      seen: `The server pings every ${d["ping"]} s. nginx cut the connection before the ping came (for this check times were shortened alike, and the ping came a tenth late).`,
      means:
        "proxy_read_timeout ends a connection over which nothing has come for so long, and between two pings nothing comes. Set it higher for /socket.io/, with room to spare, or let the server ping more often.",
    }),
    "zh-TW": (d) => ({
      expected: "在伺服器前後兩次 ping 之間，nginx 會讓閒置的 WebSocket 活著，而且還有餘裕。",
      seen: `伺服器每 ${d["ping"]} 秒 ping 一次，nginx 卻在 ping 到來之前就切斷連線（檢查時兩邊的時間等比例縮短，ping 也晚了一成才到）。`,
      means:
        "一條連線上若有 proxy_read_timeout 那麼久沒有任何資料，nginx 就會結束它，而兩次 ping 之間正是什麼都沒有。請替 /socket.io/ 設長一點、留些餘裕，或讓伺服器更常 ping。",
    }),
  },
  "never-back": {
    en: (d, f) => ({
      expected: "When a server is killed, its clients connect to the other one.",
      seen: `A client was still without a connection. The last it was told: ${f.text(d["said"] || "-")}.`,
      means:
        "nginx knows no other server for these clients, or goes on sending them to the dead one. With both servers in one upstream block it tries the next one when a connection is refused, unless proxy_next_upstream forbids that.",
    }),
    "zh-TW": (d, f) => ({
      expected: "伺服器被砍掉後，它的用戶端會連到另一台。",
      seen: `有用戶端一直沒有連線。最後收到的是：${f.text(d["said"] || "-")}。`,
      means:
        "nginx 不知道這些用戶端還能去哪一台，或是一直把他們送到死掉的那台。兩台都寫在同一個 upstream 區塊裡，連線被拒絕時它就會試下一台，除非 proxy_next_upstream 不准。",
    }),
  },
  "orders-missed": {
    en: (d) => ({
      expected: "A client that comes back gets the orders that were placed while it was away.",
      seen: `A server was killed, ${d["missed"]} orders were placed at the other one, then the clients came back there. They got none of them.`,
      means:
        "A broadcast reaches those who are connected at that moment. The client says in its handshake which order it saw last (auth.after): send it the later ones, ordersAfter(), each as an 'order' of its own, when it connects. Socket.IO's own connection state recovery can't do it here: a server that is killed has no time to save its sessions.",
    }),
    "zh-TW": (d) => ({
      expected: "回來的用戶端會收到它不在時的訂單。",
      seen: `一台伺服器被砍掉，另一台接了 ${d["missed"]} 筆訂單，用戶端才連到那裡，結果一筆也沒有收到。`,
      means:
        "廣播只送得到當下連著的人。用戶端會在交握時說出它看到的最後一筆（auth.after）：連上時，把之後的用 ordersAfter() 查出來，一筆一筆用 'order' 事件送給它。這裡不能靠 Socket.IO 的 connection state recovery：被砍掉的伺服器來不及儲存 session。",
    }),
  },
  "orders-partly-missed": {
    en: (d) => ({
      expected: "A client that comes back gets the orders that were placed while it was away.",
      seen: `A server was killed, ${d["missed"]} orders were placed at the other one, then the clients came back there. Of these orders, a client got only the ${d["got"] === 1 ? "first" : "second"}.`,
      means:
        "The replay works, but not from its beginning to its end. ordersAfter(after) gives every order with a higher number than the last one that was seen, so nothing has to be added to it; send each of them, one by one.",
    }),
    "zh-TW": (d) => ({
      expected: "回來的用戶端會收到它不在時的訂單。",
      seen: `一台伺服器被砍掉，另一台接了 ${d["missed"]} 筆訂單，用戶端才連到那裡。這幾筆裡，有用戶端只收到第 ${d["got"]} 筆。`,
      means:
        "補送有做，但頭尾沒有對齊。ordersAfter(after) 會給出所有編號大於「最後看到的那一筆」的訂單，所以編號不必再加減；查到的每一筆都要送。",
    }),
  },
  "only-own-orders": {
    en: () => ({
      expected: "A client that comes back gets the orders that were placed while it was away.",
      seen: "A client left, an order was placed at its server, and that server was killed. At the other server the client got the orders that were placed there, but not that one.",
      means:
        "What a server keeps in its own memory are the orders that it has taken itself, and they end with it. Redis has the orders of both: ordersAfter().",
    }),
    "zh-TW": () => ({
      expected: "回來的用戶端會收到它不在時的訂單。",
      seen: "有個用戶端先離開，它那台伺服器又接了一筆訂單，之後才被砍掉。用戶端連到另一台，收到了在那裡下的單，卻沒有收到這一筆。",
      means:
        "伺服器放在自己記憶體裡的，只有它自己接的訂單，行程一結束就沒了。兩台的訂單 Redis 裡都有：請用 ordersAfter()。",
    }),
  },
  "told-to-everybody": {
    en: () => ({
      expected: "Only the client that comes back gets the old orders.",
      seen: "Clients that had never been away heard them a second time.",
      means:
        "io.emit() tells everybody. What one client has missed goes to its own socket: socket.emit().",
    }),
    "zh-TW": () => ({
      expected: "只有回來的用戶端會收到舊訂單。",
      seen: "從沒離開過的用戶端又聽到了一次。",
      means: "io.emit() 會告訴每個人。某個用戶端漏掉的，要用它自己的 socket 送：socket.emit()。",
    }),
  },
});
