import type { Language } from "./words.ts";

/** A character that is none of the language it stands in, and where: line and column from 1. */
export interface OddCharacter {
  line: number;
  column: number;
  character: string;
}

/** Characters that look like those of a language, or like nothing, as they come with text from a web page, an input method or an editor. */
const ODD =
  /[\u2018-\u201f\u00ab\u00bb\u2013\u2014\uff01-\uff5e\u3000-\u3002\u300c-\u300f\u200b\ufeff]/u;
/** JavaScript takes this one for a space; nginx and JSON don't. */
const NO_BREAK_SPACE = "\u00a0";

/** What is free to hold any character. */
const FREE = {
  script: /"[^"]*"|'[^']*'|`[^`]*`|\/\/.*/g,
  nginx: /"[^"]*"|'[^']*'|#.*/g,
  json: /"[^"]*"/g,
};

/** The first such character outside of texts and comments: in the lines that are named, or without a name in any. */
export function findOdd(
  text: string,
  kind: keyof typeof FREE,
  named?: number[],
): OddCharacter | undefined {
  const odd = kind === "script" ? ODD : new RegExp(`${ODD.source}|${NO_BREAK_SPACE}`, "u");
  for (const [at, line] of text.split("\n").entries()) {
    if (named && !named.includes(at + 1)) continue;
    const code = line.replaceAll(FREE[kind], (part) => " ".repeat(part.length));
    const match = odd.exec(code);
    if (match) return { line: at + 1, column: match.index + 1, character: match[0] };
  }
  return undefined;
}

/** The names of those that can't be seen. */
const UNSEEN: Record<string, Record<Language, string>> = {
  [NO_BREAK_SPACE]: { en: "no-break space", "zh-TW": "不換行空格" },
  "\u200b": { en: "space without width", "zh-TW": "零寬空格" },
  "\u3000": { en: "full-width space", "zh-TW": "全形空格" },
};

/** What such a character in a file means. */
export function meaningOfOdd(
  { file, line, column, character }: OddCharacter & { file: string },
  language: Language,
): string {
  const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
  const unseen = UNSEEN[character]?.[language];
  if (language === "en") {
    if (character === "\ufeff")
      return `${file} has a byte order mark (BOM, ${code}) in line ${line}, column ${column}, which can't be seen. An editor put it there. Save the file as UTF-8 without BOM.`;
    const what = unseen
      ? `a ${unseen} (${code}) looks like an ordinary space or like nothing, but is neither`
      : `“${character}” (${code}) looks like a character of the language, but is another one`;
    return `${file}, line ${line}, column ${column}: ${what}. That happens to text that was copied from a page or typed with an input method. Type it anew.`;
  }
  if (character === "\ufeff")
    return `${file} 第 ${line} 行第 ${column} 個字是看不見的位元組順序記號（BOM，${code}），是編輯器加上的。請把檔案另存成不含 BOM 的 UTF-8。`;
  const what = unseen
    ? `${unseen}（${code}），看起來像一般的空格，甚至看不見，其實是別的字元`
    : `「${character}」（${code}）看起來像程式語言的符號，其實不是`;
  return `${file} 第 ${line} 行第 ${column} 個字${unseen ? "是" : "："}${what}。從網頁複製或用輸入法打出來的文字常會這樣，請重新打一次。`;
}
