import Link from "@docusaurus/Link";
import type { ReactNode } from "react";
import { useMessages } from "../../messages/index.ts";

/** The foot of every page: what this is, and under which licences. */
export default function Footer(): ReactNode {
  const { footer } = useMessages();
  return (
    <footer className="site-footer">
      <p>{footer.about}</p>
      <p>
        <Link to="/proof">{footer.proof}</Link>
      </p>
      <p>
        {footer.licence} <Link to="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</Link>
        {footer.end}
      </p>
    </footer>
  );
}
