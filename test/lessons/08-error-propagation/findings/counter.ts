import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

/** What is found in more than one task. */
export default findings({
  "known-path-404": {
    en: (d) => ({
      expected: `GET ${d["path"]} is answered as in the starter.`,
      seen: d["all"]
        ? "It got 404, as if the path did not exist. So did the front page."
        : "It got 404, as if the path did not exist. The front page works.",
      means: d["all"]
        ? "The answer for unknown paths stands before the routes and takes every request. Move it behind the last route."
        : "No function took the request. Is the route still there, and before the answer for unknown paths? If so, count the parameters of its function: Express takes one with four for an error middleware, and skips it as long as there is no error.",
    }),
    "zh-TW": (d) => ({
      expected: `GET ${d["path"]} 的回應和起始程式一樣。`,
      seen: d["all"]
        ? "得到的是 404，好像這個路徑不存在；連首頁也是。"
        : "得到的是 404，好像這個路徑不存在；首頁則正常。",
      means: d["all"]
        ? "處理未知路徑的中介軟體放在路由前面，把所有請求都接走了。請把它移到最後一個路由後面。"
        : "沒有函式接手這個請求。先看路由還在不在，是不是排在處理未知路徑的中介軟體前面。都沒問題的話，數數看它的函式有幾個參數：四個的話，Express 會把它當成錯誤中介軟體，沒有錯誤時就跳過。",
    }),
  },
  "good-request-fails": {
    en: (d) => ({
      expected: `GET ${d["path"]}, where nothing goes wrong, is answered as in the starter.`,
      seen: `It ended like this: ${ended(d, "en")}.`,
    }),
    "zh-TW": (d) => ({
      expected: `GET ${d["path"]} 沒有出錯，回應應該和起始程式一樣。`,
      seen: `結果是：${ended(d, "zh-TW")}。`,
    }),
  },
  "header-lost": {
    en: (d) => ({
      expected: `GET ${d["path"]}, where nothing goes wrong, keeps the starter's ${d["name"]}: ${d["starter"]}.`,
      seen: d["value"] ? `The header was ${d["value"]}.` : "The header was missing.",
      means:
        "The answer to an error must not have this header, but clients and caches go by it where all is well. Set it when the first bytes are there, before they are sent; if it must be removed again, only the error middleware does that.",
    }),
    "zh-TW": (d) => ({
      expected: `GET ${d["path"]} 沒有出錯，應該保有起始程式的 ${d["name"]}：${d["starter"]}。`,
      seen: d["value"] ? `這個標頭是 ${d["value"]}。` : "沒有這個標頭。",
      means:
        "錯誤的回應不能帶這個標頭；沒有出錯的時候，用戶端和快取卻要靠它判斷。等第一批資料來了、還沒送出之前再設；如果需要移除，只在錯誤中介軟體裡做。",
    }),
  },
  "listener-keeps-alive": {
    en: () => ({
      expected: "The error reaches Express, and the client gets an answer.",
      seen: "Nobody caught the error, and the process went on all the same.",
      means:
        "A listener for 'uncaughtException' or 'unhandledRejection' swallows it. It can't know which request the error belongs to, so it can't answer; and the program goes on from a point that nobody has tested. Catch the error where it arises, and remove the listener, or let it end the process.",
    }),
    "zh-TW": () => ({
      expected: "錯誤會傳到 Express，用戶端會得到回應。",
      seen: "沒有人接住這個錯誤，行程卻照樣繼續執行。",
      means:
        "有個 'uncaughtException' 或 'unhandledRejection' 的監聽器把它吞掉了。監聽器不知道錯誤屬於哪個請求，所以無法回應；程式還會從沒有人測試過的狀態繼續跑。請在錯誤發生的地方接住它，並拿掉監聽器，或讓它結束行程。",
    }),
  },
});
