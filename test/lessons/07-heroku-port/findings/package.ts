import { findings } from "../../../harness/words.ts";

/** What is found in the task "package", and wherever a dyno does not come up. */
export default findings({
  "dependency-dev-only": {
    en: (d) => ({
      expected: "The program starts after a production install.",
      seen: `It ended with H10: it can't find the package “${d["name"]}”, which package.json lists in devDependencies.`,
      means:
        "The platform removes devDependencies before it starts anything. What the running program imports belongs in dependencies; devDependencies is for types, tests and tools.",
    }),
    "zh-TW": (d) => ({
      expected: "只安裝正式環境的套件之後，程式仍能啟動。",
      seen: `它以 H10 收場：找不到套件「${d["name"]}」，而 package.json 把它列在 devDependencies。`,
      means:
        "平台啟動程式之前會移除 devDependencies。程式執行時 import 的套件要放在 dependencies；devDependencies 是給型別、測試和工具用的。",
    }),
  },
  "dependency-unlisted": {
    en: (d) => ({
      expected: "The program starts after a production install.",
      seen: `It ended with H10: it can't find the package “${d["name"]}”, which package.json does not list.`,
      means:
        "At home it is found because it happens to be installed, in a folder above or for another package. On the platform only what dependencies names is there.",
    }),
    "zh-TW": (d) => ({
      expected: "只安裝正式環境的套件之後，程式仍能啟動。",
      seen: `它以 H10 收場：找不到套件「${d["name"]}」，而 package.json 沒有列出它。`,
      means:
        "在你的電腦上找得到，只是因為它剛好裝在上層資料夾，或被別的套件帶進來。平台上只有 dependencies 列出的套件。",
    }),
  },
  "command-not-found": {
    en: (d) => ({
      expected: "The command is there when the platform runs it.",
      seen: `The command “${d["command"]}” ended with status 127: ${d["tool"]} was not found.`,
      means:
        "A production install has no tools from devDependencies, and nothing that is installed globally on your machine. Start the program with node.",
    }),
    "zh-TW": (d) => ({
      expected: "平台執行指令時，指令要在。",
      seen: `指令「${d["command"]}」以結束代碼 127 收場：找不到 ${d["tool"]}。`,
      means:
        "正式環境的安裝裡沒有 devDependencies 的工具，也沒有你電腦上全域安裝的東西。請用 node 啟動程式。",
    }),
  },
  "web-crashes": {
    en: (d, f) => ({
      expected: "The command starts a program that listens on PORT.",
      seen: `The command “${d["command"]}” ended with status ${d["status"]}${d["message"] ? `: ${f.text(d["message"])}` : ""}. The router would answer H10.`,
    }),
    "zh-TW": (d, f) => ({
      expected: "這個指令會啟動一個監聽 PORT 的程式。",
      seen: `指令「${d["command"]}」以狀態 ${d["status"]} 結束${d["message"] ? `：${f.text(d["message"])}` : ""}。路由器會回應 H10。`,
    }),
  },
  "web-never-binds": {
    en: (d) => ({
      expected: "The command starts a program that listens on PORT.",
      seen: `The command “${d["command"]}” went on running, and nothing listened. Heroku would end it after 60 seconds with R10.`,
    }),
    "zh-TW": (d) => ({
      expected: "這個指令會啟動一個監聽 PORT 的程式。",
      seen: `指令「${d["command"]}」一直在執行，卻沒有東西監聽。Heroku 會在 60 秒後以 R10 結束它。`,
    }),
  },
  "web-binds-elsewhere": {
    en: (d) => ({
      expected: "The program listens on the PORT that the dyno gets from the platform.",
      seen: `Started by “${d["command"]}”, it listens on port ${d["port"]}. Heroku would end it after 60 seconds with R10.`,
      means: d["named"]
        ? "The command brings a port of its own, which takes the place of the platform's. Leave PORT to the platform."
        : "The program does not look at PORT, or a script between the Procfile and the program sets another one. Leave PORT to the platform, and read process.env.PORT.",
    }),
    "zh-TW": (d) => ({
      expected: "程式監聽平台給 dyno 的 PORT。",
      seen: `用「${d["command"]}」啟動時，它監聽連接埠 ${d["port"]}。Heroku 會在 60 秒後以 R10 結束它。`,
      means: d["named"]
        ? "指令自己帶了連接埠，蓋掉了平台給的。PORT 請交給平台決定。"
        : "程式沒有看 PORT，或是 Procfile 和程式之間有指令稿另外設了一個。PORT 請交給平台決定，程式從 process.env.PORT 讀取。",
    }),
  },
  "web-loopback-only": {
    en: (d) => ({
      expected: "The platform's router, another machine, reaches the program.",
      seen: `Started by “${d["command"]}”, it listens on PORT at this machine's own address only. Heroku would end it after 60 seconds with R10.`,
    }),
    "zh-TW": (d) => ({
      expected: "平台的路由器是另一台機器，也連得到這個程式。",
      seen: `用「${d["command"]}」啟動時，它只在機器自己的位址上監聽 PORT。Heroku 會在 60 秒後以 R10 結束它。`,
    }),
  },
  "not-installable": {
    en: (d, f) => ({
      expected: "All packages that the running program needs can be installed.",
      seen: `Not to be had: ${f.list(d["names"])}.`,
      means:
        "A typing error, perhaps. The local dyno installs what this lesson brings along (express and helmet); other packages must be installed in the lesson's folder first.",
    }),
    "zh-TW": (d, f) => ({
      expected: "程式執行時需要的套件都裝得起來。",
      seen: `裝不到：${f.list(d["names"])}。`,
      means:
        "可能是打錯字。本機的 dyno 只能安裝這一課附帶的套件（express 和 helmet）；其他套件要先在這一課的資料夾裡安裝。",
    }),
  },
  "start-missing": {
    en: () => ({
      expected: "package.json has a start script.",
      seen: "It has none.",
      means:
        "`npm start` is what everybody tries first: a new colleague, a container, and a platform that finds no Procfile.",
    }),
    "zh-TW": () => ({
      expected: "package.json 裡有 start 指令稿。",
      seen: "沒有。",
      means: "大家最先試的就是 `npm start`：新同事、容器，還有找不到 Procfile 的平台。",
    }),
  },
  "engines-missing": {
    en: () => ({
      expected: "package.json names its Node.js in engines.node.",
      seen: "There is no engines.node.",
      means:
        "The platform then takes the version that is its default on the day of the build. One day a deployment with one changed line brings a new major version along.",
    }),
    "zh-TW": () => ({
      expected: "package.json 用 engines.node 寫明要用哪個 Node.js。",
      seen: "沒有 engines.node。",
      means: "這樣平台會採用建置當天的預設版本。總有一天，只改了一行的部署會順便換上新的主要版本。",
    }),
  },
  "engines-unreadable": {
    en: (d) => ({
      expected: "engines.node is a version range, such as 26.x.",
      seen: `It is “${d["range"]}”, which npm can't read as a range.`,
    }),
    "zh-TW": (d) => ({
      expected: "engines.node 是版本範圍，例如 26.x。",
      seen: `它是「${d["range"]}」，npm 讀不懂這個範圍。`,
    }),
  },
  "engines-open": {
    en: (d) => ({
      expected: "engines.node names the major version that the program runs with, such as 26.x.",
      seen: `It is “${d["range"]}”, which every later major version fits, too.`,
      means:
        "Heroku warns of such a range, and takes the newest version in it, up to its active LTS. One day a deployment with one changed line brings a new major version along, as if nothing had been named.",
    }),
    "zh-TW": (d) => ({
      expected: "engines.node 寫明程式使用的主要版本，例如 26.x。",
      seen: `它是「${d["range"]}」，以後的每個主要版本也都符合。`,
      means:
        "Heroku 會對這種範圍發出警告，並採用其中最新的版本，最高到當時的 Active LTS。總有一天，只改了一行的部署會順便換上新的主要版本，和沒寫一樣。",
    }),
  },
  "engines-other": {
    en: (d) => ({
      expected: "engines.node admits the Node.js that the program is developed and checked with.",
      seen: `It is “${d["range"]}”, and this is Node.js ${d["version"]}.`,
      means:
        "The platform would install another version than the one you have tested. Name the major version that you use.",
    }),
    "zh-TW": (d) => ({
      expected: "engines.node 包含開發和檢查時所用的 Node.js。",
      seen: `它是「${d["range"]}」，而這裡是 Node.js ${d["version"]}。`,
      means: "平台會裝上另一個版本，而不是你測試過的那個。請寫明你使用的主要版本。",
    }),
  },
});
