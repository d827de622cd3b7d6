import useIsBrowser from "@docusaurus/useIsBrowser";
import { useState, type ReactNode } from "react";
import { useMessages } from "../messages/index.ts";

/** A button that copies `text`. Nothing without JavaScript, as it could do nothing there. */
export function CopyButton({ text }: { text: string }): ReactNode {
  const words = useMessages();
  const [done, setDone] = useState(false);
  if (!useIsBrowser()) return null;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setDone(true);
    setTimeout(() => setDone(false), 1500);
  };
  return (
    <button
      type="button"
      className="copy"
      onClick={() => void copy()}
      aria-label={`${words.copy}: ${text}`}
    >
      <span aria-live="polite">{done ? words.copied : words.copy}</span>
    </button>
  );
}
