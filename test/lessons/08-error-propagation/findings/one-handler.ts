import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

const thrown = {
  en: "An error that a handler throws is answered with 500 and JSON that has the text `error`.",
  "zh-TW": "處理函式拋出的錯誤，會以 500 和帶有 `error` 文字的 JSON 回應。",
};

/** What is found in the task "one-handler". */
export default findings({
  "default-page": {
    en: () => ({
      expected: thrown.en,
      seen: "The answer was the HTML page of Express itself, with the stack.",
      means:
        "No error middleware took the error, so it fell through to Express. Add one: app.use() with a function of four parameters, behind all routes. If there is one, count its parameters.",
    }),
    "zh-TW": () => ({
      expected: thrown["zh-TW"],
      seen: "回應是 Express 自己的 HTML 頁面，還帶著堆疊追蹤。",
      means:
        "沒有錯誤中介軟體接手，錯誤就一路落到 Express 手上。請在所有路由後面，用 app.use() 加上一個四個參數的函式。已經有的話，數數看它的參數夠不夠。",
    }),
  },
  "handler-silent": {
    en: () => ({
      expected: thrown.en,
      seen: "The request got no answer at all.",
      means:
        "Somebody took the error, and neither answered nor passed it on: an error middleware that only logs, or a catch in the handler. Whoever takes an error must answer it or call next(error).",
    }),
    "zh-TW": () => ({
      expected: thrown["zh-TW"],
      seen: "請求一直沒有回應。",
      means:
        "有人接走了錯誤，卻既不回應，也不往下傳：可能是只寫日誌的錯誤中介軟體，也可能是處理函式裡的 catch。接走錯誤的人，不是回應，就是呼叫 next(error)。",
    }),
  },
  "handler-fails": {
    en: () => ({
      expected: thrown.en,
      seen: "The answer was the HTML page of Express itself, and it shows another error than the one that was thrown.",
      means:
        "The error middleware was called, and failed in its turn; Express then answers with the second error. The page in your browser names it. An error middleware should do as little as it can: no template, no database, no property of something that may be missing.",
    }),
    "zh-TW": () => ({
      expected: thrown["zh-TW"],
      seen: "回應是 Express 自己的 HTML 頁面，而且上面是另一個錯誤，不是原本拋出的那個。",
      means:
        "錯誤中介軟體有被呼叫，但它自己也失敗了，Express 就用第二個錯誤回應。用瀏覽器打開那一頁，就看得到是什麼錯誤。錯誤中介軟體做的事越少越好：不用範本、不查資料庫，也不要讀取可能不存在的東西的屬性。",
    }),
  },
  "three-parameters": {
    en: () => ({
      expected: thrown.en,
      seen: "The answer was the HTML page of Express itself. And a path that does not exist got 500.",
      means:
        "The error middleware has fewer than four parameters. Express counts them: with three it is an ordinary middleware, which no error reaches, while every request that finds no route is handed to it as (req, res, next). Write all four, also if next is not used.",
    }),
    "zh-TW": () => ({
      expected: thrown["zh-TW"],
      seen: "回應是 Express 自己的 HTML 頁面；而且不存在的路徑得到 500。",
      means:
        "錯誤中介軟體的參數少於四個。Express 會數參數：三個的是普通的中介軟體，錯誤到不了它那裡，反而是找不到路由的請求會以 (req, res, next) 交給它。四個參數都要寫，用不到 next 也一樣。",
    }),
  },
  "handler-too-early": {
    en: () => ({
      expected: thrown.en,
      seen: "The error of a route got the HTML page of Express; the error of express.json(), which runs before the routes, got JSON.",
      means:
        "The error middleware stands before the routes. An error only travels forward, to what was added after the place where it arose. Move it behind the last route.",
    }),
    "zh-TW": () => ({
      expected: thrown["zh-TW"],
      seen: "路由的錯誤得到 Express 的 HTML 頁面；在路由之前執行的 express.json() 出的錯，卻得到 JSON。",
      means:
        "錯誤中介軟體放在路由前面。錯誤只會往後走，交給在它發生的位置之後才加上的函式。請把它移到最後一個路由後面。",
    }),
  },
  "error-with-200": {
    en: (d) => ({
      expected: thrown.en,
      seen: `The answer was JSON, with status ${d["status"]}.`,
      means:
        "The text is sent, but no status was set for it, and the default is 200. Clients, caches and alarms look at the number: call res.status() first.",
    }),
    "zh-TW": (d) => ({
      expected: thrown["zh-TW"],
      seen: `回應是 JSON，狀態碼卻是 ${d["status"]}。`,
      means:
        "文字送出去了，卻沒有設定狀態碼，而預設值是 200。用戶端、快取和警示看的都是這個數字：先呼叫 res.status()。",
    }),
  },
  "not-json": {
    en: (d) => ({
      expected: thrown.en,
      seen: `The answer was “${ended(d, "en")}”.`,
      means: d["json"]
        ? "The field `error` has no text. An Error in it becomes {}: JSON.stringify() does not see its message and its stack. Put the text there, error.message or a sentence."
        : "The error middleware answers in another form. Send an object with the field `error` by res.json(); res.send() of a string makes it HTML.",
    }),
    "zh-TW": (d) => ({
      expected: thrown["zh-TW"],
      seen: `得到的回應是「${ended(d, "zh-TW")}」。`,
      means: d["json"]
        ? "`error` 欄位裡沒有文字。放進去的如果是 Error，就會變成 {}：JSON.stringify() 看不到它的 message 和 stack。請放文字：error.message 或一句話。"
        : "錯誤中介軟體用了別的格式。請用 res.json() 送出帶有 `error` 欄位的物件；res.send() 一個字串會變成 HTML。",
    }),
  },
  "thrown-otherwise": {
    en: (d) => ({ expected: thrown.en, seen: `The request ended like this: ${ended(d, "en")}.` }),
    "zh-TW": (d) => ({
      expected: thrown["zh-TW"],
      seen: `請求的結果是：${ended(d, "zh-TW")}。`,
    }),
  },
  "unknown-is-html": {
    en: () => ({
      expected: "A path that does not exist is answered with 404 and JSON, like any other error.",
      seen: "It got 404, but not as JSON with the text `error`.",
      means:
        "For Express, a path that no route takes is no error, so the error middleware never hears of it. Add an ordinary middleware behind the last route: whoever gets there has found nothing.",
    }),
    "zh-TW": () => ({
      expected: "不存在的路徑和其他錯誤一樣，以 404 和 JSON 回應。",
      seen: "狀態碼是 404，但內容不是帶有 `error` 文字的 JSON。",
      means:
        "對 Express 來說，沒有路由接手的路徑不算錯誤，錯誤中介軟體根本不知道有這回事。請在最後一個路由後面加一個普通的中介軟體：走到那裡的請求，就是什麼都沒找到。",
    }),
  },
  "unknown-is-500": {
    en: (d) => ({
      expected: "A path that does not exist is answered with 404.",
      seen: d["always"]
        ? "It got 500, like every other error."
        : "It got 500. A body that is no JSON gets another status.",
      means: d["always"]
        ? "The error middleware does not look at error.status. A wrong address is the client's fault: the number must say so, or alarms will ring for nothing."
        : "The error for unknown paths carries no status, so the error middleware makes it 500. Give it one: Object.assign(new Error(…), { status: 404 }).",
    }),
    "zh-TW": (d) => ({
      expected: "不存在的路徑會得到 404。",
      seen: d["always"]
        ? "得到的是 500，和其他錯誤一樣。"
        : "得到的是 500；內容不是 JSON 的請求，得到的是別的狀態碼。",
      means: d["always"]
        ? "錯誤中介軟體沒看 error.status。網址打錯是用戶端的事，數字要說清楚，不然警示會白響一場。"
        : "未知路徑的錯誤沒有帶 status，錯誤中介軟體就當成 500。請替它加上：Object.assign(new Error(…), { status: 404 })。",
    }),
  },
  "unknown-otherwise": {
    en: (d) => ({
      expected: "A path that does not exist is answered with 404 and JSON.",
      seen: `GET /teapot ended like this: ${ended(d, "en")}.`,
    }),
    "zh-TW": (d) => ({
      expected: "不存在的路徑會以 404 和 JSON 回應。",
      seen: `GET /teapot 的結果是：${ended(d, "zh-TW")}。`,
    }),
  },
  "unknown-elsewhere": {
    en: (d, f) => ({
      expected:
        "A path that does not exist is answered with 404 and JSON, whatever the path and the method.",
      seen: `GET /teapot was; ${d["method"]} of another path ${d["html"] ? "got the HTML page of Express itself" : `ended like this: ${f.text(ended(d, "en"))}`}.`,
      means:
        "What answers /teapot is bound to this path or to some methods: app.get() hears of GET only. Give the function to app.use() without a path, behind the last route. Every request that gets there is then answered.",
    }),
    "zh-TW": (d, f) => ({
      expected: "不存在的路徑，不論是哪個路徑、用哪種方法，都會以 404 和 JSON 回應。",
      seen: `GET /teapot 是這樣；對另一個路徑送出 ${d["method"]}，${d["html"] ? "得到的卻是 Express 自己的 HTML 頁面" : `結果卻是：${f.text(ended(d, "zh-TW"))}`}。`,
      means:
        "回應 /teapot 的函式只管這個路徑，或只管幾種方法：app.get() 只收得到 GET。請在最後一個路由後面，用不帶路徑的 app.use() 加上它，走到那裡的請求就都有回應。",
    }),
  },
  "malformed-is-500": {
    en: () => ({
      expected: "A body that is no JSON is answered with 400: the client has sent it.",
      seen: "It got 500.",
      means:
        "express.json() hands over an error whose status is 400. The error middleware does not look at error.status, and takes the client's mistake for yours.",
    }),
    "zh-TW": () => ({
      expected: "內容不是 JSON 的請求會得到 400，因為那是用戶端送來的。",
      seen: "得到的是 500。",
      means:
        "express.json() 交出來的錯誤，status 是 400。錯誤中介軟體沒看 error.status，就把用戶端的錯算到你頭上。",
    }),
  },
  "malformed-otherwise": {
    en: (d) => ({
      expected: "A body that is no JSON is answered with 400 and JSON.",
      seen: `POST /orders with half a body ended like this: ${ended(d, "en")}.`,
    }),
    "zh-TW": (d) => ({
      expected: "內容不是 JSON 的請求，會以 400 和 JSON 回應。",
      seen: `送出半截內容的 POST /orders，結果是：${ended(d, "zh-TW")}。`,
    }),
  },
});
