import Layout from "@theme/Layout";
import type { ReactNode } from "react";

type Props = { title: string; lead: string; children: ReactNode };

/** A page that is no lesson: a title, a sentence, and what follows. */
export function Page({ title, lead, children }: Props): ReactNode {
  return (
    <Layout title={title} description={lead}>
      <main className="page">
        <header>
          <h1>{title}</h1>
          <p className="lead">{lead}</p>
        </header>
        {children}
      </main>
    </Layout>
  );
}
