import type { ReactNode } from "react";
import styles from "./controls.module.css";
import type { Words } from "./words.ts";

const icons = {
  play: "M-4 -6L7 0L-4 6Z",
  pause: "M-5 -6H-1.4V6H-5ZM1.4 -6H5V6H1.4Z",
  restart: "M4.5 -4.2A6 6 0 1 0 6 0M4.9 -7.4V-3.8H1.3",
  previous: "M4 -5L-3 0L4 5ZM-5.4 -5V5",
  next: "M-4 -5L3 0L-4 5ZM5.4 -5V5",
};

/** A button with an icon; the word is its name, and shows where there is room. */
export function IconButton(props: {
  icon: keyof typeof icons;
  word: string;
  text?: boolean;
  onClick: () => void;
}): ReactNode {
  const { icon, word, text, onClick } = props;
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={word}
      title={word}
      onClick={onClick}
    >
      <svg viewBox="-9 -9 18 18" aria-hidden="true">
        <path d={icons[icon]} className={icon === "restart" ? styles.iconLine : styles.iconFull} />
      </svg>
      {text && <span aria-hidden="true">{word}</span>}
    </button>
  );
}

export const speeds: readonly number[] = [0.25, 0.5, 1, 2, 4];

/** The choice of speed; 1 is the pace the run was prepared for, slower than it really was. */
export function Speed(props: {
  speed: number;
  words: Words;
  onChange: (speed: number) => void;
}): ReactNode {
  const { speed, words, onChange } = props;
  return (
    <label className={styles.speed}>
      <span>{words.speed}</span>
      <select value={speed} onChange={(event) => onChange(Number(event.currentTarget.value))}>
        {speeds.map((each) => (
          <option key={each} value={each}>
            {`${each}×`}
          </option>
        ))}
      </select>
    </label>
  );
}
