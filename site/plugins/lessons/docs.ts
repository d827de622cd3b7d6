import type { PluginConfig } from "@docusaurus/types";
import { lessonMarkdown } from "../markdown/plugin.ts";
import { readPage } from "./front-matter.ts";
import { otherLocale, pagePath, placeOf, type Locale, type PageKind } from "./place.ts";

export const basePaths: Record<PageKind, string> = {
  guide: "lessons",
  solution: "solutions",
  teach: "teach",
};

/**
 * Takes the language, gives the plugin that serves the pages of the lessons.
 * One instance for all three kinds: several that read the same folder compile each file several times.
 */
export function lessonPages(locale: Locale): PluginConfig {
  return [
    "@docusaurus/plugin-content-docs",
    {
      path: "../lessons",
      routeBasePath: "/",
      include: [`*/{guide,solution,teach}.${locale}.mdx`],
      sidebarPath: "./sidebars.ts",
      breadcrumbs: false,
      beforeDefaultRemarkPlugins: [lessonMarkdown],
    },
  ];
}

/**
 * Takes a file and its front matter, adds what follows from the folder: id, address, and the title
 * in the other language.
 */
export function addAddress(file: string, words: Record<string, unknown>): Record<string, unknown> {
  const place = placeOf(file);
  if (!place) return words;
  const { title, summary } = readPage(pagePath(place, otherLocale(place.locale))).words;
  return {
    ...words,
    id: place.kind,
    slug: `/${basePaths[place.kind]}/${place.id}`,
    description: words.summary,
    twin: { title, summary },
  };
}
