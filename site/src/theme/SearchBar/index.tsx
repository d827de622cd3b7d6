import SearchBar from "@theme-original/SearchBar";
import type { ReactNode } from "react";
import { useSearchLabel } from "../../components/useSearchLabel.ts";

/** The search field of the navigation bar. */
export default function LocalizedSearchBar(props: object): ReactNode {
  return (
    <div ref={useSearchLabel<HTMLDivElement>()} className="search">
      <SearchBar {...props} />
    </div>
  );
}
