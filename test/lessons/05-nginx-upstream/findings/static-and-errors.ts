import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

/** What is found in the task "static-and-errors". */
export default findings({
  "server-asked": {
    en: () => ({
      expected: "nginx answers /assets/shop.css itself.",
      seen: "It passed the request to a server.",
      means:
        "The location that nginx takes for this path is passed on. Among prefixes it takes the longest, so a location /assets/ without proxy_pass wins over location /. A regular expression (~) that fits wins over both, unless the prefix is written with ^~.",
    }),
    "zh-TW": () => ({
      expected: "/assets/shop.css 由 nginx 自己回應。",
      seen: "它把請求轉交給伺服器了。",
      means:
        "nginx 替這個路徑選中的 location 會轉交出去。前綴之中取最長的，所以沒有 proxy_pass 的 location /assets/ 會勝過 location /。但只要有符合的正規表示式（~），它就勝過這兩者，除非前綴寫成 ^~。",
    }),
  },
  "file-not-served": {
    en: (d, f) => ({
      expected: "GET /assets/shop.css is answered with the file public/assets/shop.css.",
      seen: `It was answered with: ${f.text(ended(d, "en"))}.`,
      means:
        "root takes the whole path of the request: with root public, /assets/shop.css is public/assets/shop.css. alias would replace the part that the location matched. Is the folder named twice, or not at all?",
    }),
    "zh-TW": (d, f) => ({
      expected: "GET /assets/shop.css 得到 public/assets/shop.css 這個檔案。",
      seen: `得到的是：${f.text(ended(d, "zh-TW"))}。`,
      means:
        "root 後面會接上請求的整個路徑：寫 root public，/assets/shop.css 就是 public/assets/shop.css。alias 則會取代 location 對應的那一段。資料夾是不是寫了兩次，或是漏寫了？",
    }),
  },
  "other-file": {
    en: () => ({
      expected: "The answer is the file public/assets/shop.css, as it is.",
      seen: "It is something else.",
    }),
    "zh-TW": () => ({
      expected: "回應就是 public/assets/shop.css 這個檔案的內容。",
      seen: "回應是別的內容。",
    }),
  },
  "wrong-type": {
    en: (d) => ({
      expected: "A style sheet has the type text/css.",
      seen: `It came as ${d["type"]}.`,
      means:
        "Browsers refuse a style sheet of another type. nginx takes the type from the ending, by the block types; without one for css it sends its default_type.",
    }),
    "zh-TW": (d) => ({
      expected: "樣式表的類型是 text/css。",
      seen: `送出的是 ${d["type"]}。`,
      means:
        "類型不對，瀏覽器就不會套用樣式表。nginx 依副檔名從 types 區塊找類型，找不到就送 default_type。",
    }),
  },
  "not-compressed": {
    en: () => ({
      expected: "A client that accepts gzip gets the style sheet compressed.",
      seen: "It came as it is.",
      means:
        "gzip is off, or covers only text/html, as it does until gzip_types names more. Files below gzip_min_length stay as they are, too.",
    }),
    "zh-TW": () => ({
      expected: "接受 gzip 的用戶端，收到的樣式表是壓縮過的。",
      seen: "收到的沒有壓縮。",
      means:
        "gzip 沒有打開，或是只壓縮 text/html；要用 gzip_types 列出其他類型才行。小於 gzip_min_length 的檔案也不會壓縮。",
    }),
  },
  "always-compressed": {
    en: () => ({
      expected: "A client that does not ask for gzip gets the plain file.",
      seen: "It came compressed.",
    }),
    "zh-TW": () => ({
      expected: "沒有要求 gzip 的用戶端，收到的是未壓縮的檔案。",
      seen: "收到的卻是壓縮過的。",
    }),
  },
  "vary-missing": {
    en: (d) => ({
      expected: "The compressed style sheet comes with Vary: Accept-Encoding.",
      seen: d["vary"] === "-" ? "There is no Vary." : `It is: ${d["vary"]}`,
      means:
        "A cache in front of nginx, such as a CDN, then keeps one answer for everybody, and gives the compressed file also to a client that can't read it. “gzip_vary on;” adds the header.",
    }),
    "zh-TW": (d) => ({
      expected: "壓縮過的樣式表帶有 Vary: Accept-Encoding。",
      seen: d["vary"] === "-" ? "沒有 Vary。" : `實際上是：${d["vary"]}`,
      means:
        "這樣一來，nginx 前面的快取（例如 CDN）只會替所有人存一份回應，連看不懂 gzip 的用戶端也會拿到壓縮過的檔案。寫「gzip_vary on;」就會加上這個標頭。",
    }),
  },
  "not-cacheable": {
    en: (d) => ({
      expected: "Cache-Control of the style sheet has a max-age above 0.",
      seen: d["cache"] === "-" ? "There is no Cache-Control." : `It is: ${d["cache"]}`,
      means:
        "Without an age, browsers ask each time, or guess. “expires 1h;” in the location sets it, together with Expires.",
    }),
    "zh-TW": (d) => ({
      expected: "樣式表的 Cache-Control 帶有大於 0 的 max-age。",
      seen: d["cache"] === "-" ? "沒有 Cache-Control。" : `它的值是：${d["cache"]}`,
      means:
        "沒有寫期限，瀏覽器就只能每次來問，或自己猜。在 location 裡寫「expires 1h;」就會設定它，Expires 也一併設好。",
    }),
  },
  "answers-kept": {
    en: (d) => ({
      expected: "Only files have a max-age, and no answer of a server that doesn't set one itself.",
      seen: `An answer that was passed on came with “Cache-Control: ${d["cache"]}”.`,
      means:
        "expires, or add_header, stands where it holds for all paths. Browsers then keep an answer that is out of date in a second, and caches may show one customer what was meant for another. Put it into the location of the files.",
    }),
    "zh-TW": (d) => ({
      expected: "只有檔案帶有 max-age；伺服器自己沒設的話，它的回應就沒有。",
      seen: `轉交的回應帶有「Cache-Control: ${d["cache"]}」。`,
      means:
        "expires 或 add_header 寫在對所有路徑都有效的地方。一秒後就過時的回應，瀏覽器也會留著；要給這位客人的，快取還可能拿給另一位看。請寫進檔案的 location。",
    }),
  },
  "sent-away": {
    en: (d) => ({
      expected: "When no server answers, the client gets public/closed.html with status 502.",
      seen: `It was sent away, with status ${d["status"]} and “Location: ${d["location"]}”.`,
      means:
        "What does not begin with / is an address for error_page, to which it sends the client. The failure is no failure any more then, neither for monitors nor for search engines. Write a path: error_page 502 503 504 /closed.html.",
    }),
    "zh-TW": (d) => ({
      expected: "沒有伺服器能回應時，用戶端收到 public/closed.html，狀態碼是 502。",
      seen: `它被請去別的地方：狀態碼 ${d["status"]}，「Location: ${d["location"]}」。`,
      means:
        "error_page 後面只要不是以 / 開頭，就會被當成位址，要用戶端改去那裡。這麼一來，監控和搜尋引擎都看不到失敗。請寫成路徑：error_page 502 503 504 /closed.html。",
    }),
  },
  "default-page": {
    en: () => ({
      expected: "When no server answers, the client gets public/closed.html with status 502.",
      seen: "It got the page that is built into nginx.",
      means:
        "error_page names a page of your own for a status. If yours does: nginx looks the page up like any path, and location / passes it on to the same dead servers. Give it a location of its own.",
    }),
    "zh-TW": () => ({
      expected: "沒有伺服器能回應時，用戶端收到 public/closed.html，狀態碼是 502。",
      seen: "收到的是 nginx 內建的頁面。",
      means:
        "error_page 可以替狀態碼指定自己的頁面。如果已經寫了：nginx 找這個頁面和找其他路徑一樣，location / 會把它轉交給同一批倒下的伺服器。請給它自己的 location。",
    }),
  },
  "page-with-other-status": {
    en: (d) => ({
      expected: "The page for a failure comes with the status of the failure, 502.",
      seen: `The page came with status ${d["status"]}.`,
      means:
        d["status"] < 400
          ? "“=200” in error_page makes a failure look like a success. Monitors see nothing, and caches and search engines may keep the page. Leave the “=” out."
          : "A number behind “=” in error_page takes the place of the failure's own, and hides what happened: 502 tells that nginx is well, and the servers are not. Leave the “=” out.",
    }),
    "zh-TW": (d) => ({
      expected: "故障頁面的狀態碼就是故障的狀態碼，也就是 502。",
      seen: `頁面送出時的狀態碼是 ${d["status"]}。`,
      means:
        d["status"] < 400
          ? "error_page 裡的「=200」會讓失敗看起來像成功：監控看不到，快取和搜尋引擎還可能把這個頁面留下來。把「=」拿掉。"
          : "error_page 裡「=」後面的數字會取代原本的狀態碼，也蓋掉了真正的狀況：502 說的是 nginx 沒事、伺服器有事。把「=」拿掉。",
    }),
  },
  "page-not-found": {
    en: () => ({
      expected: "When no server answers, the client gets public/closed.html with status 502.",
      seen: "It got status 404: nginx looked for the page and did not find it.",
      means:
        "error_page gives a path, for which nginx chooses a location anew. That location needs the root in which the page lies.",
    }),
    "zh-TW": () => ({
      expected: "沒有伺服器能回應時，用戶端收到 public/closed.html，狀態碼是 502。",
      seen: "收到的狀態碼是 404：nginx 去找這個頁面，卻沒有找到。",
      means:
        "error_page 寫的是路徑，nginx 會替它重新選一個 location，那個 location 要有頁面所在的 root。",
    }),
  },
  "page-for-get-only": {
    en: (d, f) => ({
      expected:
        "When no server answers, whoever places an order (POST) gets public/closed.html with status 502, too.",
      seen: `A GET got the page. A POST got: ${f.text(ended(d, "en"))}.`,
      means:
        "nginx sends files only for GET and HEAD. When error_page leads to a path (/closed.html), nginx asks for the page by GET, whatever the customer sent. A named location (@closed) keeps the method, so that a POST is refused there.",
    }),
    "zh-TW": (d, f) => ({
      expected:
        "沒有伺服器能回應時，下訂單（POST）的用戶端也會收到 public/closed.html，狀態碼是 502。",
      seen: `GET 收到了頁面，POST 收到的卻是：${f.text(ended(d, "zh-TW"))}。`,
      means:
        "nginx 只替 GET 和 HEAD 送檔案。error_page 寫路徑（/closed.html）時，不論客人送的是什麼方法，nginx 都改用 GET 去取頁面；寫成具名的 location（@closed）則會保留原本的方法，POST 到了那裡就會被拒絕。",
    }),
  },
  "no-error-page": {
    en: (d, f) => ({
      expected: "When no server answers, the client gets public/closed.html with status 502.",
      seen: `It got: ${f.text(ended(d, "en"))}.`,
    }),
    "zh-TW": (d, f) => ({
      expected: "沒有伺服器能回應時，用戶端收到 public/closed.html，狀態碼是 502。",
      seen: `收到的是：${f.text(ended(d, "zh-TW"))}。`,
    }),
  },
});
