import type { ReactNode } from "react";
import { LessonList } from "../components/LessonList.tsx";
import { Page } from "../components/Page.tsx";
import { useMessages } from "../messages/index.ts";

export default function Solutions(): ReactNode {
  const { solutionsPage } = useMessages();
  return (
    <Page {...solutionsPage}>
      <LessonList kind="solution" />
    </Page>
  );
}
