import { LANGUAGES, type Language } from "../../test/harness/words.ts";
import { ExpectedError } from "./expected-error.ts";

export { LANGUAGES, type Language };

/**
 * The language to speak: `--lang`, then COURSE_LANG, then the system's locale (any Chinese one gives zh-TW), then English.
 * @throws {ExpectedError} when `--lang` or COURSE_LANG names a language that the course doesn't have.
 */
export function chooseLanguage(flag?: string, env: NodeJS.ProcessEnv = process.env): Language {
  const asked = flag ?? env["COURSE_LANG"];
  if (asked) return known(asked, flag === undefined ? "COURSE_LANG" : "--lang");
  const locale = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "";
  const system = locale && locale !== "C" ? locale : Intl.DateTimeFormat().resolvedOptions().locale;
  return /^zh/i.test(system) ? "zh-TW" : "en";
}

function known(asked: string, source: string): Language {
  const plain = asked.toLowerCase().replace("_", "-").split(".")[0]!;
  if (plain === "en" || plain.startsWith("en-")) return "en";
  if (plain === "zh" || plain.startsWith("zh-")) return "zh-TW";
  throw new ExpectedError({
    en: `${source} is "${asked}"; the course speaks ${LANGUAGES.join(" and ")}.`,
    "zh-TW": `${source} 的值是「${asked}」；本課程支援 ${LANGUAGES.join(" 和 ")}。`,
  });
}
