import { existsSync } from "node:fs";
import path from "node:path";
import type { LoadContext, Plugin } from "@docusaurus/types";
import { root } from "./place.ts";
import { readLessons, type LessonBrief } from "./read.ts";

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
    // Else postcss-loader looks for a configuration beside and above every style sheet, which takes a twentieth of the build.
    configurePostCss: (options) => ({ ...options, config: false }),
    injectHtmlTags: () => ({ headTags: [{ tagName: "script", innerHTML: restoreReading }] }),
    configureWebpack: () => ({
      module: {
        rules: [
          {
            test: /[\\/]lessons[\\/][^\\/]+[\\/][^\\/]+\.mdx$/,
            enforce: "pre",
            use: [{ loader: path.join(__dirname, "../markdown/depend.cjs") }],
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
