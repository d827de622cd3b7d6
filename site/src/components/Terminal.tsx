import type { ReactNode } from "react";
import { useMessages } from "../messages/index.ts";
import { CopyButton } from "./CopyButton.tsx";

type Chunk = { command: boolean; text: string };

/** Terminal output: lines that begin with `$ ` are commands to copy, the others what came back. */
export function Terminal({ text }: { text: string }): ReactNode {
  const words = useMessages();
  return (
    <figure className="terminal" aria-label={words.terminal}>
      {chunks(text).map((chunk, index) => (
        <div className={chunk.command ? "terminal-command" : "terminal-output"} key={index}>
          <pre tabIndex={chunk.command ? undefined : 0}>
            <code>{chunk.text}</code>
          </pre>
          {chunk.command && <CopyButton text={chunk.text} />}
        </div>
      ))}
    </figure>
  );
}

function chunks(text: string): Chunk[] {
  const result: Chunk[] = [];
  for (const line of text.split("\n")) {
    const last = result.at(-1);
    const continues = last?.command && last.text.endsWith("\\");
    if (line.startsWith("$ ")) result.push({ command: true, text: line.slice(2) });
    else if (last && (continues || !last.command)) last.text += `\n${line}`;
    else result.push({ command: false, text: line });
  }
  return result;
}
