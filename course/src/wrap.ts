import stringWidth from "string-width";

/** Punctuation that must not begin a line of Chinese text. */
const NOT_FIRST = /^[，。、；：？！」』）》〉…,.;:?!)\]]/u;
const segmenter = new Intl.Segmenter("zh-TW", { granularity: "word" });

/**
 * Breaks a text into lines of at most `width` terminal columns (a Han character takes two). Latin words stay whole, Chinese may
 * break between words, and closing punctuation stays with what it closes.
 */
export function wrap(text: string, width: number): string[] {
  return text.split("\n").flatMap((paragraph) => wrapParagraph(paragraph, width));
}

function wrapParagraph(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(text)) {
    if (stringWidth(line + piece.trimEnd()) <= width || line.trim() === "") {
      line += piece;
      continue;
    }
    lines.push(line.trimEnd());
    line = piece.trimStart();
  }
  return [...lines, line.trimEnd()];
}

/** Words with what may not be parted from them: following punctuation, and everything up to the next space in Latin text. */
function pieces(text: string): string[] {
  const found: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = found.at(-1);
    const sticks =
      last !== undefined &&
      (NOT_FIRST.test(segment) ||
        /^\s+$/.test(segment) ||
        (isLatin(last) && isLatin(segment)) ||
        /[「『（《〈(“]$/u.test(last));
    if (sticks) found[found.length - 1] = last + segment;
    else found.push(segment);
  }
  return found;
}

function isLatin(piece: string): boolean {
  return /[\x21-\x7e“”’]$/u.test(piece) || /^[\x21-\x7e“”’]+$/u.test(piece);
}
