import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

const secret = {
  en: "In production, an answer of 500 or more tells nothing about the inside.",
  "zh-TW": "在正式環境，500 以上的回應不會透露內部的任何事。",
};
const logged = {
  en: "The log has a line with the request's id, the error's message and its stack.",
  "zh-TW": "日誌裡有一行包含請求的 id、錯誤訊息和堆疊追蹤。",
};

/** What is found in the task "status-and-secrets". */
export default findings({
  "status-lost": {
    en: (d) => ({
      expected: `An error with status ${d["status"]} is answered with ${d["status"]}.`,
      seen: "It got 500.",
      means:
        "The error middleware does not take the status from the error, or from some kinds of error only: statusCode, for example, is on those of express.json(), but not on the kitchen's. Read error.status, whatever class the error has.",
    }),
    "zh-TW": (d) => ({
      expected: `status 是 ${d["status"]} 的錯誤，會以 ${d["status"]} 回應。`,
      seen: "得到的是 500。",
      means:
        "錯誤中介軟體沒有從錯誤讀取狀態碼，或只認某幾種錯誤；例如 statusCode，express.json() 的錯誤有，廚房的就沒有。不管錯誤是什麼類別，都要看 error.status。",
    }),
  },
  "status-otherwise": {
    en: (d) => ({
      expected: `An error with status ${d["status"]} is answered with ${d["status"]}, as JSON.`,
      seen: `The request ended like this: ${ended(d, "en")}.`,
    }),
    "zh-TW": (d) => ({
      expected: `status 是 ${d["status"]} 的錯誤，會以 ${d["status"]} 的 JSON 回應。`,
      seen: `請求的結果是：${ended(d, "zh-TW")}。`,
    }),
  },
  "orders-the-unknown": {
    en: (d) => ({
      expected:
        "An order of a tea that is not on the menu (ketchup) is answered with 404, as JSON.",
      seen: `It ended like this: ${ended(d, "en")}.`,
      means:
        "The starter calls describe() before it counts the stock. For such a tea it throws an error with status 404, and nothing else does: the kitchen has cups of whatever you name. Call it first, and let its error pass.",
    }),
    "zh-TW": (d) => ({
      expected: "點菜單上沒有的茶（ketchup）會得到 404 的 JSON。",
      seen: `結果是：${ended(d, "zh-TW")}。`,
      means:
        "起始程式在查庫存之前會先呼叫 describe()。遇到這種茶，只有它會拋出 status 是 404 的錯誤；至於庫存，不管問什麼，廚房都說有。請先呼叫 describe()，並讓它的錯誤往外傳。",
    }),
  },
  "nonsense-status": {
    en: (d) => ({
      expected: `An error whose status makes no sense (${d["value"]} here) is answered with 500, as JSON.`,
      seen: d["value"]
        ? `GET ${d["path"]} was answered with ${d["status"] || ended(d, "en")}.`
        : "It was not: the error middleware has failed with it.",
      means: d["value"]
        ? "Every status is taken that is not 0, as by `error.status || 500`. The error of a request to somebody else carries the status that came from there, and that may be 200, with a page in the place of JSON: then your client takes the failure for a success. Take only whole numbers from 400 to 599."
        : "Errors of HTTP clients and libraries carry a status, too, and sometimes it is 0 or text. res.status() throws for such a value, so the error middleware itself fails, and the page of Express comes. Take only whole numbers from 400 to 599.",
    }),
    "zh-TW": (d) => ({
      expected: `status 不合理的錯誤（這裡是 ${d["value"]}）會以 500 的 JSON 回應。`,
      seen: d["value"]
        ? `GET ${d["path"]} 得到的回應是 ${d["status"] || ended(d, "zh-TW")}。`
        : "沒有得到這樣的回應：錯誤中介軟體自己也失敗了。",
      means: d["value"]
        ? "只要不是 0 的狀態碼都照用，例如 `error.status || 500`。向別人發請求所得到的錯誤，帶的是對方的狀態碼，那可能是 200，只是內容不是 JSON 而是網頁；你的用戶端就會把失敗當成功。只採用 400 到 599 的整數。"
        : "HTTP 用戶端和各種函式庫的錯誤也帶著 status，有時是 0，有時是文字。res.status() 遇到這種值會拋出例外，錯誤中介軟體自己就失敗了，換成 Express 的頁面出場。只採用 400 到 599 的整數。",
    }),
  },
  "stack-leaks": {
    en: (d) => ({
      expected: secret.en,
      seen: `The answer to GET ${d["path"]} contains a stack, with file names and lines.`,
      means:
        "The error middleware puts error.stack into the answer. It belongs in the log; the customer gets a sentence, and an id by which you find it.",
    }),
    "zh-TW": (d) => ({
      expected: secret["zh-TW"],
      seen: `GET ${d["path"]} 的回應裡有堆疊追蹤，連檔名和行號都有。`,
      means:
        "錯誤中介軟體把 error.stack 放進回應。它該寫進日誌；客人拿到一句話，以及一個讓你找得到它的 id。",
    }),
  },
  "message-leaks": {
    en: (d) => ({
      expected: secret.en,
      seen: `The answer to GET ${d["path"]} contains “${d["secret"]}”, from the error's message.`,
      means:
        "error.message was written for you: it names hosts, files and accounts. Show it for statuses below 500 only, and say something general otherwise.",
    }),
    "zh-TW": (d) => ({
      expected: secret["zh-TW"],
      seen: `GET ${d["path"]} 的回應裡有錯誤訊息中的「${d["secret"]}」。`,
      means:
        "error.message 是寫給你看的，裡面有主機、檔案和帳號。狀態碼小於 500 才顯示它，其他的給一句通用的話就好。",
    }),
  },
  "status-opens-the-door": {
    en: (d) => ({
      expected: secret.en,
      seen: `An answer with 503 contains “${d["secret"]}”, from the error's message.`,
      means:
        "An error that has a status counts as meant for the customer here. But 503 is a failure of ours, and its message is, too. What decides is the number: below 500 or not.",
    }),
    "zh-TW": (d) => ({
      expected: secret["zh-TW"],
      seen: `有個 503 的回應裡有錯誤訊息中的「${d["secret"]}」。`,
      means:
        "這裡把有 status 的錯誤都當成可以給客人看的。可是 503 是我們這邊的失敗，訊息也是。該看的是數字：小於 500，還是不小於。",
    }),
  },
  "route-leaks": {
    en: (d) => ({
      expected: secret.en,
      seen: `The answer to GET ${d["path"]} contains “${d["secret"]}”, from the error's message; those to GET /menu/lychee and /stock/lychee keep theirs to themselves.`,
      means:
        "The error middleware does it right, but this route answers its error without it, as by res.status(500).json({ error: error.message }). Hand the error on, with next(error) or throw: then one place decides what a customer may read, for all routes.",
    }),
    "zh-TW": (d) => ({
      expected: secret["zh-TW"],
      seen: `GET ${d["path"]} 的回應裡有錯誤訊息中的「${d["secret"]}」；GET /menu/lychee 和 /stock/lychee 的回應就沒有透露。`,
      means:
        "錯誤中介軟體寫對了，但這個路由的錯誤沒有交給它，而是自己回應，例如 res.status(500).json({ error: error.message })。用 next(error) 或 throw 把錯誤往下傳：客人能看到什麼，所有路由都由同一個地方決定。",
    }),
  },
  "no-request-id": {
    en: (d, f) => ({
      expected: "The answer to an error has the header X-Request-Id.",
      seen: `There was none. The answer was: ${f.text(ended(d, "en"))}.`,
      means:
        "Without an id, a customer's complaint can't be matched with a line of the log. Make one in the first middleware, keep it in res.locals, and set the header there.",
    }),
    "zh-TW": (d, f) => ({
      expected: "錯誤的回應有 X-Request-Id 標頭。",
      seen: `沒有這個標頭。回應是：${f.text(ended(d, "zh-TW"))}。`,
      means:
        "沒有 id，客人的抱怨就對不上日誌的任何一行。在第一個中介軟體產生 id，存在 res.locals，並在那裡設定標頭。",
    }),
  },
  "id-not-everywhere": {
    en: (d) => ({
      expected: "The answer to an error has the header X-Request-Id, wherever the error arises.",
      seen: `The answer to GET /menu/lychee had one; the answer to ${d["early"] ? "POST /orders with half a body" : "a path that does not exist"} did not.`,
      means: d["early"]
        ? "express.json() fails before the function that sets the header has run, and an error goes forward only. Put that function first, before express.json()."
        : "Unknown paths are answered without passing the place where the header is set, be it a router or the error middleware. Set it in a middleware before all others; then every answer has it.",
    }),
    "zh-TW": (d) => ({
      expected: "不管錯誤發生在哪裡，回應都有 X-Request-Id 標頭。",
      seen: `GET /menu/lychee 的回應有這個標頭，${d["early"] ? "送出半截內容的 POST /orders " : "不存在的路徑"}卻沒有。`,
      means: d["early"]
        ? "express.json() 失敗的時候，設定標頭的函式還沒執行，而錯誤只會往後走。請把這個函式移到最前面，放在 express.json() 之前。"
        : "未知路徑的回應沒有經過設定標頭的地方；那可能是某個 router，也可能是錯誤中介軟體。請在最前面的中介軟體設定，每個回應就都會有。",
    }),
  },
  "same-request-id": {
    en: () => ({
      expected: "Each request has an id of its own.",
      seen: "Two requests got the same one.",
      means:
        "The id is made once, when the program starts, and not in the middleware that runs for each request; or it is made of what requests share, such as the moment, the client's address or its connection.",
    }),
    "zh-TW": () => ({
      expected: "每個請求都有自己的 id。",
      seen: "兩個請求得到同一個 id。",
      means:
        "id 是在程式啟動時產生一次，而不是在每個請求都會執行的中介軟體裡產生；或者它來自好幾個請求共有的東西，例如當下的時間、用戶端的位址，或所用的連線。",
    }),
  },
  "not-in-the-log": {
    en: () => ({
      expected: logged.en,
      seen: "Neither the id nor the message was written anywhere.",
      means:
        "The customer is told that something went wrong, and you are not. Log the error before you answer it.",
    }),
    "zh-TW": () => ({
      expected: logged["zh-TW"],
      seen: "id 和錯誤訊息哪裡都沒有寫。",
      means: "客人知道出了問題，你卻不知道。回應之前，先把錯誤寫進日誌。",
    }),
  },
  "log-without-id": {
    en: () => ({
      expected: logged.en,
      seen: "The error was logged, without the id that the answer carries.",
      means:
        "When a customer sends you the id, you can't find the line. Add the id to the entry; and it must be the same one, not a new one.",
    }),
    "zh-TW": () => ({
      expected: logged["zh-TW"],
      seen: "錯誤有寫進日誌，但沒有回應裡的那個 id。",
      means: "客人把 id 給你，你也找不到那一行。把 id 加進紀錄；要用同一個，不是再產生一個。",
    }),
  },
  "log-without-message": {
    en: (d) => ({
      expected: logged.en,
      seen: `A line has the id, but not the error's message${d["emptied"] ? "; there is a {} in it" : ""}.`,
      means: d["emptied"]
        ? "JSON.stringify() turns an Error into {}: message and stack are not enumerable. Put error.message and error.stack into the entry by name."
        : "The id leads you to the line, and the line does not tell what happened. Put error.message and error.stack into the same entry.",
    }),
    "zh-TW": (d) => ({
      expected: logged["zh-TW"],
      seen: `有一行包含 id，但沒有錯誤訊息${d["emptied"] ? "，裡面倒有一個 {}" : ""}。`,
      means: d["emptied"]
        ? "JSON.stringify() 會把 Error 變成 {}，因為 message 和 stack 不可列舉。請把 error.message 和 error.stack 明確放進紀錄。"
        : "靠 id 找到了那一行，那一行卻沒說發生了什麼事。請把 error.message 和 error.stack 放進同一筆紀錄。",
    }),
  },
  "secret-not-logged": {
    en: (d) => ({
      expected: logged.en,
      seen: `After GET ${d["path"]}, “${d["secret"]}”, a part of the error's message, is nowhere in the log.`,
      means:
        "Not every error is logged, or not with its message. One that has a status is a failure, too: log each before you answer it. And leave kitchen.ts as it was; what its errors say is meant for you.",
    }),
    "zh-TW": (d) => ({
      expected: logged["zh-TW"],
      seen: `GET ${d["path"]} 之後，日誌裡找不到錯誤訊息中的「${d["secret"]}」。`,
      means:
        "不是每個錯誤都寫進了日誌，或者寫了卻沒有附上訊息。有 status 的也是失敗：每個錯誤都先寫進日誌，再回應。kitchen.ts 請保持原樣，它的錯誤訊息就是寫給你看的。",
    }),
  },
  "log-without-stack": {
    en: () => ({
      expected: logged.en,
      seen: "A line has the id and the message, but no stack.",
      means:
        "The message says what; only error.stack says where. Log it, too, in the same entry: with several requests at a time, the next line may be of another one.",
    }),
    "zh-TW": () => ({
      expected: logged["zh-TW"],
      seen: "有一行包含 id 和錯誤訊息，但沒有堆疊追蹤。",
      means:
        "訊息說的是發生什麼事，在哪裡發生只有 error.stack 知道。請寫在同一筆日誌裡：好幾個請求同時進來時，下一行可能是別人的。",
    }),
  },
});
