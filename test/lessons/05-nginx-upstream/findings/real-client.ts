import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

/** What is found in the task "real-client". The customer has the address 203.0.113.7, and asks for shop.example. */
export default findings({
  "whoami-silent": {
    en: (d, f) => ({
      expected: "GET /whoami through nginx answers with JSON that has ip, protocol and hostname.",
      seen: `It ended thus: ${f.text(ended(d, "en"))}.`,
    }),
    "zh-TW": (d, f) => ({
      expected: "透過 nginx 送出 GET /whoami，會得到有 ip、protocol 和 hostname 的 JSON。",
      seen: `結果是：${f.text(ended(d, "zh-TW"))}。`,
    }),
  },
  "address-not-sent": {
    en: (d) => ({
      expected: "req.ip is the customer's address (here 203.0.113.7).",
      seen: `It is ${d["ip"]}, and no header from nginx names the customer.`,
      means:
        "For the server, the client is nginx. Only nginx knows who asked; it must say so, in X-Forwarded-For. $http_x_forwarded_for is only what the client sent; $proxy_add_x_forwarded_for and $remote_addr name the client. If you did set one of them: a location that sets one header of its own inherits none from server or http.",
    }),
    "zh-TW": (d) => ({
      expected: "req.ip 是客人的位址（這裡是 203.0.113.7）。",
      seen: `結果是 ${d["ip"]}，而且 nginx 送來的標頭都沒有提到客人。`,
      means:
        "對伺服器來說，用戶端就是 nginx。只有 nginx 知道是誰來問，要由它用 X-Forwarded-For 說出來。$http_x_forwarded_for 只是用戶端自己送來的內容，$proxy_add_x_forwarded_for 和 $remote_addr 才有用戶端的位址。如果你已經這樣設定了：location 裡只要自己設定任何一個標頭，就不會繼承 server 或 http 的。",
    }),
  },
  "address-not-trusted": {
    en: (d) => ({
      expected: "req.ip is the customer's address (here 203.0.113.7).",
      seen: `nginx names it, but req.ip is ${d["ip"]}.`,
      means:
        'Express ignores X-Forwarded-For until it is told whom to believe. The setting trust proxy takes the number of hops (1), or their addresses. In quotation marks, "1" is an address, too.',
    }),
    "zh-TW": (d) => ({
      expected: "req.ip 是客人的位址（這裡是 203.0.113.7）。",
      seen: `nginx 說了，req.ip 卻是 ${d["ip"]}。`,
      means:
        'Express 不會理會 X-Forwarded-For，除非你告訴它該相信誰。trust proxy 這個設定可以寫層數（1），也可以寫位址；加上引號的 "1" 也會被當成位址。',
    }),
  },
  "address-in-other-header": {
    en: (d) => ({
      expected: "req.ip is the customer's address (here 203.0.113.7).",
      seen: `nginx names it in the header ${d["header"]} only, and req.ip is ${d["ip"]}.`,
      means:
        "Express looks for the client's address in X-Forwarded-For, and in no other header. Set that one, to $proxy_add_x_forwarded_for or $remote_addr.",
    }),
    "zh-TW": (d) => ({
      expected: "req.ip 是客人的位址（這裡是 203.0.113.7）。",
      seen: `nginx 只在 ${d["header"]} 標頭裡說了，req.ip 是 ${d["ip"]}。`,
      means:
        "要找用戶端的位址，Express 只看 X-Forwarded-For，不看別的標頭。請設定這一個，值用 $proxy_add_x_forwarded_for 或 $remote_addr。",
    }),
  },
  "host-lost": {
    en: (d) => ({
      expected: "req.hostname is the host that the client asked for (here shop.example).",
      seen: `It is ${d["hostname"]}.`,
      means:
        "Without “proxy_set_header Host $host;” nginx sends the name from proxy_pass. Links and redirects that the server makes would then lead to a name that exists only in your nginx.conf. If you did set it: a location that sets any header inherits none from above.",
    }),
    "zh-TW": (d) => ({
      expected: "req.hostname 是用戶端要找的主機（這裡是 shop.example）。",
      seen: `結果是 ${d["hostname"]}。`,
      means:
        "沒有「proxy_set_header Host $host;」的話，nginx 送的是 proxy_pass 裡的名稱。伺服器做出來的連結和重新導向，就會指向一個只存在於 nginx.conf 裡的名稱。如果你已經設定了：location 裡只要設定任何一個標頭，就不會繼承上層的。",
    }),
  },
  "protocol-not-sent": {
    en: (d) => ({
      expected: "X-Forwarded-Proto tells the server the client's protocol (here http).",
      seen: `The server got ${d["sent"] === "-" ? "no such header" : d["sent"]}.`,
      means:
        "Set it from $scheme. As soon as nginx speaks https to clients, the server makes right links and marks its cookies as secure only if it knows that.",
    }),
    "zh-TW": (d) => ({
      expected: "X-Forwarded-Proto 告訴伺服器用戶端用的協定（這裡是 http）。",
      seen: d["sent"] === "-" ? "伺服器沒有收到這個標頭。" : `伺服器收到的是 ${d["sent"]}。`,
      means:
        "用 $scheme 設定它。等到 nginx 對外改用 https，伺服器要知道這件事，才做得出正確的連結、標成 secure 的 cookie。",
    }),
  },
  "lie-passed-on": {
    en: (d) => ({
      expected: "A client can't choose its own address: req.ip stays 203.0.113.7.",
      seen: `The client sent “X-Forwarded-For: 6.6.6.6”, nginx passed on ${d["forwarded"]}, and req.ip is 6.6.6.6.`,
      means:
        "nginx passes the client's header unchanged. It must put in the address that it sees itself: $proxy_add_x_forwarded_for appends it, $remote_addr replaces all.",
    }),
    "zh-TW": (d) => ({
      expected: "用戶端不能自己決定位址：req.ip 仍然是 203.0.113.7。",
      seen: `用戶端送了「X-Forwarded-For: 6.6.6.6」，nginx 轉交的是 ${d["forwarded"]}，req.ip 就成了 6.6.6.6。`,
      means:
        "nginx 把用戶端的標頭原封不動地轉交了。它要放進自己看到的位址：$proxy_add_x_forwarded_for 會接在後面，$remote_addr 則是整個換掉。",
    }),
  },
  "lie-taken-over": {
    en: (d) => ({
      expected: "A client can't choose its own address: req.ip stays 203.0.113.7.",
      seen: `The client sent “${header(d)}: ${d["ip"]}”, the server got ${d["forwarded"] === "-" ? "no X-Forwarded-For" : `“X-Forwarded-For: ${d["forwarded"]}”`}, and req.ip is ${d["ip"]}.`,
      means:
        "Somebody takes the client's header for the word of a proxy. In nginx, set_real_ip_from tells whose headers count, and $remote_addr is then what they say: name only proxies that really stand before nginx; here there is none. A header such as X-Real-IP can be believed only where nginx sets it itself, to $remote_addr.",
    }),
    "zh-TW": (d) => ({
      expected: "用戶端不能自己決定位址：req.ip 仍然是 203.0.113.7。",
      seen: `用戶端送了「${header(d)}: ${d["ip"]}」，伺服器${d["forwarded"] === "-" ? "沒有收到 X-Forwarded-For" : `收到「X-Forwarded-For: ${d["forwarded"]}」`}，req.ip 就成了 ${d["ip"]}。`,
      means:
        "用戶端的標頭被當成代理說的話了。在 nginx 裡，set_real_ip_from 決定要採信誰的標頭，之後 $remote_addr 就是標頭裡寫的位址；只能列出真的擋在 nginx 前面的代理，而這裡一台也沒有。像 X-Real-IP 這種標頭，要由 nginx 自己設成 $remote_addr，才能相信。",
    }),
  },
  "lie-trusted": {
    en: (d) => ({
      expected: "A client can't choose its own address: req.ip stays 203.0.113.7.",
      seen: `nginx sent “X-Forwarded-For: ${d["forwarded"]}”, and Express took the first, 6.6.6.6.`,
      means:
        "trust proxy is true, or a number that is too high: Express believes the whole list, also the part that the client wrote. Only the last address comes from your nginx: one hop, so 1.",
    }),
    "zh-TW": (d) => ({
      expected: "用戶端不能自己決定位址：req.ip 仍然是 203.0.113.7。",
      seen: `nginx 送了「X-Forwarded-For: ${d["forwarded"]}」，Express 取了第一個，也就是 6.6.6.6。`,
      means:
        "trust proxy 設成了 true，或是數字太大：Express 相信整串位址，連用戶端自己寫的也信。只有最後一個是你的 nginx 寫的，也就是一層，所以是 1。",
    }),
  },
  "address-lost-by-lie": {
    en: (d) => ({
      expected: "req.ip stays 203.0.113.7 when the client sends X-Forwarded-For itself.",
      seen: `It became ${d["ip"]}.`,
    }),
    "zh-TW": (d) => ({
      expected: "用戶端自己送 X-Forwarded-For 時，req.ip 仍然是 203.0.113.7。",
      seen: `結果變成了 ${d["ip"]}。`,
    }),
  },
  "false-protocol": {
    en: (d) => ({
      expected: "A client that speaks http can't make the server believe in https.",
      seen: `The client sent “X-Forwarded-Proto: https”, and req.protocol is ${d["protocol"]}.`,
      means: "nginx passes the client's header on. Set X-Forwarded-Proto from $scheme, always.",
    }),
    "zh-TW": (d) => ({
      expected: "用 http 的用戶端，不能讓伺服器以為是 https。",
      seen: `用戶端送了「X-Forwarded-Proto: https」，req.protocol 就成了 ${d["protocol"]}。`,
      means: "nginx 把用戶端的標頭轉交了。X-Forwarded-Proto 一律要用 $scheme 設定。",
    }),
  },
  "false-host": {
    en: (d) => ({
      expected:
        "A client can't choose the host name besides Host: req.hostname stays shop.example.",
      seen: `The client sent “X-Forwarded-Host: evil.example”, and req.hostname is ${d["hostname"]}.`,
      means:
        "With trust proxy, Express prefers X-Forwarded-Host to Host, and nginx passes on every header that you don't mention. A link in a password mail would lead to evil.example. Set the header in nginx, to $host, or to an empty text, which removes it.",
    }),
    "zh-TW": (d) => ({
      expected: "用戶端不能在 Host 之外另選主機名稱：req.hostname 仍然是 shop.example。",
      seen: `用戶端送了「X-Forwarded-Host: evil.example」，req.hostname 就成了 ${d["hostname"]}。`,
      means:
        "設了 trust proxy，Express 會優先採用 X-Forwarded-Host，而你沒提到的標頭 nginx 都會轉交。這樣一來，重設密碼信裡的連結就會指向 evil.example。請在 nginx 把它設成 $host，或設成空字串（等於移除）。",
    }),
  },
});

/** In which header the client told this lie. */
function header(d: Record<string, any>): string {
  return d["ip"] === "6.6.6.6" ? "X-Forwarded-For" : "X-Real-IP";
}
