import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

/** How a request ended that only nginx can have answered: of its page, which names its version, the title. */
function byNginx(d: Record<string, any>, language: "en" | "zh-TW"): string {
  return /<title>(.*?)<\/title>/.exec(d["answer"])?.[1] ?? ended(d, language);
}

/** Whether nginx said that it had nobody to pass the request on to, or got no answer there. */
function isBadGateway(d: Record<string, any>): boolean {
  return /^50[234]\b/.test(String(d["answer"]));
}

/** What is found in the task "upgrade". */
export default findings({
  "map-missing": {
    en: () => ({
      expected: "nginx accepts the file.",
      seen: "nginx refuses it: unknown “connection_upgrade” variable.",
      means:
        "$connection_upgrade is no variable of nginx. The recipes that use it define it themselves, in a map block directly inside http { }, and that block did not come along. Add the map.",
    }),
    "zh-TW": () => ({
      expected: "nginx 接受這個設定檔。",
      seen: "nginx 不接受：找不到變數「connection_upgrade」。",
      means:
        "$connection_upgrade 不是 nginx 內建的變數。用到它的範例都會自己定義：在 http { } 裡直接寫一個 map 區塊，而這個區塊沒有一起抄過來。請補上 map。",
    }),
  },
  "upgrade-header-missing": {
    en: (d) => ({
      expected: "A request to upgrade goes through nginx and is answered with 101.",
      seen: `It was answered with ${ended(d, "en")}. The server behind nginx got the request without the header Upgrade.`,
      means:
        "Upgrade is a hop-by-hop header: it is meant for the next station only, so nginx does not pass it on by itself. Name it with proxy_set_header, in the very location that the request takes: where a location has a proxy_set_header of its own, those further out count no more.",
    }),
    "zh-TW": (d) => ({
      expected: "升級請求穿過 nginx，得到 101。",
      seen: `得到的回應是 ${ended(d, "zh-TW")}。nginx 後面的伺服器收到的請求沒有 Upgrade 標頭。`,
      means:
        "Upgrade 是逐跳標頭（hop-by-hop），只給下一站看，nginx 不會主動轉送。請在這個請求會走到的 location 裡，用 proxy_set_header 寫明；location 裡只要有自己的 proxy_set_header，外層的就全部失效。",
    }),
  },
  "connection-header-wrong": {
    en: (d) => ({
      expected: "A request to upgrade goes through nginx and is answered with 101.",
      seen: `It was answered with ${ended(d, "en")}. The server behind nginx got the header Upgrade, but ${d["connection"] ? `“Connection: ${d["connection"]}”` : "no header Connection"}.`,
      means:
        "Upgrade counts only when Connection names it. nginx sends its own Connection, “close” or nothing, unless you set it: to upgrade, for requests that ask for one.",
    }),
    "zh-TW": (d) => ({
      expected: "升級請求穿過 nginx，得到 101。",
      seen: `得到的回應是 ${ended(d, "zh-TW")}。nginx 後面的伺服器收到了 Upgrade 標頭，但${d["connection"] ? `Connection 的值是「${d["connection"]}」` : "沒有 Connection 標頭"}。`,
      means:
        "Connection 標頭寫上 upgrade，Upgrade 標頭才算數。你沒有設定的話，nginx 會送自己的值：close，或什麼都不送。遇到要求升級的請求，就要把它設成 upgrade。",
    }),
  },
  "upgrade-never-arrives": {
    en: (d) => ({
      expected: "A request to upgrade reaches a server behind nginx.",
      seen: `No server got it. The client: ${byNginx(d, "en")}.`,
      means: isBadGateway(d)
        ? "nginx tried to pass it on, and found nobody there. The servers listen on 127.0.0.1, ports 8001 and 8002: compare the upstream, or what stands behind proxy_pass."
        : "nginx answered by itself. A location has only the proxy_pass that stands in it: the one for /socket.io/ needs its own.",
    }),
    "zh-TW": (d) => ({
      expected: "升級請求會送到 nginx 後面的伺服器。",
      seen: `沒有伺服器收到。用戶端得到的是：${byNginx(d, "zh-TW")}。`,
      means: isBadGateway(d)
        ? "nginx 想轉送，卻找不到人。伺服器在 127.0.0.1 的 8001 和 8002；請核對 upstream，或 proxy_pass 後面寫的位址。"
        : "nginx 自己就回應了。location 只認寫在自己裡面的 proxy_pass，處理 /socket.io/ 的那一個也要有。",
    }),
  },
  "live-path-changed": {
    en: (d) => ({
      expected: "A request for /socket.io/ reaches a server with its path.",
      seen: `The server got ${d["got"]}`,
      means:
        "proxy_pass has something after the name, such as a slash. nginx then replaces the part that the location matched by it, and Socket.IO does not know the path that is left. Write nothing after the name.",
    }),
    "zh-TW": (d) => ({
      expected: "對 /socket.io/ 的請求送到伺服器時，路徑不變。",
      seen: `伺服器收到的是 ${d["got"]}`,
      means:
        "proxy_pass 的名稱後面還有東西，例如斜線，nginx 就會拿它取代 location 對應的那一段，剩下的路徑 Socket.IO 並不認得。名稱後面什麼都不要寫。",
    }),
  },
  "client-unknown": {
    en: (d) => ({
      expected:
        "The servers still learn who asked, and for which host, from Host, X-Forwarded-For and X-Forwarded-Proto.",
      seen: `A request for ${d["path"]} reached a server without the client's ${d["lost"]}${d["got"] ? `, but with “${d["got"]}”` : ""}.`,
      means: d["got"]
        ? "The header is set, to another value than the client's. Use the three lines as they stood in the file at the beginning: their variables hold what is true for each request."
        : "A location that has one proxy_set_header of its own loses all that stand further out, and locations share nothing with each other. Repeat the three lines wherever a location sets a header, with the variables that they had at the beginning.",
    }),
    "zh-TW": (d) => ({
      expected:
        "伺服器仍然能從 Host、X-Forwarded-For 和 X-Forwarded-Proto 得知是誰、要找哪個主機。",
      seen: `對 ${d["path"]} 的請求送到伺服器時，少了用戶端的 ${d["lost"].replaceAll(", ", "、")}${d["got"] ? `，收到的卻是「${d["got"]}」` : ""}。`,
      means: d["got"]
        ? "標頭有設，值卻不是用戶端的。請照檔案原本的三行來寫：裡面的變數才會隨著每個請求給出正確的值。"
        : "location 裡只要有一個自己的 proxy_set_header，外層的就全部失效；location 彼此之間也不共用。凡是有設標頭的 location，這三行都要再寫一次，變數也要和原本的一樣。",
    }),
  },
  "not-upgraded": {
    en: (d) => ({
      expected: "A request to upgrade goes through nginx and is answered with 101.",
      seen: `It ended like this: ${ended(d, "en")}. Upgrade and Connection did reach the server.`,
    }),
    "zh-TW": (d) => ({
      expected: "升級請求穿過 nginx，得到 101。",
      seen: `結果是：${ended(d, "zh-TW")}。Upgrade 和 Connection 都有送到伺服器。`,
    }),
  },
  "stays-on-polling": {
    en: () => ({
      expected: "A client with default settings is on the transport websocket after a moment.",
      seen: "It is connected, but still on polling.",
      means:
        "Socket.IO falls back in silence: it works, with several requests for each message. Upgrades do pass nginx, so look at the server: do its options leave out the transport websocket, or forbid upgrades?",
    }),
    "zh-TW": () => ({
      expected: "預設設定的用戶端，過一下子就會改用 websocket 傳輸。",
      seen: "它連上了，但還停在 polling。",
      means:
        "Socket.IO 會悄悄退回 polling：能用，但每則訊息要好幾個請求。升級穿得過 nginx，所以要看伺服器：選項裡是不是少了 websocket 傳輸，或不准升級？",
    }),
  },
  "plain-broken": {
    en: (d) => ({
      expected: "A POST with a body goes through nginx as it is.",
      seen: `It did not reach a server unchanged, or was not answered: ${ended(d, "en")}.`,
      means:
        "What you set for WebSockets also holds for ordinary requests. Limit it to /socket.io/, or let a map leave Connection empty where no upgrade is asked for; and keep proxy_pass without a path behind the name.",
    }),
    "zh-TW": (d) => ({
      expected: "帶內容的 POST 會原封不動穿過 nginx。",
      seen: `它沒有原樣送到伺服器，或沒有得到回應：${ended(d, "zh-TW")}。`,
      means:
        "替 WebSocket 做的設定也影響了一般請求。請限制在 /socket.io/，或用 map 在沒有要求升級時讓 Connection 留空；proxy_pass 的名稱後面也不要再加路徑。",
    }),
  },
});
