import type { ComponentType, ReactNode } from "react";
import { Figure } from "./Figure.tsx";

export type DrawingProps = { labels: Record<string, string>; title: string };
type Props = {
  drawing: ComponentType<DrawingProps>;
  labels?: Record<string, string>;
  caption?: string;
  twinCaption?: string;
};

const none = {};

/** A drawing of src/diagrams/<lesson>/<name>.tsx; the build looks it up and fails if it is missing. */
export function Diagram({ drawing: Drawing, labels = none, ...captions }: Props): ReactNode {
  return (
    <Figure className="diagram" {...captions}>
      <Drawing labels={labels} title={captions.caption ?? Object.values(labels).join(", ")} />
    </Figure>
  );
}
