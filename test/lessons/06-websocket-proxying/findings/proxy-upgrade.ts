import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

/** Whether somebody ended the client's connection, which nobody does who does not listen. */
const isCut = (d: Record<string, any>) => d["kind"] === "reset";

/** What is found in the task "upgrade-in-node", of upgrades that don't come through. */
export default findings({
  "proxy-does-not-upgrade": {
    en: (d) => ({
      expected: "A request to upgrade goes through proxy.ts and is answered with 101.",
      seen: `It ended like this: ${ended(d, "en")}. A client with default settings: ${d["transport"]}.`,
      means: isCut(d)
        ? "The server at TARGET saw no request to upgrade, and the client's connection was ended. Is the request passed on to another address than TARGET, or refused before?"
        : "Node.js hands such requests to the event 'upgrade' of the server, and to nobody else. Without a listener it treats them as ordinary requests, which http-proxy can't finish. Listen for 'upgrade' and call proxy.ws().",
    }),
    "zh-TW": (d) => ({
      expected: "升級請求穿過 proxy.ts，得到 101。",
      seen: `結果是：${ended(d, "zh-TW")}。預設設定的用戶端停在 ${d["transport"]}。`,
      means: isCut(d)
        ? "TARGET 的伺服器沒有收到升級請求，用戶端的連線卻被結束了。請求是不是轉送到 TARGET 以外的位址，或是還沒轉送就被拒絕？"
        : "這種請求 Node.js 只交給伺服器的 'upgrade' 事件。沒有監聽器時，它會被當成一般請求，http-proxy 沒辦法把它做完。請監聽 'upgrade'，並呼叫 proxy.ws()。",
    }),
  },
  "upgrade-half-passed": {
    en: (d) => ({
      expected: "A request to upgrade goes through proxy.ts and is answered with 101.",
      seen: `The server at TARGET got it. For the client it ended like this: ${ended(d, "en")}. A client with default settings: ${d["transport"]}.`,
      means:
        "The way there is open, and not all of the answer comes back. Its headers belong to it: a client of WebSocket looks for Sec-WebSocket-Accept, and hangs up without it. Write them as the server sent them; what follows goes both ways. proxy.ws() does all of that.",
    }),
    "zh-TW": (d) => ({
      expected: "升級請求穿過 proxy.ts，得到 101。",
      seen: `TARGET 的伺服器收到了請求，用戶端這邊的結果是：${ended(d, "zh-TW")}。預設設定的用戶端停在 ${d["transport"]}。`,
      means:
        "去程通了，回程的回應卻不完整。標頭也是回應的一部分：WebSocket 用戶端會檢查 Sec-WebSocket-Accept，沒有就掛斷。伺服器送了哪些標頭，就照樣寫回去；之後的資料兩個方向都要轉送。這些 proxy.ws() 都會做。",
    }),
  },
  "websocket-stays-mute": {
    en: () => ({
      expected: "A client that uses nothing but WebSockets connects through proxy.ts, too.",
      seen: "It did not, although requests to upgrade are answered with 101.",
      means:
        "The server's first message may come in one piece with its 101, and Node.js hands that piece over apart from the socket: as the third argument of 'upgrade', the head. So it does with what a client sends along. Write both heads before you join the sockets; proxy.ws() does, if it is given the client's.",
    }),
    "zh-TW": () => ({
      expected: "只用 WebSocket 的用戶端，也能穿過 proxy.ts 連上。",
      seen: "升級請求得到了 101，它卻沒有連上。",
      means:
        "伺服器的第一則訊息可能和 101 一起送到，Node.js 不會把這一段放進 socket，而是另外當成 'upgrade' 的第三個參數（head）交給你；用戶端一起送來的資料也是這樣。接起兩個 socket 之前，請先寫出兩邊的 head；只要把用戶端的 head 傳給 proxy.ws()，它就會處理。",
    }),
  },
});
