import type { Outcome } from "./probe.ts";
import type { Language } from "./words.ts";

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

/** How a request ended, as a finding keeps it: the kind, and the start of the answer when there was one. */
export function endOf(outcome: Outcome): { kind: string; answer?: string } {
  if (outcome.kind !== "answer") return { kind: outcome.kind };
  return { kind: "answer", answer: `${outcome.status} ${outcome.body}`.trim().slice(0, 200) };
}

/** How a request ended, in words, from what `endOf` kept: the answer itself, or why there was none. */
export function ended(d: Record<string, any>, language: Language): string {
  return ENDS[language][d["kind"]] ?? d["answer"];
}
