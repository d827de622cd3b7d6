import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

/** What is found in the tasks "port" and "every-address". */
export default findings({
  "port-fixed": {
    en: (d, f) => ({
      expected: `The program listens on the port in the environment variable PORT (${f.port(d["wanted"])} in this run).`,
      seen: `It listens on port ${d["port"]}.`,
      means:
        "It does not look at PORT. The platform picks the port, another one at every start, and tells it in the environment: process.env.PORT. It is never an argument of the command line. A dyno that listens elsewhere is ended after 60 seconds with R10.",
    }),
    "zh-TW": (d, f) => ({
      expected: `程式監聽環境變數 PORT 裡的連接埠（這次是 ${f.port(d["wanted"])}）。`,
      seen: `它監聽的是連接埠 ${d["port"]}。`,
      means:
        "它沒有看 PORT。連接埠由平台決定，每次啟動都不同，並且寫在環境變數裡：process.env.PORT，而不是命令列參數。監聽別處的 dyno，60 秒後會以 R10 結束。",
    }),
  },
  "no-answer": {
    en: (d) => ({
      expected: "A request to GET / gets an answer.",
      seen: `The request ended like this: ${ended(d, "en")}.`,
    }),
    "zh-TW": (d) => ({
      expected: "GET / 會得到回應。",
      seen: `請求的結果是：${ended(d, "zh-TW")}。`,
    }),
  },
  "no-fallback": {
    en: (d) => ({
      expected: "Without PORT, or with an empty one, the program listens on its usual port (3000).",
      seen: `PORT was ${d["how"]}, and the program did not listen at all.`,
      means:
        d["how"] === "empty"
          ? "An empty text is not undefined, so `??` and a default parameter don't replace it, and it is no port either. `process.env.PORT || 3000` takes the fallback for both."
          : "On a developer's machine nobody sets PORT: process.env.PORT is then undefined, which is neither a text nor a port, and Number() makes NaN of it. Give a fallback.",
    }),
    "zh-TW": (d) => ({
      expected: "沒有 PORT，或 PORT 是空字串時，程式監聽平常的連接埠（3000）。",
      seen: `PORT ${d["how"] === "empty" ? "是空字串" : "不存在"}，程式完全沒有監聽。`,
      means:
        d["how"] === "empty"
          ? "空字串不是 undefined，所以 `??` 和參數的預設值都不會換掉它，而它也不是連接埠。`process.env.PORT || 3000` 兩種情況都會採用預設值。"
          : "在自己的電腦上沒有人會設定 PORT，這時 process.env.PORT 是 undefined，既不是字串，也不是連接埠，Number() 會把它變成 NaN。請準備一個預設值。",
    }),
  },
  "fallback-random": {
    en: (d, f) => ({
      expected: "Without PORT, and with an empty one, the program listens on the same port (3000).",
      seen: `With PORT absent it listened on port ${f.port(d["absent"])}, with an empty PORT on ${f.port(d["empty"])}.`,
      means:
        'For listen(), port 0 or undefined means “any port that is free”, and Number("") is 0. Look for an empty text before you convert it.',
    }),
    "zh-TW": (d, f) => ({
      expected: "沒有 PORT 和 PORT 是空字串時，程式監聽同一個連接埠（3000）。",
      seen: `PORT 不存在時監聽 ${f.port(d["absent"])}，是空字串時監聽 ${f.port(d["empty"])}。`,
      means:
        '對 listen() 來說，連接埠 0 或 undefined 的意思是「隨便一個沒人用的」，而 Number("") 正是 0。轉成數字之前，先看它是不是空字串。',
    }),
  },
  "fallback-other": {
    en: (d) => ({
      expected: `Without PORT, and with an empty one, the program listens on port ${d["usual"]}.`,
      seen: `It listened on port ${d["port"]}, both times.`,
      means: `${d["port"] === 8000 ? "That is the fallback that it had before. " : ""}Whoever starts the shop at home, by hand or by a script, asks port ${d["usual"]}, and finds nobody.`,
    }),
    "zh-TW": (d) => ({
      expected: `沒有 PORT，或 PORT 是空字串時，程式監聽連接埠 ${d["usual"]}。`,
      seen: `兩次它都監聽連接埠 ${d["port"]}。`,
      means: `${d["port"] === 8000 ? "那是它原本的預設值。" : ""}在自己的電腦上啟動這家店的人，不管是手動還是用指令稿，找的都是連接埠 ${d["usual"]}，那裡卻沒有人。`,
    }),
  },
  "zero-is-any": {
    en: (d, f) => ({
      expected: "A PORT that is no port ends the program, with a sentence and a non-zero code.",
      seen: `With PORT=${d["value"]} it listened on port ${f.port(d["port"])}.`,
      means:
        "Nobody can be reached at port 0. For listen(), 0 means “any port that is free”: the shop is open, and nobody knows where. The lowest port is 1.",
    }),
    "zh-TW": (d, f) => ({
      expected: "PORT 不是連接埠時，程式以一句說明和非零的結束代碼結束。",
      seen: `PORT=${d["value"]} 時，它監聽了連接埠 ${f.port(d["port"])}。`,
      means:
        "連接埠 0 是連不到的。對 listen() 來說，0 的意思是「隨便一個沒人用的」：店開了，卻沒有人知道開在哪裡。最小的連接埠是 1。",
    }),
  },
  "socket-file": {
    en: (d) => ({
      expected: "A PORT that is no port ends the program, with a sentence and a non-zero code.",
      seen: `With PORT=${d["value"]} it went on, and a file named “${d["value"]}” appeared in its folder.`,
      means:
        "PORT is a text. listen() takes a text that is no number for the path of a Unix socket: it listens on that file, reports success, and no client can come. Convert PORT to a number, and look whether it is a port.",
    }),
    "zh-TW": (d) => ({
      expected: "PORT 不是連接埠時，程式以一句說明和非零的結束代碼結束。",
      seen: `PORT=${d["value"]} 時它照常執行，資料夾裡多了一個叫「${d["value"]}」的檔案。`,
      means:
        "PORT 是字串。listen() 會把不是數字的字串當成 Unix socket 的路徑：它監聽那個檔案、回報成功，但沒有用戶端連得進來。請把 PORT 轉成數字，並檢查它是不是連接埠。",
    }),
  },
  "port-refused": {
    en: (d) => ({
      expected: "Every whole number from 1 to 65535 is a port.",
      seen: `With PORT=${d["value"]} it ended, and had not tried to listen there.`,
      means:
        "The range of your check begins or ends at another number; both of its ends are ports. Below 1024 a program may lack the right, but that is for the system to say: listen() then fails with EACCES, and in many containers it does not.",
    }),
    "zh-TW": (d) => ({
      expected: "1 到 65535 的整數都是連接埠。",
      seen: `PORT=${d["value"]} 時，它沒有試著監聽就結束了。`,
      means:
        "你檢查的範圍，起點或終點不是這兩個數字；兩端都算在內。1024 以下，程式可能沒有權限，但那要由系統來說：沒有的話，listen() 會以 EACCES 失敗，而在許多容器裡其實可以用。",
    }),
  },
  "nonsense-replaced": {
    en: (d) => ({
      expected: "A PORT that is no port ends the program, with a sentence and a non-zero code.",
      seen: `With PORT=${d["value"]} it listened on port ${d["port"]}.`,
      means:
        "A typing error in the settings passes unseen, and the program listens where nobody looks. The fallback is for a PORT that is absent or empty, not for one that is wrong; and parseInt() takes whatever begins with digits.",
    }),
    "zh-TW": (d) => ({
      expected: "PORT 不是連接埠時，程式以一句說明和非零的結束代碼結束。",
      seen: `PORT=${d["value"]} 時，它監聽了連接埠 ${d["port"]}。`,
      means:
        "設定裡打錯字也沒人發現，程式就監聽在沒人會看的地方。預設值是給沒有設定或空的 PORT 用的，不是給設錯的用的；而 parseInt() 只要開頭是數字就照收。",
    }),
  },
  "nonsense-ignored": {
    en: (d) => ({
      expected: "A PORT that is no port ends the program, with a sentence and a non-zero code.",
      seen: `With PORT=${d["value"]} it went on running, and listened nowhere.`,
    }),
    "zh-TW": (d) => ({
      expected: "PORT 不是連接埠時，程式以一句說明和非零的結束代碼結束。",
      seen: `PORT=${d["value"]} 時它還在執行，卻沒有監聽任何地方。`,
    }),
  },
  "nonsense-ends-with-0": {
    en: (d) => ({
      expected: "A PORT that is no port ends the program, with a sentence and a non-zero code.",
      seen: `With PORT=${d["value"]} it ended with code 0.`,
      means:
        "Code 0 says that all went well; a supervisor has no reason to tell anybody. Set process.exitCode = 1, or call process.exit(1).",
    }),
    "zh-TW": (d) => ({
      expected: "PORT 不是連接埠時，程式以一句說明和非零的結束代碼結束。",
      seen: `PORT=${d["value"]} 時，它以代碼 0 結束。`,
      means:
        "代碼 0 的意思是一切順利，監督者沒有理由通知任何人。請設定 process.exitCode = 1，或呼叫 process.exit(1)。",
    }),
  },
  "nonsense-without-sentence": {
    en: (d) => ({
      expected: "A PORT that is no port ends the program with a sentence that names PORT.",
      seen: `With PORT=${d["value"]} it ended, but nothing that it printed names PORT.`,
      means:
        "Node.js knows only that listen() got something that is no port, not where that came from. Whoever reads the log must learn which setting to put right: check the value yourself, before listen().",
    }),
    "zh-TW": (d) => ({
      expected: "PORT 不是連接埠時，程式結束前會印出一句提到 PORT 的說明。",
      seen: `PORT=${d["value"]} 時它結束了，但印出的內容都沒有提到 PORT。`,
      means:
        "Node.js 只知道 listen() 拿到的不是連接埠，不知道它從哪裡來。看日誌的人要知道該改哪個設定：在 listen() 之前自己檢查這個值。",
    }),
  },
  "loopback-only": {
    en: () => ({
      expected: "The program is reachable at every address of its machine.",
      seen: "It accepts connections at 127.0.0.1, and refuses them at the machine's other addresses.",
      means:
        "It listens on “localhost” or 127.0.0.1 only, which no other machine can reach, and the platform's router is another machine. Leave the host out: listen(port).",
    }),
    "zh-TW": () => ({
      expected: "程式在這台機器的每個位址上都連得到。",
      seen: "它在 127.0.0.1 接受連線，在機器的其他位址則拒絕。",
      means:
        "它只監聽「localhost」或 127.0.0.1，別的機器都連不到，而平台的路由器就是別的機器。請不要指定主機：listen(port)。",
    }),
  },
  "no-ipv4": {
    en: () => ({
      expected: "The program is reachable over IPv4 and over IPv6.",
      seen: "Over IPv4 its port refuses connections.",
      means:
        "It listens on IPv6 only: on ::1, which is this machine alone, or with ipv6Only. Leave the host out: listen(port) serves both.",
    }),
    "zh-TW": () => ({
      expected: "程式用 IPv4 和 IPv6 都連得到。",
      seen: "用 IPv4 連線時，它的連接埠拒絕連線。",
      means:
        "它只監聽 IPv6：可能是 ::1，也就是只有這台機器自己，也可能設了 ipv6Only。請不要指定主機，listen(port) 兩者都會服務。",
    }),
  },
  "no-ipv6": {
    en: () => ({
      expected: "The program is reachable over IPv4 and over IPv6.",
      seen: "Over IPv6 its port refuses connections.",
      means:
        "The host 0.0.0.0 means every IPv4 address, and no other. Heroku's newer generation, Fir, reaches a dyno over IPv6. Leave the host out: listen(port) then uses ::, which takes both.",
    }),
    "zh-TW": () => ({
      expected: "程式用 IPv4 和 IPv6 都連得到。",
      seen: "用 IPv6 連線時，它的連接埠拒絕連線。",
      means:
        "主機 0.0.0.0 的意思是每個 IPv4 位址，而且只有 IPv4。Heroku 新一代的 Fir 是用 IPv6 連到 dyno 的。請不要指定主機：listen(port) 會用 ::，兩者都收。",
    }),
  },
});
