import { ThemeClassNames } from "@docusaurus/theme-common";
import type { Props } from "@theme/DocItem/Content";
import MDXContent from "@theme/MDXContent";
import type { ReactNode } from "react";
import { LessonHeader } from "../../../components/LessonHeader.tsx";

/** The text of a lesson page under its own header. */
export default function DocItemContent({ children }: Props): ReactNode {
  return (
    <div className={`${ThemeClassNames.docs.docMarkdown} markdown`}>
      <LessonHeader />
      <MDXContent>{children}</MDXContent>
    </div>
  );
}
