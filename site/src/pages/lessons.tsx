import type { ReactNode } from "react";
import { LessonList } from "../components/LessonList.tsx";
import { Page } from "../components/Page.tsx";
import { useMessages } from "../messages/index.ts";

export default function Lessons(): ReactNode {
  const { lessonsPage } = useMessages();
  return (
    <Page {...lessonsPage}>
      <LessonList kind="guide" />
    </Page>
  );
}
