import type { Locale } from "./lessons/place.ts";

const labels = {
  en: { title: "Uptime", lessons: "Lessons", glossary: "Glossary", teach: "Teach" },
  "zh-TW": { title: "不停機", lessons: "課程", glossary: "名詞表", teach: "教學" },
};

/** Takes the language, gives the navigation bar. */
export function navbar(locale: Locale): object {
  const label = labels[locale];
  return {
    title: label.title,
    logo: { alt: "", src: "mark.svg", srcDark: "mark-dark.svg", width: 26, height: 26 },
    items: [
      { to: "/lessons", label: label.lessons, position: "left" },
      { to: "/glossary", label: label.glossary, position: "left" },
      { to: "/teach", label: label.teach, position: "left" },
      { type: "custom-reading", position: "right" },
      { type: "search", position: "right" },
    ],
  };
}
