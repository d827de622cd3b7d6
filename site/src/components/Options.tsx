import type { ReactElement, ReactNode } from "react";
import { useMessages } from "../messages/index.ts";

type Props = {
  group: string;
  single: boolean;
  choices: ReactElement<{ children: ReactNode }>[];
  picked: number[];
  checked: boolean;
  right: number[];
  pick: (picked: number[]) => void;
};

/** The choices of a question. After a check each picked one says whether it was right. */
export function Options({
  group,
  single,
  choices,
  picked,
  checked,
  right,
  pick,
}: Props): ReactNode {
  const words = useMessages();
  const toggle = (index: number): number[] => {
    if (single) return [index];
    return picked.includes(index) ? picked.filter((one) => one !== index) : [...picked, index];
  };
  return (
    <div className="options">
      {choices.map((choice, index) => {
        const chosen = picked.includes(index);
        const isRight = right.includes(index);
        return (
          <label
            key={index}
            className="option"
            data-verdict={checked && chosen ? isRight : undefined}
          >
            <input
              type={single ? "radio" : "checkbox"}
              name={group}
              checked={chosen}
              onChange={() => pick(toggle(index))}
            />
            <span>{choice.props.children}</span>
            {checked && chosen && (
              <span className="option-verdict">
                {isRight ? words.rightChoice : words.wrongChoice}
              </span>
            )}
          </label>
        );
      })}
    </div>
  );
}
