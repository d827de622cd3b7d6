import { findings } from "../../../harness/words.ts";

/** What is found in the task "give-up". */
export default findings({
  "never-gives-up": {
    en: (d, f) => ({
      expected: `After ${d["budget"]} deaths (MAX_DEATHS=${d["budget"]}) the primary gives up and ends with a non-zero code.`,
      seen: `It had ${f.count(d["deaths"])} deaths, and goes on forking.`,
      means:
        "The deaths are not counted, or their number ends nothing. A primary that tries for ever looks alive to its supervisor, so nobody is called, and no other machine takes over.",
    }),
    "zh-TW": (d, f) => ({
      expected: `當掉 ${d["budget"]} 次之後（MAX_DEATHS=${d["budget"]}），主行程會放棄，以非零的結束代碼結束。`,
      seen: `已經當掉 ${f.count(d["deaths"])} 次，它還在繼續 fork。`,
      means:
        "沒有人在數當掉幾次，或是數到了也沒有結束。一直重試的主行程在監督者眼裡永遠「活著」，所以不會有人被叫來，也不會有別台機器接手。",
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
    en: (d) => ({
      expected: `Only deaths within DEATH_WINDOW_MS (${d["window"]} ms) count against the budget.`,
      seen: "With a budget of 2, two deaths further apart than that ended the program.",
      means:
        "All deaths since the start are counted. A shop with one crash a week would give up in its fifth week. Forget deaths that are older than the window.",
    }),
    "zh-TW": (d) => ({
      expected: `只有 DEATH_WINDOW_MS（${d["window"]} 毫秒）之內的當機才計入額度。`,
      seen: "額度是 2，兩次當機相隔超過這段時間，程式卻結束了。",
      means:
        "程式把啟動以來的每次當機都算進去。一週只當一次的服務，到第五週就會放棄。超過時間窗的當機要忘掉。",
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
