import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

/** What is found in the tasks "upstream" and "least-conn". */
export default findings({
  "one-does-all": {
    en: (d, f) => ({
      expected: "Of 60 requests, each of the three servers gets some.",
      seen: `Nothing came to ${f.list(d["servers"])}.`,
      means: d["alone"]
        ? "proxy_pass names one server, or the method keeps a client at one server. This system has only one loopback address, so the requests came from a single client."
        : "proxy_pass names one server instead of a group, or all the others are backup or down.",
    }),
    "zh-TW": (d, f) => ({
      expected: "60 個請求裡，三台伺服器都會分到一些。",
      seen: `${f.list(d["servers"])} 一個也沒有收到。`,
      means: d["alone"]
        ? "proxy_pass 寫的是單一伺服器，或是用了把用戶端固定在一台的方法。這個系統只有一個 loopback 位址，所以請求都來自同一個用戶端。"
        : "proxy_pass 寫的是單一伺服器而不是一組，或是其他台都標成了 backup 或 down。",
    }),
  },
  "one-idle": {
    en: (d, f) => ({
      expected: "Of 60 requests, each of the three servers gets some.",
      seen: `Nothing came to ${f.list(d["servers"])}.`,
      means:
        "Its line is missing in the upstream, or says backup or down. A backup gets requests only when all others have failed.",
    }),
    "zh-TW": (d, f) => ({
      expected: "60 個請求裡，三台伺服器都會分到一些。",
      seen: `${f.list(d["servers"])} 一個也沒有收到。`,
      means:
        "upstream 裡少了它那一行，或寫了 backup 或 down。標成 backup 的，要等其他台全部失敗才會收到請求。",
    }),
  },
  uneven: {
    en: (d, f) => ({
      expected: "The three servers get equal shares.",
      seen: `8001, 8002 and 8003 got about ${f.list(parts(d))} percent.`,
      means:
        "The servers have different weights: leave them out. Or the method chooses by something that differs little from request to request.",
    }),
    "zh-TW": (d, f) => ({
      expected: "三台伺服器分到的請求一樣多。",
      seen: `8001、8002、8003 大約各分到 ${f.list(parts(d))}（百分比）。`,
      means: "各台的 weight 不同，那就不要寫；或者選擇的依據在每個請求之間沒有什麼差別。",
    }),
  },
  "slow-gets-its-share": {
    en: (d, f) => ({
      expected: "A server that is still busy gets no new requests while two others are free.",
      seen: `Server 8003 was busy with one request, and got ${f.count(d["count"])} of ${d["requests"]} all the same.`,
      means:
        "Taking turns and hashing look at no one's work. Those customers wait behind a slow server while two others have nothing to do. nginx can compare the requests in progress, per server: least_conn.",
    }),
    "zh-TW": (d, f) => ({
      expected: "還在忙的伺服器，只要另外兩台有空，就不會收到新的請求。",
      seen: `伺服器 8003 正忙著處理一個請求，${d["requests"]} 個新請求裡卻仍然分到 ${f.count(d["count"])} 個。`,
      means:
        "輪流分配和雜湊都不看誰在忙。這些客人排在慢的伺服器後面，另外兩台卻沒事做。nginx 可以比較每台正在處理的請求數：least_conn。",
    }),
  },
  "one-fixed-order": {
    en: (d, f) => ({
      expected: "It makes no difference which of the three servers is slow.",
      seen: `When ${d["documented"]} was the slow one, it got ${f.count(d["count"])} of ${d["requests"]} requests.`,
      means:
        "A setting for one server, such as a weight or max_conns, is a guess. It doesn't follow what happens: tomorrow another one is slow. Let the number of requests in progress decide, for all of them (least_conn).",
    }),
    "zh-TW": (d, f) => ({
      expected: "不論三台裡哪一台慢，結果都一樣。",
      seen: `換成 ${d["documented"]} 慢的時候，${d["requests"]} 個請求裡它分到 ${f.count(d["count"])} 個。`,
      means:
        "只替一台伺服器設定 weight 或 max_conns，是事先的猜測，不會隨實際狀況改變，明天慢的可能是另一台。讓每一台正在處理的請求數來決定（least_conn）。",
    }),
  },
  "turned-away": {
    en: (d, f) => ({
      expected: "While all three servers are busy, new requests are answered all the same.",
      seen: `Of ${d["of"]} requests at once, ${f.count(d["count"])} were turned away: ${f.text(ended(d, "en"))}.`,
      means:
        "max_conns is a limit: when every server has that many requests, nginx answers 502 by itself, although a server would take one more. least_conn compares instead, and turns nobody away.",
    }),
    "zh-TW": (d, f) => ({
      expected: "三台伺服器都在忙的時候，新的請求仍然會得到回應。",
      seen: `同時來了 ${d["of"]} 個請求，有 ${f.count(d["count"])} 個被拒絕：${f.text(ended(d, "zh-TW"))}。`,
      means:
        "max_conns 是上限：每台的請求都到了這個數字，nginx 就自己回 502，儘管伺服器還收得下。least_conn 則是互相比較，不會拒絕任何人。",
    }),
  },
});

function parts(d: Record<string, any>): number[] {
  return d["percent"];
}
