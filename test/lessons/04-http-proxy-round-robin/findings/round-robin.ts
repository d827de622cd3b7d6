import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

const ratio = (shares: number[]) => shares.join(" : ");

/** What is found in the task "round-robin". */
export default findings({
  "one-for-all": {
    en: () => ({
      expected: "All targets in TARGETS get requests.",
      seen: "One target got every request, the others none.",
      means:
        "The target is chosen once, or the counter does not move on, or each request has a counter of its own. Choose a target for each request, and remember outside the listener whose turn is next.",
    }),
    "zh-TW": () => ({
      expected: "TARGETS 裡的每個目標都會收到請求。",
      seen: "所有請求都到了同一個目標，其他的一個也沒有。",
      means:
        "目標只選了一次、計數器沒有往前走，或是每個請求都有自己的計數器。每個請求都要選一次目標，下一個輪到誰則要記在監聽器外面。",
    }),
  },
  uneven: {
    en: (d, f) => ({
      expected: "Of as many requests as there are targets, each target gets one, again and again.",
      seen: `In one round the shares were ${f.text(ratio(d["shares"]))}.`,
      means:
        "Over a thousand requests a random choice is nearly fair; over a dozen it is not, and it may hit the same target five times in a row. Take the targets in turn. If you do: does something move the turn on twice, such as a counter in two places?",
    }),
    "zh-TW": (d, f) => ({
      expected: "每一輪（有幾個目標就送幾個請求），每個目標都剛好分到一個。",
      seen: `其中一輪的分配是 ${f.text(ratio(d["shares"]))}。`,
      means:
        "一千個請求隨機分配，大致公平；十幾個就不是了，同一個目標可能連中五次。請依序輪流。如果你已經是輪流：是不是有兩個地方都推進了計數器？",
    }),
  },
  "by-kind": {
    en: () => ({
      expected: "All requests take turns together, whatever their method and path.",
      seen: "A GET of / and a POST to /orders came one after the other, and the same target got both.",
      means:
        "There is a turn for each method or path. Each of them may be fair, and together they are not: ten paths, asked for once each, all go to the first target. Keep one counter for all requests.",
    }),
    "zh-TW": () => ({
      expected: "所有請求一起輪流，不論方法和路徑。",
      seen: "先後來了一個 GET / 和一個 POST /orders，兩個都送到同一個目標。",
      means:
        "每種方法或每個路徑各自輪流。分開看也許公平，合起來就不是了：十個路徑各要一次，全都送到第一個目標。請讓所有請求共用一個計數器。",
    }),
  },
  "by-connection": {
    en: (d) => ({
      expected: "Requests on one kept-alive connection are shared, too: the turn goes by request.",
      seen: `Six requests on one connection were shared ${ratio(d["shares"])}.`,
      means:
        "The target was chosen when the connection came in, or is remembered with the socket. A browser, or a load balancer in front of you, sends many requests on one connection. Choose in the listener for 'request'.",
    }),
    "zh-TW": (d) => ({
      expected: "同一條保持連線（keep-alive）上的請求也會分配：輪的是請求，不是連線。",
      seen: `同一條連線上的六個請求，分配是 ${ratio(d["shares"])}。`,
      means:
        "目標是在連線進來時選的，或跟著 socket 記住了。瀏覽器或你前面的負載平衡器，會在一條連線上送很多請求。請在 'request' 的監聽器裡選。",
    }),
  },
  "list-runs-out": {
    en: (d) => ({
      expected: "After the last target the first one has its turn again.",
      seen: `The first requests were answered, and then one ended like this: ${d["crash"] ? d["crash"].message : ended(d, "en")}.`,
      means:
        "The counter runs past the end of the list, where there is no target. Wrap it round: turn % targets.length.",
    }),
    "zh-TW": (d) => ({
      expected: "輪到最後一個目標之後，再從第一個開始。",
      seen: `前幾個請求有回應，接下來的結果是：${d["crash"] ? d["crash"].message : ended(d, "zh-TW")}。`,
      means: "計數器超過了清單的結尾，那裡沒有目標。請讓它繞回來：turn % targets.length。",
    }),
  },
  "two-is-fixed": {
    en: (d) => ({
      expected: "With three targets, each gets a third of the requests.",
      seen: `The shares were ${ratio(d["shares"])}.`,
      means:
        "The program counts with two: % 2, or a switch between two. Count with targets.length.",
    }),
    "zh-TW": (d) => ({
      expected: "有三個目標時，每個分到三分之一的請求。",
      seen: `分配是 ${ratio(d["shares"])}。`,
      means: "程式把目標當成固定兩個：% 2，或在兩個之間切換。請用 targets.length 來算。",
    }),
  },
  "one-at-a-time": {
    en: (d, f) => ({
      expected: `${d["sent"]} requests that come together are all forwarded at once.`,
      seen: `${f.count(d["arrived"])} arrived; the others waited for an answer to those.`,
      means:
        "Requests wait for each other: behind an await in a loop, a queue, or an agent with too few sockets. A slow order then holds up all the others.",
    }),
    "zh-TW": (d, f) => ({
      expected: `同時到達的 ${d["sent"]} 個請求，會同時轉送出去。`,
      seen: `到達目標的有 ${f.count(d["arrived"])} 個，其餘的在等它們的回應。`,
      means:
        "請求在互相等待：迴圈裡的 await、佇列，或 socket 數太少的 agent。一筆很慢的訂單就會拖住其他所有請求。",
    }),
  },
  "busy-is-avoided": {
    en: (d) => ({
      expected: "A target that is busy with a long answer has its turn like the others.",
      seen: `While one of two targets was sending a live page, the next four requests were shared ${ratio(d["shares"])}.`,
      means:
        "The proxy chooses the target with the fewest requests in work. That has its uses (nginx calls it least_conn), but it is not taking turns: a target that somebody reads a live page from would get less than its share, for as long as that lasts. Let only the turn decide.",
    }),
    "zh-TW": (d) => ({
      expected: "正忙著送一個很長的回應的目標，也和別的目標一樣會輪到。",
      seen: `兩個目標之一正在送即時頁面時，接下來的四個請求，分配是 ${ratio(d["shares"])}。`,
      means:
        "代理選的是手上請求最少的目標。這種做法有它的用處（nginx 叫它 least_conn），但不是輪流：只要有人在看某個目標的即時頁面，那段時間它分到的就比別人少。該輪到誰，請只由順序決定。",
    }),
  },
  "uneven-at-once": {
    en: (d, f) => ({
      expected: "Requests that come at the same time are shared equally as well.",
      seen: `The shares were ${f.text(ratio(d["shares"]))}; one after the other they were equal.`,
      means:
        "Between reading the turn and moving it on, other requests come in: there is an await in between, or the turn moves on with the answer. Read it and move it on in one statement, as soon as the request is there.",
    }),
    "zh-TW": (d, f) => ({
      expected: "同時到達的請求，也會平均分配。",
      seen: `分配是 ${f.text(ratio(d["shares"]))}；一個接一個送時則是平均的。`,
      means:
        "在讀取計數器和推進計數器之間，別的請求進來了：中間有一個 await，或是等到回應之後才推進。請求一到，就用同一個敘述讀取並推進。",
    }),
  },
});
