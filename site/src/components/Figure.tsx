import type { ReactNode } from "react";
import { useLocale } from "../messages/index.ts";

type Props = { caption?: string; twinCaption?: string; className: string; children: ReactNode };

/** A picture with its caption, in both languages when both are shown. */
export function Figure({ caption, twinCaption, className, children }: Props): ReactNode {
  const other = useLocale() === "en" ? "zh-TW" : "en";
  return (
    <figure className={className}>
      {children}
      {caption && (
        <figcaption>
          {caption}
          {twinCaption && (
            <span className="twin-line" lang={other}>
              {twinCaption}
            </span>
          )}
        </figcaption>
      )}
    </figure>
  );
}
