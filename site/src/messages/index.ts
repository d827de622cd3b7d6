import useDocusaurusContext from "@docusaurus/useDocusaurusContext";
import { en, type Messages } from "./en.ts";
import { zhTW } from "./zh-TW.ts";

export type Locale = "en" | "zh-TW";

/** Gives the language of the page. */
export function useLocale(): Locale {
  return useDocusaurusContext().i18n.currentLocale === "zh-TW" ? "zh-TW" : "en";
}

/** Takes a language, gives all words of the interface in it. */
export function messagesIn(locale: Locale): Messages {
  return locale === "zh-TW" ? zhTW : en;
}

/** Gives all words of the interface in the language of the page. */
export function useMessages(): Messages {
  return messagesIn(useLocale());
}
