import type { ReactNode } from "react";
import { LessonList } from "../components/LessonList.tsx";
import { Page } from "../components/Page.tsx";
import { useMessages } from "../messages/index.ts";

export default function Teach(): ReactNode {
  const { teachPage } = useMessages();
  return (
    <Page {...teachPage}>
      <LessonList kind="teach" />
    </Page>
  );
}
