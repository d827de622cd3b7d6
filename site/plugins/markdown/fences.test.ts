import { expect, test } from "vitest";
import type { Node } from "./ast.ts";
import { elements, nodes, sample } from "./sample-lesson.ts";

const fence = (info: string): string => `Some words.\n\n\`\`\`${info}\n\`\`\`\n`;
const codes = (tree: Node): Node[] => nodes(tree, (node) => node.type === "code");
const server = `import http from "node:http";

// #region pool
function pool() {
  // #region size
  const size = 2;
  // #endregion
  return size;
}
// #endregion
`;
const files = { "solutions/07-tea/server.ts": server };

test("a region is shown without its markers, without what stands around it, at the left edge", () => {
  using lesson = sample(fence("ts from=solution/server.ts#size"), files);
  const [code] = codes(lesson.compile());
  expect([code?.value, code?.meta]).toEqual(["const size = 2;", `title="server.ts"`]);
});

test("a region with another one inside ends at its own end", () => {
  using lesson = sample(fence("ts from=solution/server.ts#pool"), files);
  expect(codes(lesson.compile())[0]?.value).toBe(
    "function pool() {\n  const size = 2;\n  return size;\n}",
  );
});

test("without a region the whole file is shown, without markers", () => {
  using lesson = sample(fence("ts from=solution/server.ts {2}"), files);
  const [code] = codes(lesson.compile());
  expect(code?.value).toMatch(/^import http[\s\S]*\}$/);
  expect(code?.value).not.toContain("region");
  expect(code?.meta).toBe(`title="server.ts" {2}`);
});

test.each([
  ["solution", "solutions/07-tea"],
  ["starter", "lessons/07-tea/starter"],
  ["mistakes/hot", "test/lessons/07-tea/mistakes/hot"],
  ["alternatives/cold", "test/lessons/07-tea/alternatives/cold"],
])("%s/ stands for %s/", (short, folder) => {
  using lesson = sample(fence(`ts from=${short}/lib/a.ts`), { [`${folder}/lib/a.ts`]: "1;\n" });
  const [code] = codes(lesson.compile());
  expect([code?.value, code?.meta]).toEqual(["1;", `title="lib/a.ts"`]);
});

test("a region that is missing: one sentence with page, line, file and the regions there are", () => {
  using lesson = sample(fence("ts from=solution/server.ts#poool"), files);
  expect(lesson.complaint()).toBe(
    'lessons/07-tea/guide.en.mdx:13: solutions/07-tea/server.ts has no region "poool" (it has: pool, size).',
  );
});

test("a file that is missing: one sentence with page, line and file", () => {
  using lesson = sample(fence("ts from=starter/sever.ts#pool"), files);
  expect(lesson.complaint("zh-TW")).toBe(
    "lessons/07-tea/guide.zh-TW.mdx:13: A fence asks for starter/sever.ts#pool, but there is no lessons/07-tea/starter/sever.ts.",
  );
});

test("a region without an end, a path from elsewhere and a body of its own are refused", () => {
  const open = { "solutions/07-tea/server.ts": "// #region pool\nlet a;\n" };
  using endless = sample(fence("ts from=solution/server.ts#pool"), open);
  expect(endless.complaint()).toContain(
    'guide.en.mdx:13: The region "pool" of solutions/07-tea/server.ts has no #endregion.',
  );
  using elsewhere = sample(fence("ts from=server.ts"), files);
  expect(elsewhere.complaint()).toContain("the path must begin with solution, starter,");
  using full = sample("```ts from=solution/server.ts\nlet a;\n```\n", files);
  expect(full.complaint()).toContain("guide.en.mdx:11: The fence from=solution/server.ts must");
});

test("recorded output becomes a terminal, without colours", () => {
  const recordings = {
    "lessons/07-tea/recordings/boil.txt": "$ boil\n\u001B[32m100 °C\u001B[0m\n",
  };
  using lesson = sample(fence("terminal recorded=boil"), recordings);
  const [terminal] = elements(lesson.compile(), "Terminal");
  expect(terminal?.attributes?.[0]?.value).toBe("$ boil\n100 °C");
});

test("a recording that is missing: one sentence with page, line and file", () => {
  using lesson = sample(fence("terminal recorded=boil"));
  expect(lesson.complaint()).toBe(
    "lessons/07-tea/guide.en.mdx:13: A fence asks for recorded=boil; there is no lessons/07-tea/recordings/boil.txt.",
  );
});

test("figures: a drawing and a recorded run that are missing are named with the line", () => {
  using drawing = sample(`<Diagram name="cup" />\n`);
  expect(drawing.complaint()).toBe(
    "lessons/07-tea/guide.en.mdx:11: A <Diagram> asks for site/src/diagrams/tea/cup.tsx, which does not exist.",
  );
  using run = sample(`Words.\n\n<ProcessMap trace="solution" />\n`);
  expect(run.complaint()).toBe(
    "lessons/07-tea/guide.en.mdx:13: A <ProcessMap> asks for lessons/07-tea/recordings/solution.trace.json, which does not exist.",
  );
});
