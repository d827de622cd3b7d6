import type { Page } from "playwright-core";

/** One page of each kind; a lesson's pages stand for those of all lessons. */
export const KINDS = {
  home: "/",
  lessons: "/lessons",
  guide: "/lessons/crash-restart",
  solution: "/solutions/crash-restart",
  teach: "/teach/crash-restart",
  glossary: "/glossary",
  proof: "/proof",
  "not found": "/no-such-page",
};
export const LOCALES = ["en", "zh-TW"] as const;
export type Locale = (typeof LOCALES)[number];

/** Takes a language and a path, gives the path of that page in that language. */
export function inLocale(locale: Locale, path: string): string {
  return locale === "en" ? path : `/${locale}${path}`;
}

/** One way of looking at a kind of page. */
export interface Look {
  name: string;
  path: string;
  width: number;
  theme: "light" | "dark";
  /** One look of each kind, different ones by turns; the others are for `pnpm test --long`. */
  first: boolean;
}

/** Every kind of page in both languages, wide and light, narrow and dark; `pnpm --dir site accessibility` looks at all pages. */
export const LOOKS: Look[] = Object.entries(KINDS).flatMap(([kind, path], at) =>
  LOCALES.flatMap((locale) =>
    (
      [
        [1440, "light"],
        [390, "dark"],
      ] as const
    ).map(([width, theme]) => ({
      name: `${kind} in ${locale}, ${width} px, ${theme}`,
      path: inLocale(locale, path),
      width,
      theme,
    })),
  ).map((look, turn) => ({ ...look, first: turn === at % 4 })),
);

/** Gives what the page says on its console that is an error; fills as it goes on. */
export function consoleErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    // The page that is not found is answered with 404, and the browser says so.
    const expected = message.location().url.includes("/no-such-page");
    if (message.type() === "error" && !expected) errors.push(message.text());
  });
  return errors;
}

/** Switches the colour mode of an open page as the button in its navigation bar does. */
export async function setTheme(page: Page, theme: "light" | "dark"): Promise<void> {
  await page.locator("html").evaluate((html, mode) => html.setAttribute("data-theme", mode), theme);
}

/** Gives how many pixels the page is wider than its window. */
export function widerBy(page: Page): Promise<number> {
  return page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
}

/** Gives the headings that are seen and are not in the language that they claim to be in. */
export async function foreignHeadings(page: Page): Promise<string[]> {
  const headings = await page.locator("h1, h2, h3, .twin").evaluateAll((all) =>
    all
      .filter((one) => one.checkVisibility() && /^(H\d|P)$/.test(one.tagName))
      .map((one) => {
        const lang = one.closest("[lang]")?.getAttribute("lang") ?? "";
        // Names of the language's API may stand in any language.
        const copy = one.cloneNode(true) as typeof one;
        for (const code of copy.querySelectorAll("code, [lang]")) code.remove();
        return { lang, text: copy.textContent ?? "" };
      }),
  );
  return headings
    .filter(({ lang, text }) => (lang === "en") === /\p{Script=Han}/u.test(text))
    .map(({ lang, text }) => `[${lang}] ${text}`);
}
