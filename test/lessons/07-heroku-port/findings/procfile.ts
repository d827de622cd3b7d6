import { findings } from "../../../harness/words.ts";

/** What is found in the task "procfile". */
export default findings({
  "procfile-missing": {
    en: () => ({
      expected: "A file named Procfile in the top folder declares the process type `web`.",
      seen: "There is no such file.",
    }),
    "zh-TW": () => ({
      expected: "最上層資料夾裡有一個叫 Procfile 的檔案，宣告 `web` 這個行程類型。",
      seen: "沒有這個檔案。",
    }),
  },
  "procfile-misnamed": {
    en: (d) => ({
      expected: "A file named Procfile in the top folder declares the process type `web`.",
      seen: `There is no such file, but there is “${d["found"]}”.`,
      means:
        "The platform looks for exactly this name: a capital P, no ending, in the top folder. Anything else is passed over in silence.",
    }),
    "zh-TW": (d) => ({
      expected: "最上層資料夾裡有一個叫 Procfile 的檔案，宣告 `web` 這個行程類型。",
      seen: `沒有這個檔案，倒是有「${d["found"]}」。`,
      means:
        "平台只認這個名字：大寫的 P、沒有副檔名、放在最上層資料夾。其他的一律略過，也不會告訴你。",
    }),
  },
  "procfile-line": {
    en: (d) => ({
      expected: "The Procfile has a line `web: <command>`.",
      seen: `It has the line “${d["line"]}”, which declares nothing.`,
      means:
        "A declaration is a name, a colon directly after it, and a command. A blank before the colon, a full-width colon or a quotation mark makes the platform pass over the line without a word. Then it guesses what to start, or there is no web dyno, and the router answers H14.",
    }),
    "zh-TW": (d) => ({
      expected: "Procfile 裡有一行 `web: <指令>`。",
      seen: `它有一行「${d["line"]}」，但什麼都沒有宣告。`,
      means:
        "一行宣告就是名稱、緊接著的冒號，再加上指令。冒號前有空白、用了全形冒號或引號，平台就會默默略過這一行。接下來它只能猜要啟動什麼，猜不到就沒有 web dyno，路由器回應 H14。",
    }),
  },
  "no-web": {
    en: (d, f) => ({
      expected: "The Procfile declares the process type `web`.",
      seen: `It declares ${d["types"].length > 0 ? `only: ${f.list(d["types"])}` : "nothing"}.`,
      means:
        "The name is not a free choice: only dynos of the type `web` get a PORT and requests from the router.",
    }),
    "zh-TW": (d, f) => ({
      expected: "Procfile 宣告了 `web` 這個行程類型。",
      seen: d["types"].length > 0 ? `它只宣告了：${f.list(d["types"])}。` : "它什麼都沒有宣告。",
      means: "名稱不能隨便取：只有 `web` 類型的 dyno 會拿到 PORT，路由器也只把請求送給它們。",
    }),
  },
  "dev-tool-stays": {
    en: (d) => ({
      expected: "When the program dies, the command that started it ends as well.",
      seen: `The program that “${d["command"]}” had started was killed. ${d["tool"]} went on running, and nothing listened any more.`,
      means: `${d["tool"]} is a tool for development: it waits for somebody to change a file. The platform sees a process that lives, so it restarts nothing. Start the program itself: node server.ts.`,
    }),
    "zh-TW": (d) => ({
      expected: "程式死掉時，啟動它的指令也會跟著結束。",
      seen: `「${d["command"]}」啟動的程式被砍掉了，${d["tool"]} 還在執行，卻再也沒有東西監聽。`,
      means: `${d["tool"]} 是開發用的工具：它在等人改檔案。平台看到的是活著的行程，所以不會重新啟動任何東西。請直接啟動程式：node server.ts。`,
    }),
  },
  "outlives-the-program": {
    en: (d) => ({
      expected: "When the program dies, the command that started it ends as well.",
      seen: `The program that “${d["command"]}” had started was killed. The command went on running, and nothing listened any more.`,
      means:
        "Something that the command has started lives on: a command behind the program, such as sleep or tail, or whoever started it and does not end with it. The platform sees a living process, and restarts nothing. Start the program, and nothing else.",
    }),
    "zh-TW": (d) => ({
      expected: "程式死掉時，啟動它的指令也會跟著結束。",
      seen: `「${d["command"]}」啟動的程式被砍掉了，指令還在執行，卻再也沒有東西監聽。`,
      means:
        "指令啟動的東西還有別的活著：可能是排在程式後面的指令，例如 sleep 或 tail，也可能是啟動程式的那一個，沒有跟著結束。平台看到還有行程活著，就什麼都不會重新啟動。只啟動程式本身就好。",
    }),
  },
});
