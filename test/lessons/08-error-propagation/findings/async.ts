import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

const rejection = {
  en: "When the stock rejects, the client gets 500 as JSON, and the process goes on.",
  "zh-TW": "查庫存的 promise 被拒絕時，用戶端得到 500 的 JSON，行程繼續執行。",
};
const callback = {
  en: "When the recipe's callback gets an error, the client gets 500 as JSON, and the process goes on.",
  "zh-TW": "食譜的回呼收到錯誤時，用戶端得到 500 的 JSON，行程繼續執行。",
};

/** What is found in the task "async". */
export default findings({
  "rejection-kills": {
    en: () => ({
      expected: rejection.en,
      seen: "One GET /stock/lychee ended the process, for all clients.",
      means:
        "The promise is on its own: the handler neither returns nor awaits it, so Express never hears of its rejection, and Node.js ends the process. Make the handler async and await the promise.",
    }),
    "zh-TW": () => ({
      expected: rejection["zh-TW"],
      seen: "一個 GET /stock/lychee 就結束了行程，所有用戶端都受影響。",
      means:
        "那個 promise 沒有人管：處理函式沒有回傳它，也沒有 await，Express 不知道它被拒絕，Node.js 就結束行程。把處理函式改成 async，並 await 這個 promise。",
    }),
  },
  "rejection-hangs": {
    en: () => ({
      expected: rejection.en,
      seen: "GET /stock/lychee got no answer at all; the process lives.",
      means:
        "Something catches the error and does not pass it on: a catch that only logs. Whoever catches must answer, throw again, or call next(error).",
    }),
    "zh-TW": () => ({
      expected: rejection["zh-TW"],
      seen: "GET /stock/lychee 一直沒有回應；行程還活著。",
      means:
        "有人接住了錯誤，卻沒有往下傳，例如只寫日誌的 catch。接住的人就要負責：回應、再拋出，或呼叫 next(error)。",
    }),
  },
  "empty-reason-404": {
    en: () => ({
      expected: "A rejection without a reason (/stock/plum) is an error, too: 500.",
      seen: "It got 404.",
      means:
        "next(undefined) is no error: it means “go on”, and the next one to come is the answer for unknown paths. A .catch(next) does this when the reason is missing. Throw from an async handler, where Express 5 makes an error of it, or write .catch((reason) => next(reason ?? new Error(…))).",
    }),
    "zh-TW": () => ({
      expected: "沒有附上原因的拒絕（/stock/plum）也是錯誤：500。",
      seen: "得到的是 404。",
      means:
        "next(undefined) 不是錯誤，而是「往下走」，再下去就是處理未知路徑的那一個。沒有原因時，.catch(next) 就會這樣。請在 async 處理函式裡拋出，Express 5 會補上一個錯誤；或寫成 .catch((reason) => next(reason ?? new Error(…)))。",
    }),
  },
  "empty-reason-missed": {
    en: (d) => ({
      expected: "A rejection without a reason (/stock/plum) is an error, too: 500.",
      seen: `It ended like this: ${ended(d, "en")}.`,
      means:
        "Somewhere a test like `if (error)` decides whether there is an error. Here there is one, and its value is undefined. Let the rejection itself decide: throw from an async handler, or write reason ?? new Error(…).",
    }),
    "zh-TW": (d) => ({
      expected: "沒有附上原因的拒絕（/stock/plum）也是錯誤：500。",
      seen: `結果是：${ended(d, "zh-TW")}。`,
      means:
        "某個地方用 `if (error)` 判斷有沒有錯誤。這裡有錯誤，只是它的值是 undefined。有沒有錯，要看 promise 是否被拒絕：在 async 處理函式裡拋出，或寫成 reason ?? new Error(…)。",
    }),
  },
  "callback-not-given": {
    en: () => ({
      expected: "GET /recipes/oolong is answered with the recipe.",
      seen: "It was not, and the process ended: “done is not a function”.",
      means:
        "readRecipe() was called without a callback. It returns no promise, so there is nothing to await; and the kitchen then calls back all the same. promisify(readRecipe) makes a function of it that returns a promise.",
    }),
    "zh-TW": () => ({
      expected: "GET /recipes/oolong 會得到食譜。",
      seen: "沒有得到，行程還結束了：「done is not a function」。",
      means:
        "呼叫 readRecipe() 時沒有給回呼。它不會回傳 promise，所以沒有東西可以 await；廚房做完之後還是會呼叫回呼，那裡卻什麼都沒有。promisify(readRecipe) 會把它變成回傳 promise 的函式。",
    }),
  },
  "callback-throw-kills": {
    en: () => ({
      expected: callback.en,
      seen: "One GET /recipes/lychee ended the process, for all clients.",
      means:
        "The callback throws. When it runs, the handler has long returned, and no try around the call and no Express is there to catch. Hand the error to next(error), or use promisify() and await.",
    }),
    "zh-TW": () => ({
      expected: callback["zh-TW"],
      seen: "一個 GET /recipes/lychee 就結束了行程，所有用戶端都受影響。",
      means:
        "回呼裡拋出了例外。它執行的時候，處理函式早已結束，包在呼叫外面的 try 和 Express 都接不到。把錯誤交給 next(error)，或用 promisify() 加上 await。",
    }),
  },
  "callback-error-ignored": {
    en: (d) => ({
      expected: callback.en,
      seen: `The answer was a success: ${ended(d, "en")}.`,
      means:
        "The callback does not look at its first argument. That is where the error is; the recipe is then undefined, and what goes out with 200 has nothing in it. Begin the callback with if (error) return next(error).",
    }),
    "zh-TW": (d) => ({
      expected: callback["zh-TW"],
      seen: `得到的是成功的回應：${ended(d, "zh-TW")}。`,
      means:
        "回呼沒看第一個參數。錯誤就在那裡；這時食譜是 undefined，以 200 送出去的回應裡什麼都沒有。回呼一開始就寫 if (error) return next(error)。",
    }),
  },
  "callback-goes-on": {
    en: () => ({
      expected: callback.en,
      seen: "GET /recipes/lychee got its 500, and then the process ended.",
      means:
        "The callback goes on after it has handed on the error. next(error) is an ordinary call: the error is answered in it, and then the next line runs, without a recipe and behind the answer. What it throws is caught by nobody. Write return next(error).",
    }),
    "zh-TW": () => ({
      expected: callback["zh-TW"],
      seen: "GET /recipes/lychee 得到了 500，接著行程就結束了。",
      means:
        "回呼把錯誤交出去之後，還繼續往下執行。next(error) 只是一次普通的呼叫：錯誤在裡面回應完，就輪到下一行；這時沒有食譜，回應也送出去了，它拋出的例外沒有人接。請寫 return next(error)。",
    }),
  },
  "callback-hangs": {
    en: () => ({
      expected: callback.en,
      seen: "GET /recipes/lychee got no answer at all; the process lives.",
      means:
        "With an error, the callback returns without answering and without next(error). The request then waits until its client gives up.",
    }),
    "zh-TW": () => ({
      expected: callback["zh-TW"],
      seen: "GET /recipes/lychee 一直沒有回應；行程還活著。",
      means:
        "收到錯誤時，回呼既沒有回應，也沒有呼叫 next(error)，就直接返回了。請求只好等到用戶端放棄為止。",
    }),
  },
  "async-otherwise": {
    en: (d) => ({
      expected: "An error that comes later is answered like any other: 500, as JSON.",
      seen: `The request ended like this: ${ended(d, "en")}.`,
    }),
    "zh-TW": (d) => ({
      expected: "晚一點才來的錯誤，回應和其他錯誤一樣：500，JSON。",
      seen: `請求的結果是：${ended(d, "zh-TW")}。`,
    }),
  },
  "background-kills": {
    en: () => ({
      expected: "A label that can't be printed harms neither the order nor the process.",
      seen: "After the order of a jasmine, the process ended.",
      means:
        "Nobody waits for printLabel(), so nobody handles its rejection: Express sees only what the handler returns. A promise that is not awaited needs a .catch() of its own.",
    }),
    "zh-TW": () => ({
      expected: "標籤印不出來，不影響訂單，也不影響行程。",
      seen: "點了一杯 jasmine 之後，行程結束了。",
      means:
        "沒有人等 printLabel()，所以也沒有人處理它的拒絕：Express 只看得到處理函式回傳的東西。不 await 的 promise，要有自己的 .catch()。",
    }),
  },
  "background-silent": {
    en: (d) => ({
      expected: "When a label can't be printed, the log says so, with the error's message.",
      seen: `The order was answered, and “the label printer is jammed” was written nowhere${d["emptied"] ? "; there is a {} in the log" : ""}.`,
      means: d["emptied"]
        ? "An Error was handed to the log as a field, and JSON.stringify() makes {} of it: message and stack are not enumerable. Log error.message."
        : "A .catch() keeps the process alive, and hides why no label comes out any more. Log the error in it, with its message.",
    }),
    "zh-TW": (d) => ({
      expected: "標籤印不出來時，日誌會有紀錄，連同錯誤訊息。",
      seen: `訂單有回應，但「the label printer is jammed」沒有寫在任何地方${d["emptied"] ? "，日誌裡倒有一個 {}" : ""}。`,
      means: d["emptied"]
        ? "有個 Error 被當成欄位交給日誌，JSON.stringify() 卻把它變成 {}：message 和 stack 都不可列舉。請寫 error.message。"
        : ".catch() 讓行程活著，卻也藏住了標籤印不出來的原因。請在裡面把錯誤寫進日誌，連同它的訊息。",
    }),
  },
  "order-fails-with-label": {
    en: (d) => ({
      expected: "An order stands, also when its label can't be printed: 201.",
      seen: `The order of a jasmine was answered with ${d["status"]}; an order of an oolong is not.`,
      means:
        "The handler awaits the label, so the printer's error becomes the customer's. But the order was placed: who gets 500 will order again. Don't await it; catch and log its failure.",
    }),
    "zh-TW": (d) => ({
      expected: "標籤印不出來，訂單還是成立：201。",
      seen: `點一杯 jasmine 得到 ${d["status"]}，點一杯 oolong 卻沒事。`,
      means:
        "處理函式 await 了標籤，印表機的錯就變成客人的錯。可是訂單已經成立，收到 500 的人會再點一次。不要等它；接住它的失敗，寫進日誌。",
    }),
  },
  "order-otherwise": {
    en: (d) => ({
      expected: "An order of a jasmine is answered with 201.",
      seen: `It ended like this: ${ended(d, "en")}.`,
    }),
    "zh-TW": (d) => ({
      expected: "點一杯 jasmine 會得到 201。",
      seen: `結果是：${ended(d, "zh-TW")}。`,
    }),
  },
});
