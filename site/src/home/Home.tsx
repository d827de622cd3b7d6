import Link from "@docusaurus/Link";
import Layout from "@theme/Layout";
import type { ReactNode } from "react";
import { LessonList } from "../components/LessonList.tsx";
import { ProcessMapFigure } from "../components/ProcessMapFigure.tsx";
import { Terminal } from "../components/Terminal.tsx";
import { useLessons } from "../lessons.ts";
import { useMessages } from "../messages/index.ts";
import type { Trace } from "../process-map/index.tsx";

/** The first page; `trace` is the recorded solution of lesson crash-restart, when there is one. */
export default function Home({ trace }: { trace?: Trace }): ReactNode {
  const { home } = useMessages();
  const first = useLessons()[0];
  return (
    <Layout description={home.lead}>
      <main className="page home">
        <header className="home-header">
          <h1>{home.title}</h1>
          <p className="lead">{home.lead}</p>
        </header>
        <section className="home-start" aria-labelledby="start">
          <h2 id="start">{home.start}</h2>
          <p>{home.clone}</p>
          <Terminal text="$ npx pnpm start" />
          <p className="aside">{home.startNote}</p>
          {first && (
            <p>
              <Link className="button-plain" to={`/lessons/${first.id}`}>
                {home.firstLesson}
              </Link>
            </p>
          )}
        </section>
        {trace && (
          <section className="home-map" aria-labelledby="map">
            <h2 id="map">{home.mapTitle}</h2>
            <ProcessMapFigure quiet run={trace} caption={home.mapCaption} />
          </section>
        )}
        <section aria-labelledby="lessons">
          <h2 id="lessons">{home.lessons}</h2>
          <LessonList />
        </section>
        <section aria-labelledby="who">
          <h2 id="who">{home.forWhom}</h2>
          <p>{home.forWhomText}</p>
        </section>
        <section aria-labelledby="how">
          <h2 id="how">{home.how}</h2>
          <dl className="ways">
            {home.ways.map(([name, text]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      </main>
    </Layout>
  );
}
