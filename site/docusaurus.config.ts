import type { Config } from "@docusaurus/types";
import { addAddress, lessonPages } from "./plugins/lessons/docs.ts";
import lessonsPlugin from "./plugins/lessons/plugin.ts";
import type { Locale } from "./plugins/lessons/place.ts";
import proofPlugin from "./plugins/proof.ts";
import { navbar } from "./plugins/navbar.ts";
import { prismTheme } from "./plugins/prism-theme.ts";
import { searchWords } from "./plugins/search-words.ts";

// `docusaurus start` without --locale sets the text "undefined".
const locale: Locale = process.env.DOCUSAURUS_CURRENT_LOCALE === "zh-TW" ? "zh-TW" : "en";
const words = {
  en: { title: "Uptime", tagline: "Node.js in production, learned by doing" },
  "zh-TW": { title: "不停機", tagline: "動手學會在正式環境維運 Node.js" },
}[locale];
const baseUrl = process.env.UPTIME_BASE_URL ?? "/";

const config: Config = {
  ...words,
  url: process.env.UPTIME_SITE_URL ?? "http://localhost",
  baseUrl,
  favicon: "mark.svg",
  trailingSlash: undefined,
  onBrokenLinks: "throw",
  onBrokenAnchors: "throw",
  onDuplicateRoutes: "throw",
  i18n: {
    defaultLocale: "en",
    locales: ["en", "zh-TW"],
    localeConfigs: {
      en: { label: "English", htmlLang: "en" },
      // The address is the usual one, but Docusaurus leaves it out when it builds this language alone.
      "zh-TW": { label: "中文", htmlLang: "zh-TW", baseUrl: `${baseUrl}zh-TW/` },
    },
  },
  future: {
    v4: true,
    faster: {
      // Docusaurus's cache does not know the base path: fonts would keep the old one.
      rspackPersistentCache: !process.env.UPTIME_BASE_URL,
      gitEagerVcs: false,
    },
    // Nothing on the site shows dates of files, so the git history need not be read.
    experimental_vcs: "disabled",
  },
  markdown: {
    format: "mdx",
    emoji: false,
    hooks: { onBrokenMarkdownLinks: "throw", onBrokenMarkdownImages: "throw" },
    parseFrontMatter: async (params) => {
      const parsed = await params.defaultParseFrontMatter(params);
      return { ...parsed, frontMatter: addAddress(params.filePath, parsed.frontMatter) };
    },
  },
  plugins: [
    lessonPages(locale),
    ["@docusaurus/plugin-content-pages", {}],
    ["@docusaurus/plugin-sitemap", {}],
    lessonsPlugin,
    proofPlugin,
  ],
  themes: [
    ["@docusaurus/theme-classic", { customCss: ["./src/css/index.css"] }],
    [
      "@easyops-cn/docusaurus-search-local",
      {
        language: ["en", "zh"],
        hashed: true,
        indexBlog: false,
        indexPages: true,
        docsDir: ["../lessons"],
        docsRouteBasePath: ["lessons", "teach"],
        // A search must not give a solution away, nor find the other language's text.
        ignoreFiles: [/^solutions\b/],
        ignoreCssSelectors: [
          ".twin",
          ".twin-line",
          ".term-tip",
          ".hints",
          ".quiz",
          ".process-map",
          ".sheet",
          ".task-facts",
          ".task-part",
          ".glossary dd[lang]",
        ],
        removeDefaultStopWordFilter: ["zh"],
        zhUserDict: searchWords(),
        searchResultContextMaxLength: 60,
      },
    ],
  ],
  themeConfig: {
    colorMode: { respectPrefersColorScheme: true },
    navbar: navbar(locale),
    prism: {
      theme: prismTheme,
      darkTheme: prismTheme,
      additionalLanguages: ["bash", "json", "nginx", "ini", "http", "diff", "docker"],
    },
    tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
    docs: { sidebar: { hideable: false } },
  },
};

export default config;
