import type { ReactNode } from "react";
import { useLocale } from "../messages/index.ts";
import { ProcessMap, type Trace } from "../process-map/index.tsx";

type Props = { run: Trace; caption?: string; twinCaption?: string; quiet?: boolean };

/** The process map in a page, playing a recorded run that the build looked up. */
export function ProcessMapFigure({ run, caption, twinCaption, quiet }: Props): ReactNode {
  const lang = useLocale();
  const both = twinCaption && (
    <>
      {caption}
      <span className="twin-line" lang={lang === "en" ? "zh-TW" : "en"}>
        {twinCaption}
      </span>
    </>
  );
  return (
    <div className="process-map">
      <ProcessMap lang={lang} trace={run} caption={both || caption} quiet={quiet} />
    </div>
  );
}
