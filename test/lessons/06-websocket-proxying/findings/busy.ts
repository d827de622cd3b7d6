/** What a server most likely does that answers nobody, though it lives. */
export const BUSY = {
  en: "Something keeps the only thread of Node.js busy, so that no request gets its turn. The streams adapter reads from Redis again and again, and a connection that refuses at once, because it is not open yet or has given up, makes that a loop without a pause. Give it one that waits for as long as it takes: connect({ failFast: false }).",
  "zh-TW":
    "有東西占住了 Node.js 唯一的執行緒，所以請求都輪不到。streams 轉接器（adapter）會不停地從 Redis 讀取，連線要是還沒打開或已經放棄，因而立刻拒絕，就成了沒有間隔的迴圈。請給它一條會一直等下去的連線：connect({ failFast: false })。",
};
