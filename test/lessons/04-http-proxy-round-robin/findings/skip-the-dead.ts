import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

/** How a target failed, and what goes for a request that met it. */
const FAILURES = {
  dead: {
    en: {
      did: "was dead",
      means: "That goes for a HEAD as for a GET: neither changes anything.",
    },
    "zh-TW": { did: "當掉了", means: "HEAD 和 GET 一樣，兩者都不會改變任何東西。" },
  },
  "broken-off": {
    en: {
      did: "took requests and broke off without an answer",
      means:
        "The error's code is no reason not to: ECONNRESET comes from a target that broke off, ECONNREFUSED from one that is gone.",
    },
    "zh-TW": {
      did: "收了請求，沒有回應就斷線",
      means:
        "不論錯誤代碼是哪一個都要這樣做：ECONNRESET 是目標中途斷線，ECONNREFUSED 是目標不在了。",
    },
  },
  silent: {
    en: {
      did: "took requests and said nothing",
      means:
        "Who has said nothing for ANSWER_WITHIN_MS has failed as well. A GET is no order, so that it may be sent a second time; 504 is for when the other target fails, too.",
    },
    "zh-TW": {
      did: "收了請求，卻什麼都不說",
      means:
        "過了 ANSWER_WITHIN_MS 還不出聲，也算失敗。GET 不是訂單，可以再送一次；另一個目標也失敗時，才回 504。",
    },
  },
};
type Failure = keyof typeof FAILURES;

