import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

/** What is found in the task "rolling-restart". */
export default findings({
  "hangup-kills": {
    en: () => ({
      expected: "SIGHUP replaces the workers; the primary goes on.",
      seen: "The primary died of SIGHUP.",
      means:
        "Nothing handles the signal, and its default is to end the process. Listen for 'SIGHUP' in the primary.",
    }),
    "zh-TW": () => ({
      expected: "SIGHUP 會換掉所有工作行程，主行程繼續執行。",
      seen: "主行程死於 SIGHUP。",
      means: "沒有程式處理這個訊號，而它的預設動作就是結束行程。請在主行程監聽 'SIGHUP'。",
    }),
  },
  "hangup-ignored": {
    en: () => ({
      expected: "SIGHUP replaces the workers with new ones.",
      seen: "No worker was forked after the signal.",
      means:
        "Something handles the signal, or the primary would have died of it, but it forks nobody. If it only disconnects the old workers, nothing replaces them: their exit is planned. Fork the new worker yourself, and first.",
    }),
    "zh-TW": () => ({
      expected: "SIGHUP 會用新的工作行程換掉舊的。",
      seen: "訊號之後沒有 fork 任何工作行程。",
      means:
        "訊號有人處理，不然主行程早就結束了，但沒有 fork。如果只是讓舊的離線，沒有人會替補：那是計畫好的結束。請先自己 fork 新的。",
    }),
  },
  "not-all-renewed": {
    en: (d, f) => ({
      expected: `After SIGHUP all ${d["workers"]} workers are new ones.`,
      seen: d["left"]
        ? `${f.count(d["left"])} of the old workers are still there.`
        : "The old workers are gone, but new ones are missing.",
    }),
    "zh-TW": (d, f) => ({
      expected: `SIGHUP 之後，${d["workers"]} 個工作行程全都是新的。`,
      seen: d["left"] ? `還有 ${f.count(d["left"])} 個舊的沒走。` : "舊的都走了，新的卻沒有補齊。",
    }),
  },
  "pool-size-changed": {
    en: (d, f) => ({
      expected: `After the restart there are ${d["workers"]} workers, as before.`,
      seen: `There were ${f.count(d["pool"])}.`,
    }),
    "zh-TW": (d, f) => ({
      expected: `重啟之後仍然有 ${d["workers"]} 個工作行程。`,
      seen: `實際有 ${f.count(d["pool"])} 個。`,
    }),
  },
  "old-worker-cut": {
    en: (d) => ({
      expected: "An old worker answers the requests that it has before it goes.",
      seen: `A slow order in an old worker ended like this: ${ended(d, "en")}.`,
      means:
        "The old worker was killed instead of being asked to finish. disconnect() lets it answer first; SIGKILL and process.exit() do not.",
    }),
    "zh-TW": (d) => ({
      expected: "舊的工作行程會先回應手上的請求才離開。",
      seen: `舊工作行程裡一筆很慢的訂單，結果是：${ended(d, "zh-TW")}。`,
      means:
        "舊的工作行程是被直接結束，而不是被請去收尾。disconnect() 會讓它先回應完，SIGKILL 和 process.exit() 不會。",
    }),
  },
  "old-workers-killed": {
    en: (d, f) => ({
      expected: "No request fails during the restart.",
      seen: `${f.count(d["failed"])} of ${f.count(d["of"])} requests failed; connections were cut.`,
      means:
        "Old workers died of a signal instead of leaving as planned. worker.kill() in the primary sends one; disconnect() lets a worker finish.",
    }),
    "zh-TW": (d, f) => ({
      expected: "重啟期間沒有任何請求失敗。",
      seen: `${f.count(d["of"])} 個請求中有 ${f.count(d["failed"])} 個失敗，連線被切斷。`,
      means:
        "舊的工作行程是死於訊號，而不是依計畫離開。在主行程呼叫 worker.kill() 就是送訊號；disconnect() 才會讓它做完。",
    }),
  },
  "stopped-first": {
    en: (d, f) => ({
      expected: "No request fails during the restart, even with one worker.",
      seen: `${f.count(d["refused"])} of ${f.count(d["of"])} connections were refused.`,
      means:
        "The old worker goes first, and the new one is forked afterwards. In between nobody listens. Turn it round: fork the new one, wait until it listens, then let the old one go.",
    }),
    "zh-TW": (d, f) => ({
      expected: "重啟期間沒有任何請求失敗，只有一個工作行程時也一樣。",
      seen: `${f.count(d["of"])} 條連線中有 ${f.count(d["refused"])} 條被拒絕。`,
      means:
        "舊的先走，之後才 fork 新的，中間這段時間沒有人在監聽。順序反過來：先 fork 新的，等它監聽，再讓舊的離開。",
    }),
  },
  "not-ready-yet": {
    en: (d, f) => ({
      expected: "No request fails during the restart, even with one worker.",
      seen: `The new worker was forked first, and still ${f.count(d["refused"])} of ${f.count(d["of"])} connections were refused.`,
      means:
        "The old worker left before the new one listened. 'online' says that a process runs, not that it listens: its own code has not even started. Wait for 'listening'.",
    }),
    "zh-TW": (d, f) => ({
      expected: "重啟期間沒有任何請求失敗，只有一個工作行程時也一樣。",
      seen: `新的工作行程確實先 fork 了，${f.count(d["of"])} 條連線中還是有 ${f.count(d["refused"])} 條被拒絕。`,
      means:
        "新的還沒監聽，舊的就走了。'online' 只表示行程在執行，不表示它在監聽：它自己的程式碼甚至還沒開始跑。要等 'listening'。",
    }),
  },
  "requests-failed": {
    en: (d, f) => ({
      expected: "No request fails during the restart.",
      seen: `Of ${f.count(d["of"])} requests ${f.count(d["refused"])} were refused, ${f.count(d["reset"])} cut, ${f.count(d["late"])} never answered, ${f.count(d["wrong"])} answered wrongly.`,
    }),
    "zh-TW": (d, f) => ({
      expected: "重啟期間沒有任何請求失敗。",
      seen: `${f.count(d["of"])} 個請求中，${f.count(d["refused"])} 個被拒絕、${f.count(d["reset"])} 個被切斷、${f.count(d["late"])} 個沒有回應、${f.count(d["wrong"])} 個回應不對。`,
    }),
  },
  "old-one-gone": {
    en: (d) => ({
      expected: "When the new version does not boot, the old worker stays and goes on serving.",
      seen: `The new worker died at boot, and the old one no longer answers (${ended(d, "en")}).`,
      means:
        "The old worker was let go without a look at what became of the new one. A broken deployment then empties the pool, one worker after the other. Only a new worker that listens may replace an old one.",
    }),
    "zh-TW": (d) => ({
      expected: "新版本啟動不了時，舊的工作行程會留下來繼續服務。",
      seen: `新的工作行程啟動就當掉，舊的也不再回應了（${ended(d, "zh-TW")}）。`,
      means:
        "沒看新的結果如何，就先放走了舊的。部署了壞掉的版本，整組工作行程就會一個接一個消失。只有開始監聽的新工作行程，才有資格換下舊的。",
    }),
  },
});
