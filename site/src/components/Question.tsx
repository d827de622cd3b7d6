import useIsBrowser from "@docusaurus/useIsBrowser";
import {
  Children,
  isValidElement,
  useId,
  type FormEvent,
  type ReactElement,
  type ReactNode,
} from "react";
import { useMessages } from "../messages/index.ts";
import { Options } from "./Options.tsx";
import { useStored } from "./useStored.ts";

type Props = { id: string; answer: string; store: string; children: ReactNode };
type Part = ReactElement<{ children: ReactNode }>;
type State = { picked: number[]; checked: boolean };

const untouched: State = { picked: [], checked: false };

/** A form of radio buttons or checkboxes; without JavaScript the answer is still a fold away. */
export function Question({ id, answer, store, children }: Props): ReactNode {
  const words = useMessages();
  const isBrowser = useIsBrowser();
  const [{ picked, checked }, setState] = useStored<State>(store, untouched);
  const parts = Children.toArray(children).filter((part): part is Part => isValidElement(part));
  const [prompt, explanation] = [parts[0], parts.at(-1)];
  const choices = parts.slice(1, -1);
  const right = [...answer].flatMap((flag, index) => (flag === "1" ? [index] : []));
  const isRight = right.length === picked.length && right.every((one) => picked.includes(one));
  const group = useId();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setState({ picked, checked: picked.length > 0 });
  };
  return (
    <form className="question" onSubmit={submit}>
      <fieldset>
        <legend>
          <span className="question-number">{words.question(Number(id.replace(/\D/g, "")))}</span>
          <span className="question-kind">
            {right.length > 1 ? words.chooseAll : words.chooseOne}
          </span>
        </legend>
        {prompt}
        <Options
          group={group}
          single={right.length === 1}
          {...{ choices, picked, checked, right }}
          pick={(next) => setState({ picked: next, checked: false })}
        />
        {isBrowser && (
          <button type="submit" className="button-plain" disabled={picked.length === 0}>
            {words.checkAnswer}
          </button>
        )}
        <output className="question-verdict">
          {checked && <strong data-right={isRight}>{isRight ? words.right : words.wrong}</strong>}
        </output>
      </fieldset>
      <details className="quiz-answer" open={checked && isRight ? true : undefined}>
        <summary>{words.answer}</summary>
        <p>{words.rightAnswer(right.length)}</p>
        <ul>
          {right.map((index) => (
            <li key={index}>{choices[index]?.props.children}</li>
          ))}
        </ul>
        {explanation}
      </details>
    </form>
  );
}
