import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

/** What is found in the task "valid", and wherever a request does not come through. */
export default findings({
  "not-passed": {
    en: (d, f) => ({
      expected: "nginx passes the request to a server, and its answer to the client.",
      seen: `No server's answer came: ${f.text(ended(d, "en"))}.`,
      ...because(d, "en"),
    }),
    "zh-TW": (d, f) => ({
      expected: "nginx 把請求轉交給伺服器，再把伺服器的回應交給用戶端。",
      seen: `沒有收到伺服器的回應：${f.text(ended(d, "zh-TW"))}。`,
      ...because(d, "zh-TW"),
    }),
  },
  "limit-reached": {
    en: (d, f) => ({
      expected: "nginx passes the request to a server, and its answer to the client.",
      seen: `A limit in your file turned it away: ${f.text(ended(d, "en"))}.`,
      means:
        "limit_req or limit_conn holds clients to a number, and nginx' log says that this one was above it. The checks send many requests in a short time. Nothing here asks for a limit: leave it out, or set it far higher.",
    }),
    "zh-TW": (d, f) => ({
      expected: "nginx 把請求轉交給伺服器，再把伺服器的回應交給用戶端。",
      seen: `你的檔案裡有限制，把它擋下來了：${f.text(ended(d, "zh-TW"))}。`,
      means:
        "limit_req 或 limit_conn 限制了用戶端的數量，nginx 的日誌說這個請求超過了。檢查器會在短時間內送出很多請求。這一課沒有要求限制：把它拿掉，或把數字調高很多。",
    }),
  },
  "wrong-port": {
    en: (d) => ({
      expected: "nginx passes requests to the ports 8001, 8002 and 8003.",
      seen: `It tried port ${d["port"]}, where nobody listens.`,
      means:
        "A wrong port is valid for nginx -t, which only reads the file. The error log tells, as “connect() failed”, with the address that was tried.",
    }),
    "zh-TW": (d) => ({
      expected: "nginx 把請求轉交給連接埠 8001、8002 和 8003。",
      seen: `它試了連接埠 ${d["port"]}，但那裡沒有人監聽。`,
      means:
        "nginx -t 只讀檔案，連接埠寫錯了它也不會發現。錯誤日誌裡會有「connect() failed」，後面寫著它試過的位址。",
    }),
  },
  "path-changed": {
    en: (d) => ({
      expected: `The server gets the path as the client sent it: ${d["sent"]}`,
      seen: `It got ${d["got"]}`,
      means:
        "proxy_pass has something after the host and port, such as a slash: nginx replaces the part that the location matched by it, and writes the rest anew, %2F as a slash. A rewrite has the path written anew, too, even where it seems to change nothing. Without either, the path stays as it is.",
    }),
    "zh-TW": (d) => ({
      expected: `伺服器收到的路徑和用戶端送的一樣：${d["sent"]}`,
      seen: `它收到的是 ${d["got"]}`,
      means:
        "proxy_pass 的主機和連接埠後面還有東西，例如斜線：nginx 會拿它取代 location 對應的那一段，其餘的也會重寫，%2F 就成了斜線。rewrite 也會讓路徑重寫，就算看起來什麼都沒改。兩者都沒有，路徑才會維持原樣。",
    }),
  },
  "path-decoded": {
    en: (d) => ({
      expected: `The server gets the path as the client sent it: ${d["sent"]}`,
      seen: `It got a line that is no HTTP: ${d["got"]}`,
      means:
        "With a variable in proxy_pass, nginx sends the URL as you have put it together. $uri is the path decoded: a space in it breaks the first line of the request, and the server answers 400. Leave out everything after the name, or take $request_uri, which is what the client sent.",
    }),
    "zh-TW": (d) => ({
      expected: `伺服器收到的路徑和用戶端送的一樣：${d["sent"]}`,
      seen: `它收到的這一行不是合法的 HTTP：${d["got"]}`,
      means:
        "proxy_pass 裡有變數時，nginx 會照你組出來的 URL 送出。$uri 是解碼後的路徑，裡面只要有空格，請求的第一行就壞了，伺服器會回 400。名稱後面什麼都不要寫，或改用 $request_uri，它就是用戶端送來的樣子。",
    }),
  },
  "order-changed": {
    en: (d) => ({
      expected: "A POST arrives as a POST, with its body.",
      seen:
        d["method"] === "-"
          ? `It came to no server. The client got: ${ended(d, "en")}.`
          : `The server got ${d["method"]}, or another body. The client got: ${ended(d, "en")}.`,
    }),
    "zh-TW": (d) => ({
      expected: "POST 送到伺服器時仍是 POST，內容也一樣。",
      seen:
        d["method"] === "-"
          ? `沒有一台伺服器收到它。用戶端得到：${ended(d, "zh-TW")}。`
          : `伺服器收到的是 ${d["method"]}，或是內容不同。用戶端得到：${ended(d, "zh-TW")}。`,
    }),
  },
});

function because(d: Record<string, any>, language: "en" | "zh-TW"): { means?: string } {
  const answer = String(d["answer"] ?? "");
  if (answer.startsWith("502")) {
    const en =
      "502 means that nginx asked, and got no usable answer. Its error log names the address and the reason.";
    const zh = "502 表示 nginx 問了，卻沒有得到能用的回應。錯誤日誌會寫出位址和原因。";
    return { means: language === "en" ? en : zh };
  }
  if (!/^[1-5]\d\d /.test(answer)) return {};
  if (answer.startsWith("403")) {
    const en =
      "nginx answered by itself, as it does for a folder that has no index file. $uri/ in try_files finds such a folder: for the path / it is the root itself, public. Leave $uri/ out, or let the location do nothing but pass on. deny or return forbids a request, too.";
    const zh =
      "是 nginx 自己回應的：它找到一個資料夾，裡面卻沒有首頁檔案。try_files 裡的 $uri/ 就會找到這種資料夾，路徑 / 對應的正是 root 指定的 public。把 $uri/ 拿掉，或是讓這個 location 只負責轉交。寫了 deny 或 return 也會拒絕請求。";
    return { means: language === "en" ? en : zh };
  }
  const en =
    "nginx answered by itself: the location for this path has no proxy_pass, or it has a return besides, which wins wherever it stands; or another location fits better.";
  const zh =
    "是 nginx 自己回應的：這個路徑的 location 沒有 proxy_pass；或是裡面還留著 return，不論寫在哪一行都以它為準；或者有另一個 location 更符合。";
  return { means: language === "en" ? en : zh };
}
