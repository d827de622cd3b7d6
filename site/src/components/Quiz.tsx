import { createContext, useContext, type ReactNode } from "react";
import { useLessonId } from "../lessons.ts";
import { useMessages } from "../messages/index.ts";
import { Question as QuestionForm } from "./Question.tsx";

const QuizContext = createContext("");

/** A short quiz; the answers are remembered in this browser only. */
export function Quiz({ children }: { children: ReactNode }): ReactNode {
  const words = useMessages();
  const lesson = useLessonId();
  return (
    <QuizContext value={lesson}>
      <section className="quiz" aria-label={words.quiz}>
        {children}
      </section>
    </QuizContext>
  );
}

/** A question of a quiz, as the build made it (plugins/markdown/questions.ts). */
export function Question(props: { id: string; answer: string; children: ReactNode }): ReactNode {
  return <QuestionForm {...props} store={`uptime.quiz.${useContext(QuizContext)}.${props.id}`} />;
}
