import { useAlternatePageUtils } from "@docusaurus/theme-common/internal";
import { useLocation } from "@docusaurus/router";
import { useSyncExternalStore, type MouseEvent, type ReactNode } from "react";
import { useLocale, useMessages, type Locale } from "../messages/index.ts";
import { currentAnchor, onReadingMode, readingMode, setReadingMode } from "./reading.ts";

/** English, 中文, or both: two links that stay on the page, and a switch. */
export function ReadingSwitch({ mobile = false }: { mobile?: boolean }): ReactNode {
  const words = useMessages();
  const locale = useLocale();
  const { search, pathname } = useLocation();
  const { createUrl } = useAlternatePageUtils();
  const mode = useSyncExternalStore(onReadingMode, readingMode, () => "one" as const);
  const go = (event: MouseEvent<HTMLAnchorElement>, to: Locale): void => {
    setReadingMode("one");
    if (to === locale) event.preventDefault();
    else event.currentTarget.hash = currentAnchor();
  };
  const paired = /\/(lessons|solutions|teach)\/./.test(pathname);
  const Wrap = mobile ? "li" : "div";
  return (
    <Wrap className={mobile ? "menu__list-item" : "navbar__item"}>
      <nav className="reading" aria-label={words.reading.label}>
        {(["en", "zh-TW"] as const).map((one) => (
          <a
            key={one}
            href={createUrl({ locale: one, fullyQualified: false }) + search}
            hrefLang={one}
            lang={one}
            className="reading-choice reading-one"
            data-here={one === locale}
            aria-current={one === locale && mode === "one" ? "true" : undefined}
            onClick={(event) => go(event, one)}
          >
            <span className="reading-long">{words.reading[one]}</span>
            <span className="reading-short">{one === "en" ? "EN" : words.reading[one]}</span>
          </a>
        ))}
        {paired && (
          <button
            type="button"
            className="reading-choice reading-both"
            aria-pressed={mode === "both"}
            onClick={() => setReadingMode(mode === "both" ? "one" : "both")}
          >
            {words.reading.both}
          </button>
        )}
      </nav>
    </Wrap>
  );
}
