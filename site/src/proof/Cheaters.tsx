import type { ReactNode } from "react";
import type { Cheater } from "../../plugins/proof.ts";
import { useLocale, useMessages } from "../messages/index.ts";

/** Programs that want to pass without doing what is asked: by what each is caught, or that it can't be. */
export function Cheaters({ cheaters }: { cheaters: Cheater[] }): ReactNode {
  const { proof } = useMessages();
  const locale = useLocale();
  const words = proof.cheaters;
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <dl className="cheaters">
        {cheaters.map(({ slug, way, gets }) => (
          <div key={slug}>
            <dt>
              <code>{slug}</code>
            </dt>
            <dd>{way[locale]}</dd>
            <dd>{gets ? words.caught(gets.task, gets.check) : words.passes}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
