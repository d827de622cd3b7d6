import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

/** What is found in the task "failover". */
export default findings({
  "customer-notices": {
    en: (d, f) => ({
      expected: "While one of three servers is dead, the other two answer everything.",
      seen: `A ${d["method"]} of a customer ended thus: ${f.text(ended(d, "en"))}.`,
      means: /^504\b/.test(d["answer"] ?? "")
        ? "504 means that nginx waited for a server that says nothing, and then tried no other. proxy_next_upstream names what makes it try: with error alone, no timeout counts. By default it is “error timeout”. Or there was no time left: proxy_next_upstream_timeout holds for all tries together, the first one included."
        : "nginx gave up after the dead server instead of trying another. By default it tries the next one after an error or timeout; proxy_next_upstream off, or one that doesn't name error, a limit of one try, or a group that leaves only one server to choose takes that away.",
    }),
    "zh-TW": (d, f) => ({
      expected: "三台伺服器倒了一台，另外兩台仍然能回應所有請求。",
      seen: `有位客人的 ${d["method"]} 結果是：${f.text(ended(d, "zh-TW"))}。`,
      means: /^504\b/.test(d["answer"] ?? "")
        ? "504 表示 nginx 等一台沒有答覆的伺服器，等到逾時之後沒有再試別台。什麼情況要試下一台，寫在 proxy_next_upstream：只寫 error，逾時就不算。預設是「error timeout」。也可能是時間已經用完：proxy_next_upstream_timeout 限制的是全部嘗試的總時間，第一次也算在內。"
        : "nginx 碰到倒下的伺服器就放棄，沒有再試別台。預設在錯誤或逾時之後會試下一台；proxy_next_upstream 寫成 off 或沒有列出 error、只准試一次，或是只剩一台可選，都會讓它不再試。",
    }),
  },
  "waits-for-the-silent": {
    en: (d, f) => ({
      expected:
        "While one server doesn't even refuse connections, customers have an answer from another within 3 seconds.",
      seen: `A customer had none after ${f.ms(d["ms"])}.`,
      means:
        "A closed port refuses at once; a machine that is gone says nothing, and nginx waits for its connection until proxy_connect_timeout is over, which is 60 seconds unless told. A server in the same network accepts within a second.",
    }),
    "zh-TW": (d, f) => ({
      expected: "就算有一台毫無反應，連線也不拒絕，客人仍會在 3 秒內收到其他台的回應。",
      seen: `有位客人等了 ${f.ms(d["ms"])}還沒有收到回應。`,
      means:
        "連接埠關著，會馬上拒絕連線；整台機器不見了，就什麼答覆也沒有，nginx 會一直等連線建立，等到 proxy_connect_timeout 為止，沒寫就是 60 秒。同一個網路裡的伺服器，一秒之內就會接受連線。",
    }),
  },
  "gives-up-early": {
    en: (d, f) => ({
      expected:
        "An answer that takes three seconds comes through: a server that works is not dead.",
      seen: `nginx gave a server up after ${f.ms(d["ms"])}. The customer got: ${f.text(ended(d, "en"))}.`,
      means:
        "proxy_read_timeout ends the wait for an answer, also of a server that is busy with it; a GET then begins anew at the next one, which needs as long. For machines that are gone there is proxy_connect_timeout. Leave the other at its 60 seconds, or well above your slowest answer.",
    }),
    "zh-TW": (d, f) => ({
      expected: "花三秒才完成的回應也會送到：正在工作的伺服器不算倒下。",
      seen: `nginx 過了 ${f.ms(d["ms"])}就放棄一台伺服器。客人得到的是：${f.text(ended(d, "zh-TW"))}。`,
      means:
        "proxy_read_timeout 限制的是等回應的時間，伺服器正忙著處理也一樣會被放棄；GET 接著在下一台從頭再來，同樣要花那麼久。機器不見了的情況，該用的是 proxy_connect_timeout。proxy_read_timeout 就維持預設的 60 秒，或設得比最慢的回應長得多。",
    }),
  },
  "server-gives-up": {
    en: (d, f) => ({
      expected:
        "An answer that takes three seconds comes through: a server that works is not dead.",
      seen: `nginx had no part in it: asked directly, server.ts itself ended the request after ${f.ms(d["ms"])}: ${f.text(ended(d, "en"))}.`,
      means:
        "A limit in server.ts is shorter than its slowest answer: server.setTimeout(), server.timeout, res.setTimeout(), or a middleware with a timer. Take it out, or set it well above three seconds.",
    }),
    "zh-TW": (d, f) => ({
      expected: "花三秒才完成的回應也會送到：正在工作的伺服器不算倒下。",
      seen: `這和 nginx 無關：直接問 server.ts，它過了 ${f.ms(d["ms"])}就自己結束了請求：${f.text(ended(d, "zh-TW"))}。`,
      means:
        "server.ts 裡的時間限制比它最慢的回應還短：可能是 server.setTimeout()、server.timeout、res.setTimeout()，或是會計時的中介軟體。把它拿掉，或設得比三秒長得多。",
    }),
  },
  "stays-away": {
    en: (d, f) => ({
      expected: "A server that is back gets requests again within 3 seconds.",
      seen: `${d["server"]} got none for ${f.ms(d["ms"])}.`,
      means:
        "After max_fails failures (1 unless told) nginx leaves a server alone for fail_timeout, which is 10 seconds unless told. Give each server of the group a shorter one.",
    }),
    "zh-TW": (d, f) => ({
      expected: "伺服器恢復後，3 秒內會再收到請求。",
      seen: `過了 ${f.ms(d["ms"])}，${d["server"]} 還是一個也沒有收到。`,
      means:
        "失敗 max_fails 次（沒寫就是 1）之後，nginx 會避開這台伺服器 fail_timeout 那麼久，沒寫就是 10 秒。請替每台伺服器設短一點。",
    }),
  },
  "poison-kills-all": {
    en: (d) => ({
      expected: "A GET that kills each server it reaches kills two at most.",
      seen: `One request killed ${d["dead"]} of 3 servers.`,
      means:
        "nginx sends a GET to the next server whenever one dies of it, until none is left: one request, and the shop is closed. Limit the attempts with proxy_next_upstream_tries.",
    }),
    "zh-TW": (d) => ({
      expected: "碰到誰就弄倒誰的 GET，最多弄倒兩台。",
      seen: `一個請求弄倒了 3 台裡的 ${d["dead"]} 台。`,
      means:
        "只要有一台因為這個 GET 倒下，nginx 就把它再送給下一台，直到一台不剩：一個請求，店就關門了。用 proxy_next_upstream_tries 限制嘗試的次數。",
    }),
  },
  "order-twice": {
    en: (d) => ({
      expected: "An order (POST) that has reached a server is sent to no other.",
      seen: `One order reached ${d["times"]} servers.`,
      means:
        "The first server may have booked it before the connection broke; the customer then pays twice. nginx repeats a POST only if non_idempotent stands in proxy_next_upstream, or if error_page leads to a location that passes it on again. Take that out.",
    }),
    "zh-TW": (d) => ({
      expected: "已經送到某台伺服器的訂單（POST），不會再送給別台。",
      seen: `同一筆訂單送到了 ${d["times"]} 台伺服器。`,
      means:
        "連線斷掉之前，第一台可能已經記下這筆訂單，客人就會付兩次錢。只有 proxy_next_upstream 裡寫了 non_idempotent，或是 error_page 指到一個會再轉交一次的 location，nginx 才會重送 POST。把它拿掉。",
    }),
  },
});
