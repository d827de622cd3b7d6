import path from "node:path";
import { fileURLToPath } from "node:url";

export type Locale = "en" | "zh-TW";
export type PageKind = "guide" | "solution" | "teach";

/** Where a page of a lesson lives, told by its file name alone. */
export type Place = {
  root: string;
  folder: string;
  id: string;
  number: number;
  kind: PageKind;
  locale: Locale;
};

export const locales: readonly Locale[] = ["en", "zh-TW"];
export const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Takes a language, gives the other one. */
export function otherLocale(locale: Locale): Locale {
  return locale === "en" ? "zh-TW" : "en";
}

/** Takes a folder such as `03-crash-restart`, gives number and id; undefined for other names. */
export function parseFolder(folder: string): { number: number; id: string } | undefined {
  const match = /^(\d+)-(.+)$/.exec(folder);
  return match?.[2] ? { number: Number(match[1]), id: match[2] } : undefined;
}

/** Takes the path of any file, gives its place in a lesson; undefined if it is no lesson page. */
export function placeOf(file: string): Place | undefined {
  const match = /^(guide|solution|teach)\.(en|zh-TW)\.mdx$/.exec(path.basename(file));
  const folder = path.basename(path.dirname(file));
  const parsed = parseFolder(folder);
  if (!match || !parsed) return undefined;
  return {
    root: path.resolve(path.dirname(file), "../.."),
    folder,
    ...parsed,
    kind: match[1] as PageKind,
    locale: match[2] as Locale,
  };
}

/** Takes a place, gives the path of its page, or of the same page in another language. */
export function pagePath(place: Place, locale: Locale = place.locale): string {
  return path.join(place.root, "lessons", place.folder, `${place.kind}.${locale}.mdx`);
}
