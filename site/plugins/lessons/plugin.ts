import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { LoadContext, Plugin, PostCssOptions } from "@docusaurus/types";
import { root } from "./place.ts";
import { readLessons, type LessonBrief } from "./read.ts";

const require = createRequire(import.meta.url);

/**
 * postcss-loader makes its plugins anew for every style sheet, and looks for a configuration beside and above each.
 * Together that takes a tenth of the build.
 */
function configurePostCss(options: PostCssOptions) {
  const plugins = (options.plugins as [string, object][]).map(([name, own]) => require(name)(own));
  return { ...options, plugins, config: false };
}

// Runs before the first paint, so that the page does not jump when both languages are on.
const restoreReading = `try{document.documentElement.dataset.reading=
localStorage.getItem("uptime.reading")==="both"?"both":"one"}catch{}`;

/** Gives the pages the list of lessons, and the home page the recorded run it plays. */
export default function lessonsPlugin(context: LoadContext): Plugin {
  return {
    name: "uptime-lessons",
    loadContent: async () => readLessons(),
    contentLoaded: async ({ content, actions }) => {
      const lessons = content as LessonBrief[];
      actions.setGlobalData({ lessons });
      const shown = lessons.find((lesson) => lesson.id === "crash-restart");
      const trace = shown && recording(shown.folder);
      actions.addRoute({
        path: context.baseUrl,
        component: "@site/src/home/Home.tsx",
        exact: true,
        ...(trace && { modules: { trace } }),
      });
    },
    getPathsToWatch: () => [
      path.join(root, "lessons/*/{guide,solution,teach}.*.mdx"),
      path.join(root, "lessons/*/lesson.json"),
    ],
    configurePostCss,
    injectHtmlTags: () => ({ headTags: [{ tagName: "script", innerHTML: restoreReading }] }),
    configureWebpack: () => ({
      module: {
        rules: [
          {
            test: /[\\/]lessons[\\/][^\\/]+[\\/][^\\/]+\.mdx$/,
            enforce: "pre",
            use: [{ loader: path.join(root, "site/plugins/markdown/depend.cjs") }],
          },
        ],
      },
    }),
  };
}

function recording(folder: string): string | undefined {
  const file = path.join(root, "lessons", folder, "recordings/solution.trace.json");
  return existsSync(file) ? file : undefined;
}
