import type { SidebarsConfig } from "@docusaurus/plugin-content-docs";
import { readLessons } from "./plugins/lessons/read.ts";
import type { PageKind } from "./plugins/lessons/place.ts";

// The language of the build, as in docusaurus.config.ts.
const locale = process.env.DOCUSAURUS_CURRENT_LOCALE === "zh-TW" ? "zh-TW" : "en";

function pages(kind: PageKind): { type: "doc"; id: string; label: string }[] {
  return readLessons()
    .filter((lesson) => lesson.has[kind])
    .map(({ id, number, title }) => ({
      type: "doc",
      id: `${id}/${kind}`,
      label: `${number}. ${title[locale]}`,
    }));
}

const sidebars: SidebarsConfig = {
  lessons: pages("guide"),
  solutions: pages("solution"),
  teach: pages("teach"),
};

export default sidebars;
