import { useLocation } from "@docusaurus/router";
import Layout from "@theme-original/Layout";
import type { Props } from "@theme/Layout";
import type { ReactNode } from "react";
import { useSearchLabel } from "../../components/useSearchLabel.ts";

/** The frame of every page. */
export default function PageLayout({ children, ...props }: Props): ReactNode {
  const isSearch = /\/search\/?$/.test(useLocation().pathname);
  return <Layout {...props}>{isSearch ? <SearchMain>{children}</SearchMain> : children}</Layout>;
}

// The search plugin's page has no main landmark of its own.
function SearchMain({ children }: { children: ReactNode }): ReactNode {
  return (
    <main ref={useSearchLabel<HTMLElement>()} className="page">
      {children}
    </main>
  );
}
