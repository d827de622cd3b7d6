import { findings } from "../../../harness/words.ts";

/** What is found in the task "who-is-the-client". */
export default findings({
  "not-told": {
    en: (d, f) => ({
      expected:
        "The target learns the client's address, protocol and host from X-Forwarded-For, -Proto and -Host.",
      seen: `Missing: ${f.list(d["names"])}.`,
      means:
        "On its own connection the target sees the proxy, and nothing of the client. Only the proxy knows; it must say so in these headers.",
    }),
    "zh-TW": (d, f) => ({
      expected: "目標從 X-Forwarded-For、-Proto、-Host 得知用戶端的位址、協定和主機名稱。",
      seen: `缺少：${f.list(d["names"])}。`,
      means:
        "目標在自己的連線上只看得到代理，看不到用戶端。只有代理知道，所以要由它寫在這些標頭裡。",
    }),
  },
  "wrong-address": {
    en: (d, f) => ({
      expected: `X-Forwarded-For is the address from which the client connected to the proxy, ${f.text(d["client"])}.`,
      seen: `It was “${f.text(d["told"])}”.`,
      means: d["withPort"]
        ? "The header holds addresses alone. Whoever compares it with a block list, or hands it to a library as an address, can't do anything with a port. Leave remotePort out."
        : "Take req.socket.remoteAddress of the client's request. Addresses of the proxy or of the target are not asked for.",
    }),
    "zh-TW": (d, f) => ({
      expected: `X-Forwarded-For 是用戶端連到代理時所用的位址 ${f.text(d["client"])}。`,
      seen: `它是「${f.text(d["told"])}」。`,
      means: d["withPort"]
        ? "這個標頭只放位址。不管是拿去比對封鎖名單，還是當成位址交給函式庫，多了連接埠就不能用了。請不要加上 remotePort。"
        : "請用用戶端請求的 req.socket.remoteAddress，而不是代理或目標的位址。",
    }),
  },
  "wrongly-told": {
    en: (d, f) => ({
      expected: `X-Forwarded-Proto is http here, and X-Forwarded-Host is the Host that the client sent, ${d["sent"]}.`,
      seen: `They were “${f.text(d["proto"])}” and “${f.text(d["host"])}”.`,
    }),
    "zh-TW": (d, f) => ({
      expected: `這裡的 X-Forwarded-Proto 是 http，X-Forwarded-Host 是用戶端送出的 Host：${d["sent"]}。`,
      seen: `它是「${f.text(d["proto"])}」和「${f.text(d["host"])}」。`,
    }),
  },
  "claim-passed": {
    en: (d) => ({
      expected: "X-Forwarded-For is written by the proxy, whatever the client sends.",
      seen: `The client sent X-Forwarded-For: ${d["told"]}, and the target got just that.`,
      means:
        "Anybody can send this header. Passed on, it lets every client choose its address: to get round a limit or a block list, or to put the blame on others. Set it anew for each request.",
    }),
    "zh-TW": (d) => ({
      expected: "不管用戶端送什麼，X-Forwarded-For 都由代理寫入。",
      seen: `用戶端送出 X-Forwarded-For: ${d["told"]}，目標收到的就是這個。`,
      means:
        "任何人都能送這個標頭。照樣轉送，等於讓用戶端自己選位址：用來繞過次數限制或封鎖名單，或嫁禍給別人。每個請求都要重新設定它。",
    }),
  },
  "claim-kept": {
    en: (d, f) => ({
      expected: "X-Forwarded-For holds one address: the one from which the client connected.",
      seen: `The client claimed another, and the target got both: ${f.text(d["told"])}.`,
      means:
        "The option xfwd appends to what the client sent. That is right behind another proxy of your own; at the edge, the first entry is an invention. An app that takes the first, as many do, believes it. Overwrite the header.",
    }),
    "zh-TW": (d, f) => ({
      expected: "X-Forwarded-For 只有一個位址：用戶端連進來的那一個。",
      seen: `用戶端謊稱是別的位址，目標兩個都收到了：${f.text(d["told"])}。`,
      means:
        "xfwd 選項會接在用戶端送來的值後面。前面還有自家的代理時，這樣是對的；在最外層，第一個值就是捏造的，而很多程式正是拿第一個來用。請直接覆寫這個標頭。",
    }),
  },
  "other-header-believed": {
    en: (d) => ({
      expected: "X-Forwarded-For is the address from which the client connected.",
      seen: `It was ${d["told"]}, which the client had put into headers such as X-Real-IP.`,
      means:
        "Those headers are written by other proxies, or by a CDN. None stands before this proxy, so the client has written them. The address of its connection, req.socket.remoteAddress, is all that is known.",
    }),
    "zh-TW": (d) => ({
      expected: "X-Forwarded-For 是用戶端連進來的位址。",
      seen: `它是 ${d["told"]}，那是用戶端自己寫在 X-Real-IP 之類的標頭裡的。`,
      means:
        "這些標頭是給別的代理或 CDN 寫的。這個代理前面沒有它們，所以只會是用戶端自己寫的。真正知道的，只有連線的位址 req.socket.remoteAddress。",
    }),
  },
  "other-claims-kept": {
    en: (d, f) => ({
      expected:
        "X-Forwarded-Proto and X-Forwarded-Host are written by the proxy, too, and what the client says in Forwarded is dropped.",
      seen: `What the client had made up came through in ${f.list(d["kept"])}.`,
      means:
        d["kept"][0] === "Forwarded"
          ? "Forwarded is the standard's form of the three headers (RFC 7239). Frameworks that know it believe it, and then the claims are back. Delete it from what the client sent."
          : "A false host ends up in links, such as those to reset a password; a false “https” skips the redirect to https. Set these headers as you set X-Forwarded-For.",
    }),
    "zh-TW": (d, f) => ({
      expected:
        "X-Forwarded-Proto 和 X-Forwarded-Host 也由代理寫入，用戶端寫在 Forwarded 裡的則會丟掉。",
      seen: `用戶端捏造的值從這裡傳過去了：${f.list(d["kept"])}。`,
      means:
        d["kept"][0] === "Forwarded"
          ? "Forwarded 是這三個標頭的標準版（RFC 7239）。認得它的框架會相信它，假的值就又回來了。請從用戶端送來的標頭裡刪掉它。"
          : "假的主機名稱會跑進連結裡，例如重設密碼的連結；假的「https」會讓程式略過轉到 https 的步驟。請和 X-Forwarded-For 一樣重新設定。",
    }),
  },
  "shop-sees-proxy": {
    en: (d, f) => ({
      expected: `Behind the proxy, req.ip in shop.ts is the client's address, ${f.text(d["client"])}.`,
      seen: `It is ${d["ip"]}, the proxy's.`,
      means:
        'Express ignores X-Forwarded-* unless told whom to believe; otherwise, every client would be believed. Tell it in shop.ts: app.set("trust proxy", …).',
    }),
    "zh-TW": (d, f) => ({
      expected: `在代理後面，shop.ts 裡的 req.ip 是用戶端的位址 ${f.text(d["client"])}。`,
      seen: `它是代理的位址 ${d["ip"]}。`,
      means:
        '除非告訴 Express 該相信誰，否則它不理會 X-Forwarded-*；不然等於相信每個用戶端。請在 shop.ts 設定：app.set("trust proxy", …)。',
    }),
  },
  "shop-fooled": {
    en: (d) => ({
      expected: "Behind the proxy, req.ip in shop.ts is the address of the client.",
      seen: `It is ${d["ip"]}, which the client made up.`,
    }),
    "zh-TW": (d) => ({
      expected: "在代理後面，shop.ts 裡的 req.ip 是用戶端的位址。",
      seen: `它是 ${d["ip"]}，那是用戶端捏造的。`,
    }),
  },
  "shop-believes-all": {
    en: (d) => ({
      expected:
        "shop.ts believes the proxy, and nobody before it: in a list of addresses in X-Forwarded-For, the last is what the proxy in front of the shop has written.",
      seen: `Asked directly, with X-Forwarded-For: ${d["APPENDED"]}, the shop took ${d["ip"]} for the client.`,
      means:
        'The first address of the list is whatever somebody has made up. app.set("trust proxy", true) takes it, and so does a number of proxies that is too high. Your proxy hides this as long as it overwrites the header; it shows when a proxy appends, or when somebody reaches the shop without one. Say whom to believe: "loopback", a list of addresses, or the number of proxies.',
    }),
    "zh-TW": (d) => ({
      expected:
        "shop.ts 只相信代理，不相信更前面的任何人：X-Forwarded-For 有好幾個位址時，最後一個才是店前面的代理寫的。",
      seen: `直接向店送出 X-Forwarded-For: ${d["APPENDED"]}，店把 ${d["ip"]} 當成用戶端。`,
      means:
        '清單裡的第一個位址，別人愛怎麼編就怎麼編。app.set("trust proxy", true) 會拿它來用，代理的層數寫得太多時也會。只要你的代理覆寫這個標頭，就看不出這個問題；等到有代理用附加的，或有人不經過代理直接連到店，問題就出現了。請說明該相信誰："loopback"、一串位址，或代理的層數。',
    }),
  },
  "shop-confused": {
    en: (d, f) => ({
      expected: `Behind the proxy, the shop sees the client ${f.text(d["client"])}, the protocol http, and the host that the client asked for.`,
      seen: `GET /whoami says ${f.text(d["seen"])}.`,
    }),
    "zh-TW": (d, f) => ({
      expected: `在代理後面，店看到的是用戶端 ${f.text(d["client"])}、協定 http，以及用戶端要求的主機名稱。`,
      seen: `GET /whoami 的回應是 ${f.text(d["seen"])}。`,
    }),
  },
});
