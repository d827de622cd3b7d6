import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

/** What is found in the task "drain". */
export default findings({
  "sigterm-kills": {
    en: (d) => ({
      expected: "After SIGTERM the requests in flight are answered.",
      seen: `The server died of SIGTERM, and a request in flight ended like this: ${ended(d, "en")}.`,
      means: "Nothing handles the signal, so the process dies at once. Listen for 'SIGTERM'.",
    }),
    "zh-TW": (d) => ({
      expected: "收到 SIGTERM 之後，處理中的請求仍會得到回應。",
      seen: `伺服器直接死於 SIGTERM，處理中的請求結果是：${ended(d, "zh-TW")}。`,
      means: "沒有程式處理這個訊號，所以行程立刻結束。請監聽 'SIGTERM'。",
    }),
  },
  "request-cut": {
    en: (d) => ({
      expected: "After SIGTERM the requests in flight are answered.",
      seen: `A request in flight ended like this: ${ended(d, "en")}.`,
      means:
        "The process ended, or its connections were cut, before it had answered: by process.exit() right in the signal's listener or after a fixed time, or by closeAllConnections(). First stop accepting, then wait for the last answer: io.close() does both, and its promise tells when.",
    }),
    "zh-TW": (d) => ({
      expected: "收到 SIGTERM 之後，處理中的請求仍會得到回應。",
      seen: `處理中的請求結果是：${ended(d, "zh-TW")}。`,
      means:
        "還沒回應完，行程就結束或連線就被切斷了：在訊號的監聽器裡直接 process.exit()、固定等一段時間就 process.exit()，或呼叫了 closeAllConnections()。先停止接受新的，再等最後一個回應：io.close() 兩件都做，它的 promise 會告訴你何時完成。",
    }),
  },
  "sent-away-for-good": {
    en: (d, f) => ({
      expected: "After SIGTERM the clients of this server connect to the other one.",
      seen: `${f.count(d["boards"])} client(s) were told to go (“io server disconnect”), and did not come back.`,
      means:
        "disconnect() and disconnectSockets() tell a client that the server wants it gone, so it does not try again, with or without true. Close the connections instead, as io.close() does: for the client that is a broken line, and it connects anew.",
    }),
    "zh-TW": (d, f) => ({
      expected: "收到 SIGTERM 之後，這台伺服器的用戶端會連到另一台。",
      seen: `有 ${f.count(d["boards"])} 個用戶端被請走（io server disconnect），之後沒有再回來。`,
      means:
        "disconnect() 和 disconnectSockets() 等於告訴用戶端「伺服器不要你了」，不論有沒有帶 true，它都不會再試。要像 io.close() 那樣關掉連線：對用戶端來說只是斷線，它會重新連。",
    }),
  },
  "never-sent-away": {
    en: (d, f) => ({
      expected: "After SIGTERM the clients of this server connect to the other one.",
      seen: `${f.count(d["boards"])} client(s) stayed connected to the server that is to end.`,
      means:
        "server.close() stops listening and waits; a WebSocket is a connection that never ends by itself. Somebody must close them: io.close(), or the engine's close().",
    }),
    "zh-TW": (d, f) => ({
      expected: "收到 SIGTERM 之後，這台伺服器的用戶端會連到另一台。",
      seen: `有 ${f.count(d["boards"])} 個用戶端還連著這台該結束的伺服器。`,
      means:
        "server.close() 只是停止監聽然後等待，而 WebSocket 這種連線自己不會結束。要有人關掉它們：io.close()，或 engine 的 close()。",
    }),
  },
  "not-moved": {
    en: (d, f) => ({
      expected: "After SIGTERM the clients of this server connect to the other one.",
      seen: `A client lost its connection, and was still without one. The last it was told: ${f.text(d["said"] || "-")}.`,
    }),
    "zh-TW": (d, f) => ({
      expected: "收到 SIGTERM 之後，這台伺服器的用戶端會連到另一台。",
      seen: `有用戶端斷線後一直沒有再連上。最後收到的是：${f.text(d["said"] || "-")}。`,
    }),
  },
  "moved-back": {
    en: (d, f) => ({
      expected: "After SIGTERM the clients of this server connect to the other one.",
      seen: `${f.count(d["boards"])} client(s) lost their connection, and began a session at the same server again.`,
      means:
        "It closed the connections of its clients while it still listened, so nginx sent them back to it, and they will be cut once more. Stop listening first, as io.close() does; then nginx finds that port closed, and takes the other server.",
    }),
    "zh-TW": (d, f) => ({
      expected: "收到 SIGTERM 之後，這台伺服器的用戶端會連到另一台。",
      seen: `有 ${f.count(d["boards"])} 個用戶端斷線後，又在同一台伺服器開始新的 session。`,
      means:
        "它還在監聽，就先關掉了用戶端的連線，所以 nginx 又把它們送回來，等一下還得再斷一次。要像 io.close() 那樣先停止監聽：nginx 發現連接埠關了，就會改用另一台。",
    }),
  },
  "moved-but-deaf": {
    en: () => ({
      expected: "Clients that have moved hear the orders of their new server.",
      seen: "They are connected, but did not hear an order that was placed there.",
    }),
    "zh-TW": () => ({
      expected: "搬過去的用戶端聽得到新伺服器的訂單。",
      seen: "它們連上了，卻沒聽到在那裡下的單。",
    }),
  },
  "sockets-hold-it": {
    en: (d, f) => ({
      expected: "After SIGTERM a server with clients ends, without being forced.",
      seen: `${f.ms(d["ms"])} later it was still running; two clients had been connected.`,
      means:
        "Something keeps the process alive: an open WebSocket, a poll, a connection to Redis, or a timer. Close the board, wait for it, and then end the process yourself; STOP_WITHIN_MS is the most that this may take, and no time to wait for.",
    }),
    "zh-TW": (d, f) => ({
      expected: "收到 SIGTERM 之後，有用戶端連著的伺服器不必強迫就會結束。",
      seen: `過了 ${f.ms(d["ms"])}它還在執行；當時有兩個用戶端連著。`,
      means:
        "有東西讓行程活著：開著的 WebSocket、等待中的 poll、到 Redis 的連線，或計時器。關掉看板、等它關完，再自己結束行程；STOP_WITHIN_MS 是最多能花的時間，不是非等完不可的時間。",
    }),
  },
  "stop-not-clean": {
    en: (d) => ({
      expected: "A stop on request ends with code 0.",
      seen: `It ended with ${d["signal"] ? `signal ${d["signal"]}` : `code ${d["code"]}`}.`,
    }),
    "zh-TW": (d) => ({
      expected: "應要求停止時，結束代碼是 0。",
      seen: `它的結束方式是${d["signal"] ? `訊號 ${d["signal"]}` : `代碼 ${d["code"]}`}。`,
    }),
  },
  "no-limit": {
    en: (d, f) => ({
      expected: "A server whose requests don't end is ended after STOP_WITHIN_MS (300 ms here).",
      seen: `A request that takes ten minutes was in progress; ${f.ms(d["ms"])} later the server was still running.`,
      means:
        "Waiting for the last answer needs a limit, and it comes from the environment: a timer of settings.stopWithinMs that ends the process, and not a time of your own. Without one, systemd or Kubernetes does it with SIGKILL.",
    }),
    "zh-TW": (d, f) => ({
      expected: "請求做不完的伺服器，過了 STOP_WITHIN_MS（這裡是 300 毫秒）就會結束。",
      seen: `有個要花十分鐘的請求還在做；過了 ${f.ms(d["ms"])}，伺服器還在執行。`,
      means:
        "等最後一個回應要有時限，而時限來自環境變數：用 settings.stopWithinMs 設一個結束行程的計時器，不要用自己寫的時間。沒有時限的話，就會由 systemd 或 Kubernetes 用 SIGKILL 動手。",
    }),
  },
});
