import { translate } from "@docusaurus/Translate";
import { useEffect, useRef, type RefObject } from "react";

/** Names the search field inside the element in the language of the page: the plugin's own name is English. */
export function useSearchLabel<T extends HTMLElement>(): RefObject<T | null> {
  const frame = useRef<T>(null);
  useEffect(() => {
    const label = translate({ id: "theme.SearchBar.label", message: "Search" });
    frame.current?.querySelector("input")?.setAttribute("aria-label", label);
  });
  return frame;
}
