import { findings } from "../../../harness/words.ts";

/** What is found in the task "back-off". */
export default findings({
  "stops-trying": {
    en: (d, f) => ({
      expected: `A worker that dies at boot is tried again, with growing waits; ${d["asked"]} times here.`,
      seen: d["ended"]
        ? `After ${f.count(d["retries"])} retries the primary ended with code 0: it had nothing left to wait for.`
        : `After ${f.count(d["retries"])} retries nothing more came.`,
      means:
        (d["ended"]
          ? "A timer with unref() does not keep the primary alive: if your retry waits in one, leave the unref() out. Otherwise the "
          : "The ") +
        "last death was answered by nobody, and MAX_DEATHS=1000 here, so it can't be the budget. Does each new worker, also one that a timer forks, get the same listener of 'exit' as the first ones? And does every path of the listener start a retry? Or is the next wait far longer than twice the one before?",
    }),
    "zh-TW": (d, f) => ({
      expected: `啟動就當掉的工作行程會一再重試，間隔越來越長；這裡要 ${d["asked"]} 次。`,
      seen: d["ended"]
        ? `重試 ${f.count(d["retries"])} 次之後，主行程以代碼 0 結束：它已經沒有什麼好等的了。`
        : `重試 ${f.count(d["retries"])} 次之後就沒有動靜了。`,
      means:
        (d["ended"]
          ? "用了 unref() 的計時器留不住主行程：如果重試的等待用了它，請拿掉。不然就是"
          : "") +
        "最後一次當機沒有人回應；這裡的 MAX_DEATHS 是 1000，所以不是額度的關係。每個新的工作行程，包括由計時器 fork 出來的，都裝上和最初那幾個一樣的 'exit' 監聽器了嗎？監聽器裡的每條路都會安排重試嗎？還是下一次等待遠遠不只前一次的兩倍？",
    }),
  },
  "retries-at-once": {
    en: (d, f) => ({
      expected: `Workers that die at boot are retried after 0, then 1, 2, 4, 8 … times BACKOFF_MS (${f.ms(d["backoff"])} here, with HEALTHY_MS=1).`,
      seen: `None of them ever listened; the waits were ${f.text(msList(d["gaps"]))} ms: every death was answered at once.`,
      means:
        "A worker that can't boot makes the primary fork as fast as the machine can: a restart storm, which takes the CPU from the healthy workers. If your program does count deaths, look at where the count is kept: each new worker is another object, with another id. And look at what resets it: not 'online', which comes before the worker's own code has run, and not the time since the fork or since the last death. Only the time since 'listening' proves health.",
    }),
    "zh-TW": (d, f) => ({
      expected: `啟動就當掉的工作行程先立刻重試，之後依序隔 BACKOFF_MS（這裡是 ${f.ms(d["backoff"])}，HEALTHY_MS=1）的 1、2、4、8……倍再試。`,
      seen: `沒有一個監聽過；實際的間隔是 ${f.text(msList(d["gaps"]))} 毫秒：每次都立刻重試。`,
      means:
        "只要有一個工作行程啟動不了，主行程就會用機器最快的速度不停 fork：這就是重啟風暴，CPU 全被搶走，健康的工作行程也跟著遭殃。如果程式有計數，看看記在哪裡：每個新的工作行程都是另一個物件，id 也不同。再看看是什麼把它歸零：'online' 不行，那時工作行程自己的程式碼根本還沒執行；從 fork 或從上次當機算起的時間也不行。只有從 'listening' 算起的時間，才證明得了健康。",
    }),
  },
  "waits-do-not-grow": {
    en: (d, f) => ({
      expected: `Each wait is twice the one before: 0, then 1, 2, 4, 8, 16 times BACKOFF_MS (${f.ms(d["backoff"])} here).`,
      seen: `They were ${f.text(msList(d["gaps"]))} ms.`,
      means: {
        same: "The wait stays the same. What is broken at the second try is rarely mended at the third: double the wait at each death in a row. If you wrote ^: in JavaScript that is no power, it compares bits; 2 ** 3 is 8.",
        grow: "The waits grow, but do not double: BACKOFF_MS times the number of deaths, for example, adds the same amount each time. Take a power of two: settings.backoffMs * 2 ** (failures - 1).",
        jump: "The waits go up and down. If you wrote ^: in JavaScript that is no power, it compares bits: 2 ^ 2 is 0, and 2 ^ 3 is 1. A power is written with two stars: 2 ** 3 is 8.",
      }[d["shape"] as Shape],
    }),
    "zh-TW": (d, f) => ({
      expected: `每次等待都是前一次的兩倍：先是 0，接著是 BACKOFF_MS（這裡是 ${f.ms(d["backoff"])}）的 1、2、4、8、16 倍。`,
      seen: `實際是 ${f.text(msList(d["gaps"]))} 毫秒。`,
      means: {
        same: "等待的時間沒有變長。第二次還壞著的東西，第三次多半也沒修好：每連續當掉一次，就把等待加倍。如果寫的是 ^：它在 JavaScript 裡不是次方，而是逐位元互斥或（XOR）；2 ** 3 才是 8。",
        grow: "等待有變長，但沒有加倍：例如 BACKOFF_MS 乘以當掉的次數，每次就只多等一樣久。要用 2 的次方：settings.backoffMs * 2 ** (failures - 1)。",
        jump: "等待忽長忽短。如果寫的是 ^：它在 JavaScript 裡不是次方，而是逐位元互斥或（XOR）：2 ^ 2 是 0，2 ^ 3 是 1。次方要寫兩個星號：2 ** 3 才是 8。",
      }[d["shape"] as Shape],
    }),
  },
  "waits-leap": {
    en: (d, f) => ({
      expected: `Each wait is twice the one before: 0, then 1, 2, 4, 8, 16 times BACKOFF_MS (${f.ms(d["backoff"])} here).`,
      seen: `They were ${f.text(msList(d["gaps"]))} ms.`,
      means:
        "The waits grow by more than that. failures ** 2 and Math.pow(failures, 2) are squares, 1, 4, 9, 16; a power of two has the 2 in front: settings.backoffMs * 2 ** (failures - 1). With a larger base, a shop that was mended a minute ago stays closed for an hour.",
    }),
    "zh-TW": (d, f) => ({
      expected: `每次等待都是前一次的兩倍：先是 0，接著是 BACKOFF_MS（這裡是 ${f.ms(d["backoff"])}）的 1、2、4、8、16 倍。`,
      seen: `實際是 ${f.text(msList(d["gaps"]))} 毫秒。`,
      means:
        "等待增加得太快，不只兩倍。failures ** 2 和 Math.pow(failures, 2) 是平方：1、4、9、16；2 的次方要把 2 寫在前面：settings.backoffMs * 2 ** (failures - 1)。底數再大一點，一分鐘前就修好的店，可能還要再關一個小時。",
    }),
  },
  "first-retry-waits": {
    en: (d) => ({
      expected: "The first retry comes at once; the waits begin with the second.",
      seen: `With BACKOFF_MS=${d["backoff"]} a worker that crashed for the first time was not replaced in time.`,
      means:
        "The wait is applied to the first death, too. Most crashes are single ones: for them the shop should not be a worker short any longer than a boot takes.",
    }),
    "zh-TW": (d) => ({
      expected: "第一次重試立刻進行，從第二次才開始等待。",
      seen: `BACKOFF_MS=${d["backoff"]} 時，第一次當掉的工作行程沒有及時補上。`,
      means:
        "連第一次當掉也先等了一段時間。大多數的當機都只發生一次：少一個工作行程的時間，不該比啟動一個新的更久。",
    }),
  },
  "first-wait-too-long": {
    en: (d, f) => ({
      expected: `When the first retry has failed, too, the next one waits BACKOFF_MS (${f.ms(d["backoff"])} here).`,
      seen: `It came after ${f.ms(d["gap"])}.`,
      means:
        "The waits double, but begin too high. Has the count gone up before it becomes the power? After the second death in a row the power is 0: 2 ** 0 is 1.",
    }),
    "zh-TW": (d, f) => ({
      expected: `第一次重試也失敗之後，下一次要先等 BACKOFF_MS（這裡是 ${f.ms(d["backoff"])}）。`,
      seen: `實際過了 ${f.ms(d["gap"])}才重試。`,
      means:
        "等待有加倍，但起點太高。計數是不是先加了一，才拿去當次方？連續第二次當掉時，次方該是 0：2 ** 0 是 1。",
    }),
  },
  "never-comes-back": {
    en: (d, f) => ({
      expected: "A worker is tried again until it boots, as long as the budget lasts.",
      seen: `After ${f.count(d["deaths"])} deaths in a row no worker came back, though it could have booted.`,
    }),
    "zh-TW": (d, f) => ({
      expected: "只要額度還夠，就會一直重試到工作行程啟動成功。",
      seen: `連續當掉 ${f.count(d["deaths"])} 次之後，明明可以啟動了，卻沒有新的工作行程。`,
    }),
  },
  "never-resets": {
    en: (d, f) => ({
      expected: `A worker that has listened for HEALTHY_MS (${d["healthy"]} ms) is healthy: after its death the first retry comes at once again.`,
      seen:
        d["gap"] === undefined
          ? "It was not replaced while the check waited, as if it had died at boot, too."
          : `It was replaced only after ${f.ms(d["gap"])}, as if it had died at boot, too.`,
      means:
        "Old failures are never forgotten. With one crash a day, the shop is a worker short for minutes after a few weeks. Reset the count when a worker has been up for HEALTHY_MS.",
    }),
    "zh-TW": (d, f) => ({
      expected: `監聽超過 HEALTHY_MS（${d["healthy"]} 毫秒）的工作行程算是健康：它當掉之後，第一次重試又是立刻進行。`,
      seen:
        d["gap"] === undefined
          ? "檢查等了很久還沒補上，彷彿它也是啟動時就當掉。"
          : `過了 ${f.ms(d["gap"])}才補上，彷彿它也是啟動時就當掉。`,
      means:
        "以前的失敗一直記著，沒有歸零。一天只要當掉一次，幾週之後每次都會有好幾分鐘少一個工作行程。工作行程撐過 HEALTHY_MS 之後，就把計數歸零。",
    }),
  },
  "listening-counts-as-healthy": {
    en: (d, f) => ({
      expected:
        "A worker that listens and dies before HEALTHY_MS has passed counts as one more failure in a row.",
      seen: `It died three times right after it had listened; the waits were ${f.text(msList(d["gaps"]))} ms, with a BACKOFF_MS of ${f.ms(d["backoff"])}.`,
      means:
        "The count is reset as soon as a worker listens. Many broken programs do listen, and die at the first request: without a wait they crash as fast as requests come in.",
    }),
    "zh-TW": (d, f) => ({
      expected: "開始監聽、但還沒撐過 HEALTHY_MS 就當掉的工作行程，仍然算是連續失敗。",
      seen: `它連續三次一開始監聽就當掉；等待的間隔是 ${f.text(msList(d["gaps"]))} 毫秒，BACKOFF_MS 則是 ${f.ms(d["backoff"])}。`,
      means:
        "工作行程一監聽，計數就歸零了。很多壞掉的程式照樣能監聽，卻在第一個請求就當掉；不等待的話，請求來得多快，它就當得多快。",
    }),
  },
  "health-outlives-the-worker": {
    en: (d, f) => ({
      expected:
        "A worker that listens and dies before HEALTHY_MS has passed counts as one more failure in a row.",
      seen: `Three died soon after they had listened, none of them healthy; the waits were ${f.text(msList(d["gaps"]))} ms: the third time it was retried as if one had been.`,
      means:
        "A timer that was started when a worker listened goes on after its death, and resets the count for a worker that is no longer there. Clear it at the exit, or keep the time of 'listening' and look at it then.",
    }),
    "zh-TW": (d, f) => ({
      expected: "開始監聽、但還沒撐過 HEALTHY_MS 就當掉的工作行程，仍然算是連續失敗。",
      seen: `三個都在開始監聽後不久就當掉，沒有一個撐到健康；等待的間隔是 ${f.text(msList(d["gaps"]))} 毫秒：第三次卻像是有人健康過那樣重試。`,
      means:
        "開始監聽時啟動的計時器，在工作行程當掉之後還在跑，時間一到就替已經不在的它把計數歸零。結束時就取消計時器，或是記下 'listening' 的時間，結束時再看。",
    }),
  },
});

type Shape = "same" | "grow" | "jump";

function msList(gaps: unknown): string {
  return (gaps as number[]).map(Math.round).join(" · ");
}
