import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

const missing = {
  en: "A photo that can't be opened is answered as an error, as JSON, and the process goes on.",
  "zh-TW": "打不開的照片會以 JSON 回應錯誤，行程繼續執行。",
};

/** What is found in the task "streams". */
export default findings({
  "stream-kills": {
    en: () => ({
      expected: missing.en,
      seen: "One GET /photos/lychee ended the process, for all clients.",
      means:
        'The error of the stream had no listener, or the promise of pipeline() had nobody who waits. pipe() does not pass errors on. Wait for the stream in the handler: await once(photo, "readable"), then await pipeline(photo, res).',
    }),
    "zh-TW": () => ({
      expected: missing["zh-TW"],
      seen: "一個 GET /photos/lychee 就結束了行程，所有用戶端都受影響。",
      means:
        '串流的錯誤沒有人監聽，或 pipeline() 的 promise 沒有人等。pipe() 不會把錯誤往下傳。請在處理函式裡等串流：先 await once(photo, "readable")，再 await pipeline(photo, res)。',
    }),
  },
  "pipeline-cuts": {
    en: () => ({
      expected: missing.en,
      seen: "The connection was cut without any answer; the process lives.",
      means:
        'pipeline() destroys the response as soon as the source fails, also when not a byte has been sent; the error middleware comes too late. Wait for the first bytes before you hand the response over: await once(photo, "readable").',
    }),
    "zh-TW": () => ({
      expected: missing["zh-TW"],
      seen: "連線被切斷，沒有任何回應；行程還活著。",
      means:
        '來源一失敗，pipeline() 就會銷毀回應，就算一個位元組都還沒送出；錯誤中介軟體已經來不及了。先等到第一批資料，再把回應交出去：await once(photo, "readable")。',
    }),
  },
  "stream-hangs": {
    en: () => ({
      expected: missing.en,
      seen: "GET /photos/lychee got no answer at all; the process lives.",
      means:
        "Something listens for the error of the stream and only takes note of it. pipe() has nothing more to send, and nobody ends the answer. Pass the error on with next(error).",
    }),
    "zh-TW": () => ({
      expected: missing["zh-TW"],
      seen: "GET /photos/lychee 一直沒有回應；行程還活著。",
      means:
        "有人監聽了串流的錯誤，卻只是記下來。pipe() 沒有東西可送，也沒有人結束回應。請用 next(error) 把錯誤傳下去。",
    }),
  },
  "missing-as-200": {
    en: () => ({
      expected: missing.en,
      seen: "The answer was a complete 200.",
      means:
        "On the error of the stream, the answer is ended, and nobody has set a status: it stays 200. Clients and caches take that for a success. Pass the error on with next(error).",
    }),
    "zh-TW": () => ({
      expected: missing["zh-TW"],
      seen: "得到一個完整的 200。",
      means:
        "串流出錯時，回應就這樣結束了，狀態碼還是預設的 200，用戶端和快取會以為一切正常。請用 next(error) 把錯誤傳下去。",
    }),
  },
  "wears-photo-headers": {
    en: (d) => ({
      expected: "The error is JSON, and says so; nobody may cache it as a photo.",
      seen: d["json"]
        ? "It was JSON, with the Cache-Control of the photo: caches may keep it for an hour."
        : `It was JSON in the headers of a photo: Content-Type is ${d["type"]}${d["cached"] ? ", and caches may keep it for an hour" : ""}.`,
      means: `The handler set ${d["json"] ? "the header before it knew whether there is a photo, and nobody took it back. Set it when the first bytes have come, or remove it" : "the headers before it knew whether there is a photo, and res.json() leaves a Content-Type alone that is there. Set them when the first bytes have come, or remove them"} in the error middleware.`,
    }),
    "zh-TW": (d) => ({
      expected: "錯誤是 JSON，標頭也要這麼說；不能被當成照片快取。",
      seen: d["json"]
        ? "內容是 JSON，Cache-Control 卻是照片的：可以快取一小時。"
        : `內容是 JSON，標頭卻是照片的：Content-Type 是 ${d["type"]}${d["cached"] ? "，而且可以快取一小時" : ""}。`,
      means: `還不知道有沒有照片，處理函式就先設了標頭；${d["json"] ? "後來也沒有人把它拿掉" : "res.json() 不會動已經有的 Content-Type"}。等第一批資料來了再設，或在錯誤中介軟體裡移除。`,
    }),
  },
  "photo-never-begins": {
    en: () => ({
      expected: "GET /photos/oolong, where nothing goes wrong, is answered with the photo.",
      seen: "It got no answer.",
      means:
        "The handler waits for something that never happens. 'open' comes from files only, and 'end' only after somebody has read to the end; 'readable' comes from every stream that has something to read.",
    }),
    "zh-TW": () => ({
      expected: "GET /photos/oolong 沒有出錯，會得到照片。",
      seen: "一直沒有回應。",
      means:
        "處理函式在等一件不會發生的事。'open' 只有檔案才會發出，'end' 要有人讀到最後才會發出；只要有東西可讀，任何串流都會發出 'readable'。",
    }),
  },
  "photo-without-beginning": {
    en: (d) => ({
      expected: `GET /photos/oolong, where nothing goes wrong, is answered with the photo, ${d["whole"]} bytes.`,
      seen: `${d["bytes"]} bytes came.`,
      means:
        "A piece was taken from the stream before the response was connected with it: a listener for 'data', or once(photo, \"data\"), takes what it is told of. 'readable' says that there is something, and leaves it where it is.",
    }),
    "zh-TW": (d) => ({
      expected: `GET /photos/oolong 沒有出錯，會得到 ${d["whole"]} 個位元組的照片。`,
      seen: `只收到 ${d["bytes"]} 個位元組。`,
      means:
        "接上回應之前，就有一段資料從串流被取走了：'data' 的監聽器，或 once(photo, \"data\")，收到的那一段就不會再有。'readable' 只說有東西可讀，不會取走它。",
    }),
  },
  "photo-otherwise": {
    en: (d) => ({ expected: missing.en, seen: `The request ended like this: ${ended(d, "en")}.` }),
    "zh-TW": (d) => ({
      expected: missing["zh-TW"],
      seen: `請求的結果是：${ended(d, "zh-TW")}。`,
    }),
  },
  "camera-silent": {
    en: () => ({
      expected: "GET /photos/counter, the camera, begins to send at once.",
      seen: "Nothing of the picture came.",
      means:
        "Something waits for the whole picture before it sends any of it, and this one never ends. Send piece by piece.",
    }),
    "zh-TW": () => ({
      expected: "GET /photos/counter 的攝影機會立刻開始送出畫面。",
      seen: "畫面一點都沒有送來。",
      means: "有個地方要等整個畫面才肯送出，而這個畫面不會結束。請一段一段送。",
    }),
  },
  "camera-not-counted": {
    en: (d) => ({
      expected: "While somebody looks at the camera, openPhotos on the front page is 1.",
      seen: `It was ${d["before"] ?? "missing"}.`,
    }),
    "zh-TW": (d) => ({
      expected: "有人在看攝影機時，首頁的 openPhotos 是 1。",
      seen: `實際是 ${d["before"] ?? "沒有這個值"}。`,
    }),
  },
  "leaving-kills": {
    en: () => ({
      expected: "A client that leaves in the middle of a picture is nothing special.",
      seen: "A client left, and the process ended, for all others.",
      means:
        "pipeline() rejects when the client leaves (ERR_STREAM_PREMATURE_CLOSE), and nobody waits for that promise. Await it in the handler, or give it a .catch().",
    }),
    "zh-TW": () => ({
      expected: "用戶端中途離開是很平常的事。",
      seen: "有個用戶端離開，行程就結束了，其他人也跟著斷線。",
      means:
        "用戶端離開時，pipeline() 會拒絕（ERR_STREAM_PREMATURE_CLOSE），而那個 promise 沒有人等。請在處理函式裡 await 它，或替它加上 .catch()。",
    }),
  },
  "source-left-open": {
    en: () => ({
      expected: "When the client leaves, the source of the picture is closed.",
      seen: "The client had left, and the kitchen went on reading for nobody: openPhotos stayed at 1.",
      means:
        "pipe() stops when the response closes, and does not tell the source. Each client that leaves costs an open file, until there are none left. Use pipeline(), or destroy the source on the response's 'close'.",
    }),
    "zh-TW": () => ({
      expected: "用戶端離開時，畫面的來源會被關閉。",
      seen: "用戶端已經走了，廚房還在為沒有人讀取的畫面忙：openPhotos 一直是 1。",
      means:
        "回應關閉時 pipe() 只是停下來，不會告訴來源。每個離開的用戶端都留下一個開著的檔案，直到用完為止。請用 pipeline()，或在回應的 'close' 事件銷毀來源。",
    }),
  },
});
