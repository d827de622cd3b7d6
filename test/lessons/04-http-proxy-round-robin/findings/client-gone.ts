import { findings } from "../../../harness/words.ts";

/** What is found in the task "client-gone". */
export default findings({
  "work-goes-on": {
    en: () => ({
      expected:
        "When a client leaves before its answer has begun, the target is told: its connection is closed.",
      seen: "The client left, and the request to the target stayed open.",
      means:
        "The shop goes on brewing for nobody. http-proxy listens for the event 'aborted' of the request; since Node 15.5 it no longer comes once the request has been read. Listen for 'close' of the response: if it is not finished, destroy the request to the target.",
    }),
    "zh-TW": () => ({
      expected: "用戶端在回應開始之前離開時，目標會知道：它的連線會被關閉。",
      seen: "用戶端走了，送往目標的請求卻還開著。",
      means:
        "店裡還在替沒有人的訂單沖茶。http-proxy 聽的是請求的 'aborted' 事件，但從 Node 15.5 起，請求讀完之後就不會再有這個事件。請監聽回應的 'close'：如果還沒送完，就銷毀送往目標的請求。",
    }),
  },
  "second-try-goes-on": {
    en: () => ({
      expected:
        "When a client leaves while another target is tried for it, that request is cancelled, too.",
      seen: "One target was dead, and the request was sent to the other. The client left, and that request stayed open.",
      means:
        "What cancels knows the first request to a target only. Let it destroy the one that is under way: set it up for each try.",
    }),
    "zh-TW": () => ({
      expected: "正在替用戶端改試另一個目標時，用戶端離開了，那個請求也會取消。",
      seen: "一個目標當掉了，請求改送給另一個。用戶端走了，那個請求卻還開著。",
      means: "取消的程式只認得送往第一個目標的請求。該銷毀的是正在進行的那一個：每次嘗試都要設定。",
    }),
  },
  "stream-goes-on": {
    en: () => ({
      expected:
        "When a client leaves in the middle of an answer, the connection to the target is closed.",
      seen: "The client left, and the target's answer stayed open.",
      means:
        "pipe() lets go of a destination that has closed, and leaves the source where it stands: every visitor of a live page that leaves costs an open connection. When the response closes before it is finished, destroy the request to the target.",
    }),
    "zh-TW": () => ({
      expected: "用戶端在回應途中離開時，送往目標的連線會關閉。",
      seen: "用戶端走了，目標的回應卻還開著。",
      means:
        "目的端關閉時 pipe() 會放手，但來源就留在原地：每個離開即時頁面的訪客，都留下一條開著的連線。回應還沒送完就關閉時，請銷毀送往目標的請求。",
    }),
  },
  "target-blamed": {
    en: () => ({
      expected: "A target whose client has left goes on getting requests: it did nothing wrong.",
      seen: "It got none any more.",
      means:
        "To cancel a request raises an error in the proxy, too, and the error handler took it for a failure of the target. A few impatient customers then take every target out of turn. Look whether the client has gone (res.destroyed) before you let a target rest.",
    }),
    "zh-TW": () => ({
      expected: "用戶端自己離開時，目標會繼續收到請求：它沒有做錯任何事。",
      seen: "它再也沒有收到請求。",
      means:
        "取消請求也會在代理裡引發錯誤，而錯誤處理把它當成目標出錯。只要幾個沒耐心的客人，就能讓所有目標都輪空。讓目標休息之前，先看用戶端是不是已經走了（res.destroyed）。",
    }),
  },
  "retried-for-nobody": {
    en: () => ({
      expected: "When the client has left, its request is sent to no other target.",
      seen: "The client left, its request to the first target was cancelled, and was then sent again.",
      means:
        "To cancel a request raises an error in the proxy, too, and the error handler tried another target. Nothing cancels it there: the response is closed already. If the client has gone (res.destroyed), return before you choose another target.",
    }),
    "zh-TW": () => ({
      expected: "用戶端離開之後，它的請求不會再送給別的目標。",
      seen: "用戶端走了，送往第一個目標的請求也取消了，之後卻又送出一次。",
      means:
        "取消請求也會在代理裡引發錯誤，而錯誤處理就換一個目標再試。那裡沒有東西會取消它：回應早就關閉了。用戶端已經走了（res.destroyed）的話，請先返回，不要再選別的目標。",
    }),
  },
});
