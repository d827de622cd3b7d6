import { meaningOf } from "./nginx-says.ts";
import { meaningOfOdd } from "./odd-character.ts";
import { findings, type Language } from "./words.ts";

/** What is found about an nginx.conf in any lesson. */
export default findings({
  "nginx-file-missing": {
    en: () => ({
      expected: "The folder holds a file nginx.conf.",
      seen: "There is none.",
    }),
    "zh-TW": () => ({
      expected: "資料夾裡有 nginx.conf 這個檔案。",
      seen: "沒有這個檔案。",
    }),
  },
  "nginx-refuses": {
    en: (d) => ({
      expected: "nginx -t accepts nginx.conf.",
      seen: `${place(d, "en")}nginx says: ${d["said"]}.`,
      ...means(d, "en"),
    }),
    "zh-TW": (d) => ({
      expected: "nginx -t 接受 nginx.conf。",
      seen: `${place(d, "zh-TW")}nginx 的訊息：${d["said"]}。`,
      ...means(d, "zh-TW"),
    }),
  },
  "nginx-warns": {
    en: (d) => ({
      expected: "nginx -t has nothing to remark.",
      seen: `${place(d, "en")}nginx warns: ${d["said"]}.`,
      ...means(d, "en"),
    }),
    "zh-TW": (d) => ({
      expected: "nginx -t 沒有任何警告。",
      seen: `${place(d, "zh-TW")}nginx 的警告：${d["said"]}。`,
      ...means(d, "zh-TW"),
    }),
  },
  "nginx-ended": {
    en: (d) => ({
      expected: "nginx runs until it is asked to stop.",
      seen: `It ended at once. The last line of its log: ${d["said"]}`,
    }),
    "zh-TW": (d) => ({
      expected: "nginx 會一直執行，直到有人要求它停止。",
      seen: `它馬上就結束了，日誌的最後一行：${d["said"]}`,
    }),
  },
  "nginx-elsewhere": {
    en: (d) => ({
      expected: `nginx listens on port ${d["port"]}.`,
      seen: "It runs, but nothing listens on that port.",
      means: `The server block needs "listen ${d["port"]};". Without a listen directive nginx takes port 80, or 8000 if it isn't run by root.`,
    }),
    "zh-TW": (d) => ({
      expected: `nginx 監聽連接埠 ${d["port"]}。`,
      seen: "它在執行，但沒有監聽這個連接埠。",
      means: `server 區塊要有「listen ${d["port"]};」。沒寫 listen 的話，nginx 會用 80；不是以 root 執行時則是 8000。`,
    }),
  },
  "nginx-alarmed": {
    en: (d) => ({
      expected: "The error log has no [alert] and no [emerg].",
      seen: `nginx logged: ${d["said"]}`,
    }),
    "zh-TW": (d) => ({
      expected: "錯誤日誌裡沒有 [alert]，也沒有 [emerg]。",
      seen: `nginx 記錄了：${d["said"]}`,
    }),
  },
});

function place(d: Record<string, any>, language: Language): string {
  if (!d["file"]) return "";
  const line = d["source"] ? (language === "en" ? ` (${d["source"]})` : `（${d["source"]}）`) : "";
  return language === "en"
    ? `In ${d["file"]}, line ${d["line"]}${line}, `
    : `${d["file"]} 第 ${d["line"]} 行${line}，`;
}

function means(d: Record<string, any>, language: Language): { means?: string } {
  if (d["odd"]) return { means: meaningOfOdd({ file: d["file"], ...d["odd"] }, language) };
  if (d["suspect"]) {
    const lacks =
      language === "en"
        ? `Line ${d["suspect"]} has no ";" at its end, so nginx takes the next line for a part of it.`
        : `第 ${d["suspect"]} 行的結尾沒有「;」，nginx 就把下一行當成它的一部分。`;
    return { means: lacks };
  }
  const text = meaningOf(d["said"], d["source"] ?? "", language);
  return text ? { means: text } : {};
}
