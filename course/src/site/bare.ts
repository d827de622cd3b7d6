import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { LANGUAGES } from "../../../test/harness/words.ts";
import { placeOf } from "../../../site/plugins/lessons/place.ts";
import { readSource } from "../../../site/plugins/markdown/source.ts";
import { lessonNames, ROOT } from "../lesson.ts";

/** What Docusaurus needs at the least, with the same theme, and as fast a bundler as ours, which fills its cache, too. */
const CONFIG = {
  title: "Bare",
  url: "http://localhost",
  baseUrl: "/",
  onBrokenLinks: "ignore",
  onBrokenAnchors: "ignore",
  i18n: { defaultLocale: "en", locales: ["en", "zh-TW"] },
  future: {
    v4: true,
    faster: { gitEagerVcs: false },
    experimental_vcs: "disabled",
  },
  // Our components are no part of it: plain Markdown leaves their tags as they are.
  markdown: {
    format: "md",
    hooks: { onBrokenMarkdownLinks: "ignore", onBrokenMarkdownImages: "ignore" },
  },
  plugins: [["@docusaurus/plugin-content-docs", { routeBasePath: "/", sidebarPath: false }]],
  themes: ["@docusaurus/theme-classic"],
};

/**
 * Makes a bare Docusaurus site with the pages of all lessons in both languages, to compare the time of our build with.
 * @returns its folder, and what removes it.
 */
export async function makeBareSite(): Promise<{ folder: string; remove(): Promise<void> }> {
  const parent = join(ROOT, ".course");
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, "bare-site-"));
  const docs = {
    en: join(folder, "docs"),
    "zh-TW": join(folder, "i18n", "zh-TW", "docusaurus-plugin-content-docs", "current"),
  };
  for (const language of LANGUAGES) {
    await mkdir(docs[language], { recursive: true });
    for (const lesson of lessonNames())
      for (const page of ["guide", "solution", "teach"]) {
        const body = await pageOf(join(ROOT, "lessons", lesson, `${page}.${language}.mdx`));
        await writeFile(join(docs[language], `${lesson}-${page}.md`), body);
      }
  }
  await cp(join(docs.en, `${lessonNames()[0]}-guide.md`), join(docs.en, "index.md"));
  await writeFile(
    join(folder, "docusaurus.config.js"),
    `module.exports = ${JSON.stringify(CONFIG)};\n`,
  );
  await writeFile(join(folder, "package.json"), '{ "name": "bare", "private": true }\n');
  await symlink(join(ROOT, "site", "node_modules"), join(folder, "node_modules"), "junction");
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** A page without its front matter, with the code that its fences take from files: readers of either site see it. */
async function pageOf(file: string): Promise<string> {
  const place = placeOf(file)!;
  const text = await readFile(file, "utf8");
  return text
    .replace(/^---\n[\s\S]*?\n---\n/, `# ${place.id} ${place.kind}\n`)
    .replace(/(^ *```.*?) from=(\S+)(.*\n)/gm, (_, fence: string, from: string, rest: string) => {
      return `${fence}${rest}${readSource(place, from)}\n`;
    });
}
