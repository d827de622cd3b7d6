export type ReadingMode = "one" | "both";

/** Gives what the inline script of plugins/lessons/plugin.ts restored. */
export function readingMode(): ReadingMode {
  return document.documentElement.dataset.reading === "both" ? "both" : "one";
}

/** Calls `listener` whenever the mode changes; gives a function that ends this. */
export function onReadingMode(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ["data-reading"] });
  return () => observer.disconnect();
}

/** Shows one language or both, keeps the reader's place on the page, and remembers the choice. */
export function setReadingMode(mode: ReadingMode): void {
  if (mode === readingMode()) return;
  const anchor = currentHeading();
  const before = anchor?.getBoundingClientRect().top ?? 0;
  document.documentElement.dataset.reading = mode;
  if (anchor)
    window.scrollBy({ top: anchor.getBoundingClientRect().top - before, behavior: "instant" });
  try {
    localStorage.setItem("uptime.reading", mode);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

/** Gives the hash of the heading that is being read, so that a language switch stays there. */
export function currentAnchor(): string {
  const heading = currentHeading();
  return heading ? `#${heading.id}` : window.location.hash;
}

function currentHeading(): Element | undefined {
  const headings = document.querySelectorAll("article :is(h2, h3)[id]");
  return [...headings].findLast((one) => one.getBoundingClientRect().top < 140);
}