/** What is found in the task "skip-the-dead". */
export default findings({
  "no-second-try": {
    en: (d) => ({
      expected: "While one of two targets fails, every GET and HEAD is answered by the other.",
      seen: `One target ${FAILURES[d["how"] as Failure].en.did}. A ${d["method"]} ended like this: ${ended(d, "en")}.`,
      means: `The request failed at this target, and was not tried at the other. In the callback of proxy.web(), call proxy.web() again with the next target, as long as res.headersSent is false. ${FAILURES[d["how"] as Failure].en.means}`,
    }),
    "zh-TW": (d) => ({
      expected: "兩個目標有一個出錯時，每個 GET 和 HEAD 都由另一個回應。",
      seen: `其中一個目標${FAILURES[d["how"] as Failure]["zh-TW"].did}。有個 ${d["method"]} 的結果是：${ended(d, "zh-TW")}。`,
      means: `請求在那個目標失敗之後，沒有再試另一個。在 proxy.web() 的回呼裡，只要 res.headersSent 還是 false，就用下一個目標再呼叫一次 proxy.web()。${FAILURES[d["how"] as Failure]["zh-TW"].means}`,
    }),
  },
  "get-without-answer": {
    en: (d) => ({
      expected: "A request gets an answer, or an error such as 502.",
      seen: `It ended like this: ${ended(d, "en")}.`,
    }),
    "zh-TW": (d) => ({
      expected: "請求會得到回應，或 502 之類的錯誤。",
      seen: `結果是：${ended(d, "zh-TW")}。`,
    }),
  },
  "no-rest": {
    en: (d, f) => ({
      expected: "After a failure, a target gets no requests for COOL_DOWN_MS.",
      seen: `One of two targets broke off every request. Of ${d["of"]} requests, ${f.count(d["tried"])} were sent to it first.`,
      means:
        "Every request finds out anew that the target fails. Here that takes a millisecond; with a machine that is gone, each attempt waits for a connection that never comes. Note until when a target rests, and pass it over. If you do: a connection that breaks off (ECONNRESET) is a failure like a refused one (ECONNREFUSED), and times of Date.now() and performance.now() can't be compared.",
    }),
    "zh-TW": (d, f) => ({
      expected: "目標出錯之後，COOL_DOWN_MS 之內不再收到請求。",
      seen: `兩個目標裡有一個每次都中途斷線。${d["of"]} 個請求中，有 ${f.count(d["tried"])} 個還是先送給它。`,
      means:
        "每個請求都重新發現一次目標會出錯。在這裡只花一毫秒；如果整台機器都不見了，每次嘗試都會等一條永遠連不上的連線。請記下目標休息到什麼時候，這段時間跳過它。如果你已經這樣做：中途斷線（ECONNRESET）和拒絕連線（ECONNREFUSED）一樣算出錯；Date.now() 和 performance.now() 的時間不能互相比較。",
    }),
  },
  "rests-after-answer": {
    en: (d, f) => ({
      expected:
        "A target that has answered whole, and in time, goes on getting requests when it is its turn.",
      seen: `One of two targets answered at once. When ANSWER_WITHIN_MS (${f.ms(d["ms"])} here) had run out after that, it got none of the next 4 requests.`,
      means:
        "The limit for silence is still running when the answer has long been complete; in the end it takes a healthy target for a silent one. Call it off (clearTimeout) with the end of the answer, whether it was whole or not.",
    }),
    "zh-TW": (d, f) => ({
      expected: "及時送完整個回應的目標，輪到它時會繼續收到請求。",
      seen: `兩個目標之一立刻回應了。之後 ANSWER_WITHIN_MS（這裡是 ${f.ms(d["ms"])}）一到，接下來的 4 個請求它一個也沒收到。`,
      means:
        "回應早就送完了，沉默的計時卻還在跑，最後把健康的目標當成不出聲。不論回應完整與否，一結束就要取消計時（clearTimeout）。",
    }),
  },
  "answer-is-failure": {
    en: (d, f) => ({
      expected:
        "A target that answers 503 has answered: it goes on getting requests when it is its turn, 2 of 4 here.",
      seen: `It got ${f.count(d["tried"])}.`,
      means:
        "The proxy lets a target rest for its status. A shop that answers is not dead: one request that it refuses, or one bug in one of its pages, would take it from all customers. Only a broken connection and silence are failures.",
    }),
    "zh-TW": (d, f) => ({
      expected: "回應 503 的目標還是有回應：輪到它時就會繼續收到請求，這裡是 4 個裡的 2 個。",
      seen: `它收到 ${f.count(d["tried"])} 個。`,
      means:
        "代理因為狀態碼就讓目標休息。有回應的店沒有當掉：只要它拒絕一個請求，或某一頁有個 bug，就會讓所有客人都去不了。只有連線中斷和沉默才算出錯。",
    }),
  },
  "rest-only-once": {
    en: (d, f) => ({
      expected: `Each failure of a target begins a new rest of COOL_DOWN_MS (${f.ms(d["ms"])} here).`,
      seen: "It rested after its first failure; after a later one it got the next request in less time than that.",
      means:
        "The moment until which a target rests was noted the first time, and is not moved on any more. It has passed long ago, so a target that is down for an hour is tried at every turn. Set it anew at each failure, whether there is an old one or not.",
    }),
    "zh-TW": (d, f) => ({
      expected: `目標每次出錯，都重新休息 COOL_DOWN_MS（這裡是 ${f.ms(d["ms"])}）。`,
      seen: "第一次出錯之後它有休息；後來再出錯，還沒過這麼久就又收到請求。",
      means:
        "休息到什麼時候，只在第一次出錯時記下，之後就沒有再往後移。那個時刻早就過了，所以一台停擺一小時的目標，每次輪到它都會再試。不論有沒有舊的記錄，每次出錯都要重新設定。",
    }),
  },
  "no-return": {
    en: (d, f) => ({
      expected: `A target that works again gets requests again, once COOL_DOWN_MS (${f.ms(d["ms"])} here) is over.`,
      seen: "It got none any more.",
      means:
        "The target was removed for good, or rests for much longer. After the first short failure of each, no target is left until somebody restarts the proxy. Let it rest for a time, and then try it. If you do: COOL_DOWN_MS is in milliseconds, and times of Date.now() and performance.now() can't be compared.",
    }),
    "zh-TW": (d, f) => ({
      expected: `目標恢復之後，過了 COOL_DOWN_MS（這裡是 ${f.ms(d["ms"])}）就會再收到請求。`,
      seen: "它再也沒有收到任何請求。",
      means:
        "目標被永久移除，或休息得太久了。等每個目標都短暫出錯過一次，就一個也不剩，直到有人重新啟動代理。讓它休息一段時間，再試它。如果你已經這樣做：COOL_DOWN_MS 的單位是毫秒；Date.now() 和 performance.now() 的時間不能互相比較。",
    }),
  },
  "post-twice": {
    en: (d, f) => ({
      expected: "A POST is sent only once.",
      seen: `One order arrived ${f.count(d["times"])} times.`,
      means:
        "A target that breaks off may have done its work before. Sent again, an order is made, and paid, twice. Repeat only what changes nothing when it is done twice: GET, HEAD, OPTIONS. A connection that had been kept (reusedSocket) makes no difference: the target may have read the order before it broke off.",
    }),
    "zh-TW": (d, f) => ({
      expected: "POST 只會送出一次。",
      seen: `同一筆訂單送到了 ${f.count(d["times"])} 次。`,
      means:
        "斷線的目標可能已經把事情做完了。再送一次，同一筆訂單就做兩次、付兩次錢。只有做兩次也不會改變什麼的請求才能重送：GET、HEAD、OPTIONS。就算用的是之前留著的連線（reusedSocket）也一樣：目標可能讀完訂單才斷線。",
    }),
  },
  "post-without-answer": {
    en: (d) => ({
      expected:
        "A POST whose target broke off gets an error such as 502: the client must know that the outcome is unknown.",
      seen: `It ended like this: ${ended(d, "en")}.`,
    }),
    "zh-TW": (d) => ({
      expected: "目標斷線的 POST 會得到 502 之類的錯誤：用戶端必須知道結果不明。",
      seen: `結果是：${ended(d, "zh-TW")}。`,
    }),
  },
  "no-rest-after-post": {
    en: () => ({
      expected: "A target that failed rests for COOL_DOWN_MS, whatever the request was.",
      seen: "It broke off a POST, and the GETs that followed were sent to it, too.",
      means:
        "The rest is set only where the request is tried again. Whether a request may be repeated says something about the request; that the target failed says something about the target. Let it rest first, and then decide what becomes of the request.",
    }),
    "zh-TW": () => ({
      expected: "不論請求是哪一種，出錯的目標都要休息 COOL_DOWN_MS。",
      seen: "它在處理 POST 時斷線，後面的 GET 還是送到它那裡。",
      means:
        "只有會重試的請求才讓目標休息。能不能重送，是請求的事；出錯，是目標的事。先讓目標休息，再決定請求怎麼辦。",
    }),
  },
  "no-rest-after-second": {
    en: () => ({
      expected:
        "A target that failed rests for COOL_DOWN_MS, also when it was a request's second try.",
      seen: "One request failed at two targets, and one of them got a request that followed.",
      means:
        "The rest is set for the first target only. Let each target rest where its failure is seen, before you decide what becomes of the request.",
    }),
    "zh-TW": () => ({
      expected: "出錯的目標要休息 COOL_DOWN_MS，就算它是請求第二次嘗試的目標也一樣。",
      seen: "一個請求在兩個目標都失敗了，其中一個卻還收到後面的請求。",
      means: "只有第一個目標有休息。每個目標都要在發現它出錯的地方就讓它休息，再決定請求怎麼辦。",
    }),
  },
  "second-try-waits": {
    en: (d, f) => ({
      expected:
        "The second target may be silent for ANSWER_WITHIN_MS (250 ms here), too, and then the client gets an error.",
      seen: `One target was dead, the other silent. A GET had no answer after ${f.ms(d["ms"])}.`,
      means:
        "The limit for silence holds for the first try only. Set it for each request to a target.",
    }),
    "zh-TW": (d, f) => ({
      expected: "第二個目標也只能沉默 ANSWER_WITHIN_MS（這裡是 250 毫秒），之後用戶端會得到錯誤。",
      seen: `一個目標當掉了，另一個不出聲。有個 GET 過了 ${f.ms(d["ms"])}還沒有回應。`,
      means: "沉默的限制只對第一次嘗試有效。送往目標的每個請求都要設定。",
    }),
  },
  "put-without-body": {
    en: (d) => ({
      expected: "A PUT whose target broke off gets 502, or reaches another target with its body.",
      seen: `The other target got its head, and waited for the body in vain. To the client it ended like this: ${ended(d, "en")}.`,
      means:
        "A PUT may be done twice, but its body has gone to the first target, and a stream can be read only once. Repeat only what has no body: GET, HEAD, OPTIONS.",
    }),
    "zh-TW": (d) => ({
      expected: "目標斷線的 PUT 會得到 502，或連同主體送到另一個目標。",
      seen: `另一個目標收到標頭，卻等不到主體。用戶端看到的結果是：${ended(d, "zh-TW")}。`,
      means:
        "PUT 做兩次沒有關係，但它的主體已經送給第一個目標了，而串流只能讀一次。只重送沒有主體的請求：GET、HEAD、OPTIONS。",
    }),
  },
  "poison-spreads": {
    en: (d) => ({
      expected: "A request is tried on two targets at the most.",
      seen: `One GET was sent to all ${d["dead"]} targets, and each of them died of it.`,
      means:
        "Some requests kill whoever touches them, and a retry hands them on. Try once more, not once per target: then one such request costs two targets, and the shop stays open.",
    }),
    "zh-TW": (d) => ({
      expected: "一個請求最多試兩個目標。",
      seen: `同一個 GET 送到了全部 ${d["dead"]} 個目標，每一個都因此當掉。`,
      means:
        "有的請求會弄死碰到它的目標，重試等於幫它找下一個。只再試一次，而不是每個目標都試：這樣一個毒請求最多弄死兩個，店還開著。",
    }),
  },
});
