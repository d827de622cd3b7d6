import { findings } from "../../../harness/words.ts";

/** What is found in the task "give-up". */
export default findings({
  "never-gives-up": {
    en: (d, f) => ({
      expected: `After ${d["budget"]} deaths (MAX_DEATHS=${d["budget"]}) the primary gives up and ends with a non-zero code.`,
      seen: `It had ${f.count(d["deaths"])} deaths, and goes on forking.`,
      means:
        "The deaths are not counted, or not all in one count (those in other places of the pool count, too), or forgotten too early (DEATH_WINDOW_MS is in milliseconds), or their number ends nothing. A primary that tries for ever looks alive to its supervisor, so nobody is called, and no other machine takes over.",
    }),
    "zh-TW": (d, f) => ({
      expected: `當掉 ${d["budget"]} 次之後（MAX_DEATHS=${d["budget"]}），主行程會放棄，以非零的結束代碼結束。`,
      seen: `已經當掉 ${f.count(d["deaths"])} 次，它還在繼續 fork。`,
      means:
        "沒有人在數當掉幾次，或是沒有算在一起（其他位置的也要算），或是忘得太早（DEATH_WINDOW_MS 的單位是毫秒），或是數到了也沒有結束。一直重試的主行程在監督者眼裡永遠「活著」，所以不會有人被叫來，也不會有別台機器接手。",
    }),
  },
  "limps-on": {
    en: (d) => ({
      expected: `After ${d["budget"]} deaths the whole program ends, healthy workers included.`,
      seen: "It forks no more, but goes on running.",
      means:
        "The primary has stopped replacing workers, yet something keeps it alive: a healthy worker, a timer. From outside it looks well, with half a pool. Stop what is left, then end with the code.",
    }),
    "zh-TW": (d) => ({
      expected: `當掉 ${d["budget"]} 次之後，整個程式都會結束，健康的工作行程也一樣。`,
      seen: "它不再 fork，卻還在執行。",
      means:
        "主行程已經不再補工作行程，但還有東西讓它活著，例如健康的工作行程或計時器。從外面看一切正常，其實只剩半組。把剩下的停掉，再以該有的代碼結束。",
    }),
  },
  "gives-up-with-0": {
    en: (d) => ({
      expected: `After ${d["budget"]} deaths the primary ends with a non-zero exit code.`,
      seen: "It ended with code 0.",
      means:
        "Code 0 tells the supervisor that the program is done and all is well: systemd with Restart=on-failure would leave it stopped. Set process.exitCode, or pass a code to process.exit().",
    }),
    "zh-TW": (d) => ({
      expected: `當掉 ${d["budget"]} 次之後，主行程會以非零的結束代碼結束。`,
      seen: "它以結束代碼 0 結束。",
      means:
        "代碼 0 等於告訴監督者：工作做完了，一切正常。systemd 設成 Restart=on-failure 的話，就會讓它一直停著。請設定 process.exitCode，或把代碼交給 process.exit()。",
    }),
  },
  "gives-up-silently": {
    en: (d) => ({
      expected: `When the primary gives up, after ${d["budget"]} deaths, it says so.`,
      seen: "It ended, and its last lines say no more than those at the deaths before.",
      means:
        "In the log, the end of the shop looks like one more death. Whoever reads it in the night must learn that the program has ended itself, and why: print a line with the number of deaths and the window.",
    }),
    "zh-TW": (d) => ({
      expected: `當掉 ${d["budget"]} 次、主行程放棄時，會印出說明。`,
      seen: "它結束了，但最後幾行和前幾次當掉時印的沒有兩樣。",
      means:
        "在日誌裡，整家店關門看起來就像又當掉一次。半夜來查的人得看得出程式是自己結束的，以及為什麼：印一行，寫出當掉的次數和時間窗。",
    }),
  },
  "company-resets": {
    en: (d, f) => ({
      expected: `A new worker that dies at boot is retried after BACKOFF_MS (${f.ms(d["wait"])} here), however well the other workers are.`,
      seen: `The next one was forked after ${f.ms(d["gap"])}, while two others were up.`,
      means:
        "Something resets the count of failures though the worker that died had never listened, such as the health of another one. Look only at the one that died: had it listened for HEALTHY_MS?",
    }),
    "zh-TW": (d, f) => ({
      expected: `新的工作行程啟動就當掉時，要等 BACKOFF_MS（這裡是 ${f.ms(d["wait"])}）才再試，不管其他工作行程有多健康。`,
      seen: `只隔了 ${f.ms(d["gap"])}就 fork 下一個，當時另外兩個都還在執行。`,
      means:
        "當掉的那個從來沒有監聽過，失敗的次數卻歸零了，例如因為別的工作行程是健康的。只看當掉的那一個：它監聽滿 HEALTHY_MS 了嗎？",
    }),
  },
  "gives-up-early": {
    en: (d, f) => ({
      expected: `The program goes on until ${d["budget"]} workers have died (MAX_DEATHS=${d["budget"]}).`,
      seen: `It ended after ${f.count(d["deaths"])}.`,
    }),
    "zh-TW": (d, f) => ({
      expected: `工作行程當掉 ${d["budget"]} 次之前（MAX_DEATHS=${d["budget"]}），程式會繼續執行。`,
      seen: `當掉 ${f.count(d["deaths"])} 次它就結束了。`,
    }),
  },
  "gives-up-late": {
    en: (d, f) => ({
      expected: `Death number ${d["budget"]} (MAX_DEATHS=${d["budget"]}) is one too many: the primary gives up, and forks no more.`,
      seen: `A worker was forked after it; the program ended after ${f.count(d["deaths"])} deaths.`,
      means:
        "The comparison lets one more through: > where >= is asked, or a count that is looked at before this death is in it. Or the next try begins before anybody compares. Or some deaths are missing: those in other places of the pool count, too, and those of healthy workers. Add the death, compare, and only then fork.",
    }),
    "zh-TW": (d, f) => ({
      expected: `第 ${d["budget"]} 次當掉（MAX_DEATHS=${d["budget"]}）就是太多：主行程放棄，不再 fork。`,
      seen: `這次之後還 fork 了一個工作行程；當掉 ${f.count(d["deaths"])} 次程式才結束。`,
      means:
        "比較時多放過了一次：該用 >= 的地方用了 >，或是這次當機還沒記進去就先比較。也可能是還沒比較就先重試了，或是有些當機沒算進去：其他位置的要算，健康的工作行程當掉也要算。先記下這次，再比較，最後才決定要不要 fork。",
    }),
  },
  "retry-outlives-the-end": {
    en: (d) => ({
      expected: `When the primary has given up, after ${d["budget"]} deaths, it forks no more.`,
      seen: "It let its workers go, and then forked one more.",
      means:
        "A retry was still waiting when the primary gave up, and its timer fired. Giving up is a stop, too: keep the timer of each retry, and take all of them back with clearTimeout().",
    }),
    "zh-TW": (d) => ({
      expected: `當掉 ${d["budget"]} 次、主行程放棄之後，就不再 fork。`,
      seen: "它請走了工作行程，之後卻又 fork 了一個。",
      means:
        "主行程放棄時，還有一次重試在等，時間一到計時器就觸發了。放棄也是一種停止：留住每次重試的計時器，用 clearTimeout() 全部取消。",
    }),
  },
  "workers-outlive": {
    en: (d, f) => ({
      expected: "When the primary has given up, no worker is left.",
      seen: `${f.count(d["left"])} worker(s) were still running.`,
    }),
    "zh-TW": (d, f) => ({
      expected: "主行程放棄之後，不留下任何工作行程。",
      seen: `還有 ${f.count(d["left"])} 個工作行程在執行。`,
    }),
  },
  "remembers-for-ever": {
    en: (d, f) => ({
      expected: `Only deaths within DEATH_WINDOW_MS (${f.ms(d["window"])} here) count against the budget.`,
      seen: `With a budget of ${d["budget"]}, the third death ended the program, though the first was older than that.`,
      means:
        "The first death should have been forgotten. Either deaths are never forgotten, or only after a time without any: a shop with one crash a week, or one an hour, would give up in the end. At each death, drop every other one by its own age.",
    }),
    "zh-TW": (d, f) => ({
      expected: `只有 DEATH_WINDOW_MS（這裡是 ${f.ms(d["window"])}）之內的當機才計入額度。`,
      seen: `額度是 ${d["budget"]}，第一次當機已經超過這段時間，第三次卻還是讓程式結束了。`,
      means:
        "第一次當機早該忘掉。可能是從來不忘，也可能是要隔一段時間都沒當掉才會忘：這樣一來，一週當一次，或一小時當一次的服務，遲早會放棄。每次當掉時，依每一筆自己的時間，丟掉太舊的。",
    }),
  },
  "window-starts-anew": {
    en: (d, f) => ({
      expected: `Three deaths within DEATH_WINDOW_MS (${f.ms(d["window"])}) spend a budget of 3, whatever came before them.`,
      seen: `The last three deaths came within ${f.ms(d["span"])}, and a worker was forked after them.`,
      means:
        "The whole window begins anew when the first death is too old, and deaths that still count are forgotten with it; or the last death is compared with the very first one, which nobody has dropped; or the death of a healthy worker forgives those before it, as it does for the waits. Let the window move along: at each death, drop only those that are older than DEATH_WINDOW_MS, as filter() does.",
    }),
    "zh-TW": (d, f) => ({
      expected: `DEATH_WINDOW_MS（${f.ms(d["window"])}）之內當掉三次，就用完 3 次的額度，不論之前發生過什麼。`,
      seen: `最後三次當機都在 ${f.ms(d["span"])}之內，之後卻又 fork 了一個工作行程。`,
      means:
        "可能是第一次當機一過期，整個時間窗就重新開始，連還該計入的也一起忘了；也可能是最後一次總是和最早的那次比較，而那次一直沒有丟掉；還可能是健康的工作行程一當掉，之前的就一筆勾銷，像等待時間那樣。時間窗要跟著時間往前移：每次當掉時，只丟掉超過 DEATH_WINDOW_MS 的，就像 filter() 那樣。",
    }),
  },
  "planned-counted": {
    en: (d) => ({
      expected: "Planned stops don't count against the budget.",
      seen: `Two workers left as planned, and the primary gave up (MAX_DEATHS=${d["budget"]}).`,
      means:
        "The count goes up before the program asks whether the exit was planned. Look at exitedAfterDisconnect first; a rolling restart would otherwise end the shop.",
    }),
    "zh-TW": (d) => ({
      expected: "依計畫的停止不計入額度。",
      seen: `兩個工作行程依計畫離開，主行程就放棄了（MAX_DEATHS=${d["budget"]}）。`,
      means:
        "還沒問這次結束是不是計畫好的，計數就先加一了。先看 exitedAfterDisconnect；否則一次輪流重啟就會讓整家店關門。",
    }),
  },
});
