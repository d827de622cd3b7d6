import type { Language } from "../../harness/words.ts";

const ENDS: Record<Language, Record<string, string>> = {
  en: {
    refused: "the connection was refused",
    reset: "the connection was cut before the answer was complete",
    late: "no answer came in time",
  },
  "zh-TW": {
    refused: "連線被拒絕",
    reset: "回應還沒傳完，連線就斷了",
    late: "等了很久都沒有回應",
  },
};

/** How a request ended, in words: the answer itself, or why there was none. */
export function ended(d: Record<string, any>, language: Language): string {
  return ENDS[language][d["kind"]] ?? d["answer"];
}
