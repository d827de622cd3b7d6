type Style = { color?: string; backgroundColor?: string };
type Theme = { plain: Style; styles: { types: string[]; style: Style }[] };

const ink = (name: string): Style => ({ color: `var(--code-${name})` });

/** One theme for both colour modes: the colours are custom properties (src/css/tokens.css). */
export const prismTheme: Theme = {
  plain: { color: "var(--code-ink)", backgroundColor: "var(--code-paper)" },
  styles: [
    { types: ["comment", "prolog", "doctype"], style: ink("comment") },
    { types: ["keyword", "atrule", "important", "directive"], style: ink("keyword") },
    { types: ["string", "char", "attr-value", "inserted", "regex", "url"], style: ink("string") },
    { types: ["number", "boolean", "constant", "symbol", "variable"], style: ink("number") },
    { types: ["function", "method", "builtin", "class-name", "tag"], style: ink("function") },
    { types: ["punctuation", "operator"], style: ink("punctuation") },
    { types: ["deleted"], style: ink("deleted") },
  ],
};
