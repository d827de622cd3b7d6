import type { ReactNode } from "react";
import { useMessages } from "../messages/index.ts";

type Props = {
  title: string;
  lead: string;
  /** What prints these figures. */
  command: string;
  head: string[];
  /** In each, the name of what was counted comes first. */
  rows: string[][];
};

/** A table of figures, with a sentence that says what they are, and the command that makes them. */
export function Figures({ title, lead, command, head, rows }: Props): ReactNode {
  const { proof } = useMessages();
  return (
    <section>
      <h2>{title}</h2>
      <p>{lead}</p>
      <p>
        <code>{command}</code>
      </p>
      {rows.length === 0 ? (
        <p>{proof.notRecorded}</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- else only a mouse could scroll it
        <figure className="table" tabIndex={0} aria-label={title}>
          <table>
            <thead>
              <tr>
                {head.map((one, i) => (
                  <th key={i} scope="col">
                    {one}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([name, ...figures]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {figures.map((figure, i) => (
                    <td key={i}>{figure}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </figure>
      )}
    </section>
  );
}
