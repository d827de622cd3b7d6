import { attributeOf, block, isElement, replaceEach, type Node } from "./ast.ts";

/** Splits each `<Question>` into what is asked, the choices, and the answer's explanation. */
export function splitQuestions(tree: Node): void {
  let count = 0;
  replaceEach(tree, (node) => {
    if (!isElement(node) || node.name !== "Question") return undefined;
    count += 1;
    const parts = node.children ?? [];
    const at = parts.findIndex((part) => part.type === "list");
    const items = parts[at]?.children ?? [];
    const right = items.filter((item) => item.checked).length;
    if (at < 1 || right === 0) {
      throw new Error(
        `Question ${count} needs a paragraph, then a task list with at least one [x], then the answer.`,
      );
    }
    const choices = items.map((item) => block("Choice", {}, item.children?.[0]?.children ?? []));
    const key = items.map((item) => (item.checked ? "1" : "0")).join("");
    const id = attributeOf(node, "id") ?? `q${count}`;
    const question = block("Question", { id, answer: key }, [
      block("Prompt", {}, parts.slice(0, at)),
      ...choices,
      block("Answer", {}, parts.slice(at + 1)),
    ]);
    return [{ ...question, ...(node.position && { position: node.position }) }];
  });
}
