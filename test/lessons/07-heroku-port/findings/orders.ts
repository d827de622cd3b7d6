import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

const isPost = (stray: unknown) => String(stray).startsWith("POST ");

/** What is found in the task "behind-the-router" of where orders are kept. */
export default findings({
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
  "order-book-missed": {
    en: (d) => ({
      expected: `A new order is sent to ORDERS_URL by POST: here “POST ${d["wanted"]}”.`,
      seen: `What came was “${d["stray"]}”, which the service refused.`,
      means: isPost(d["stray"])
        ? "ORDERS_URL is the whole address of the order book; nothing has to be put behind it. Whoever runs the service chooses the path, as the platform chooses the port."
        : "Only POST means: add this to what is there. The order book takes orders by no other method.",
    }),
    "zh-TW": (d) => ({
      expected: `新訂單用 POST 送到 ORDERS_URL，這裡就是「POST ${d["wanted"]}」。`,
      seen: `實際送來的是「${d["stray"]}」，服務拒收了。`,
      means: isPost(d["stray"])
        ? "ORDERS_URL 就是訂單簿完整的網址，後面不必再接任何東西。路徑由經營那個服務的人決定，就像連接埠由平台決定一樣。"
        : "「在現有的後面加一筆」是 POST 的意思；用其他方法送來的訂單，訂單簿不收。",
    }),
  },
  "redirected-and-taken": {
    en: () => ({
      expected: "What comes over plain http is redirected, and nothing else happens to it.",
      seen: "An order over plain http was answered with a redirect, and reached the order book all the same.",
      means:
        "After the redirect the request went on to its route: next() is called in both cases. A client that follows the redirect orders twice. Write `return res.redirect(…)`, or call next() in the other case alone.",
    }),
    "zh-TW": () => ({
      expected: "經由一般 http 進來的請求只會重新導向，不會再做別的事。",
      seen: "經由一般 http 送來的訂單，回應是重新導向，卻還是進了訂單簿。",
      means:
        "重新導向之後，請求又繼續走到路由：兩種情況都呼叫了 next()。用戶端照著重新導向再送一次，就下了兩次單。請寫成 `return res.redirect(…)`，或只在另一種情況呼叫 next()。",
    }),
  },
  "orders-remembered": {
    en: () => ({
      expected: "GET /orders gives what stands in the order book now.",
      seen: "Another dyno wrote an order down there, and the list was without it.",
      means:
        "The program keeps a copy of the list, from its start or its first GET. Every dyno has a copy of its own then, and what a customer sees depends on the dyno that the router picks. Ask the order book for each GET.",
    }),
    "zh-TW": () => ({
      expected: "GET /orders 給的是訂單簿裡現在的內容。",
      seen: "另一個 dyno 寫進了一筆訂單，清單裡卻沒有這一筆。",
      means:
        "程式從啟動時或第一次 GET 起，就自己留了一份清單。這樣每個 dyno 都有各自的一份，客人看到什麼，全看路由器挑到哪個 dyno。每次 GET 都要去問訂單簿。",
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
  "order-misshapen": {
    en: (d, f) => ({
      expected: 'Each order comes to the order book as it is, such as { "drink": "oolong" }.',
      seen: `What came last was: ${f.text(JSON.stringify(d["got"]))}.`,
      means:
        d["shape"] === "list"
          ? "The order book appends what a POST brings, as one order. A list becomes an entry of the list, and whoever reads all orders finds lists among them. Send the new order alone."
          : "The order book takes the whole body for the order, and others who read it look for the drink in there. Send the order itself, with nothing around it.",
    }),
    "zh-TW": (d, f) => ({
      expected: '每筆訂單原樣送到訂單簿，例如 { "drink": "oolong" }。',
      seen: `最後送到的是：${f.text(JSON.stringify(d["got"]))}。`,
      means:
        d["shape"] === "list"
          ? "POST 送來的東西，訂單簿會當成一筆訂單加在後面。送整份清單，清單就成了其中的一筆，讀取全部訂單的人會在裡面看到一份份清單。請只送新的那一筆。"
          : "訂單簿把整個主體當成訂單，其他讀取的人也會直接在裡面找飲料。請送訂單本身，外面不要再包一層。",
    }),
  },
  "orders-no-list": {
    en: (d, f) => ({
      expected: 'GET /orders gives a list of the orders: [{ "drink": "oolong" }, …].',
      seen: `The service has them. GET /orders gave: ${f.text(ended(d, "en"))}.`,
    }),
    "zh-TW": (d, f) => ({
      expected: 'GET /orders 會給出訂單的清單：[{ "drink": "oolong" }, …]。',
      seen: `服務裡有訂單，GET /orders 給的卻是：${f.text(ended(d, "zh-TW"))}。`,
    }),
  },
  "order-no-json": {
    en: (d) => ({
      expected: "Orders come to the order book as JSON.",
      seen: `The order book could not read what came as JSON, and refused it. Its Content-Type was “${d["type"]}”.`,
      means:
        "The header only tells what the body is; it does not make it so. fetch() sends an object as the text “[object Object]”, URLSearchParams as a form. JSON.stringify(order) makes JSON of it.",
    }),
    "zh-TW": (d) => ({
      expected: "訂單以 JSON 送到訂單簿。",
      seen: `送到的內容，訂單簿無法當成 JSON 讀取，就拒收了。Content-Type 是「${d["type"]}」。`,
      means:
        "標頭只是說明 body 是什麼，並不會幫你轉換。把物件交給 fetch()，送出去的是「[object Object]」這串字；交給它 URLSearchParams，送出去的是表單。要用 JSON.stringify(order) 轉成 JSON。",
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
