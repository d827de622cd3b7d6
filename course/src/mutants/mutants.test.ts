import { expect, test } from "vitest";
import { lessonNames, readLesson } from "../lesson.ts";
import { mutantsOf, type Mutant } from "./mutant.ts";
import { staleEquivalents } from "./of-solution.ts";
import { tallyOf } from "./tally.ts";

const changes = (file: string, text: string) =>
  mutantsOf(file, text).map(({ line, kind, before, after }) => [line, kind, before, after]);

test("slips in TypeScript, and none in types, texts and log lines", () => {
  const text = `class Gone extends Error {
  constructor() {
    super("SIGTERM is no signal in a text");
  }
}
process.once("SIGTERM", () => server.close());
server.keepAliveTimeout = 65_000;
console.log(ready && "ready", { colors: true });
async function stop(all: Map<string, true> | undefined, next: (error: Error) => void) {
  if (all!.size === 0 || closing) return next(new Gone());
  if ((count as number) < most) {
    throw new Gone();
  }
  await Promise.all([once(a, "exit", { signal: given as AbortSignal, ...more }), sleep()]);
  const { size } = await read(true);
  return size;
}
`;
  const stop = "if (all!.size === 0 || closing) return next(new Gone());";
  const all =
    'await Promise.all([once(a, "exit", { signal: given as AbortSignal, ...more }), sleep()]);';
  expect(changes("stop.ts", text)).toEqual([
    [6, "drop-call", 'process.once("SIGTERM", () => server.close());', ";"],
    [6, "change-signal", ...to('process.once("SIGTERM", () => server.close());', "TERM", "INT")],
    [6, "drop-call", ...to('process.once("SIGTERM", () => server.close());', "server.close()")],
    [7, "drop-setting", "server.keepAliveTimeout = 65_000;", ";"],
    [
      10,
      "negate-if",
      ...to(stop, "(all!.size === 0 || closing)", "(!(all!.size === 0 || closing))"),
    ],
    [10, "flip-comparison", ...to(stop, "===", "!==")],
    [10, "swap-and-or", ...to(stop, "||", "&&")],
    [10, "drop-guard", ...to(stop, "return ", "")],
    [
      11,
      "negate-if",
      ...to(
        "if ((count as number) < most) {",
        "((count as number) < most)",
        "(!((count as number) < most))",
      ),
    ],
    [12, "drop-guard", "throw new Gone();", ";"],
    [14, "drop-await", ...to(all, "await ", "")],
    [14, "drop-call", all, ";"],
    [14, "drop-option", ...to(all, "signal: given as AbortSignal, ", "")],
    [14, "drop-option", ...to(all, "...more ", "")],
    [15, "drop-await", ...to("const { size } = await read(true);", "await ", "")],
    [15, "flip-boolean", ...to("const { size } = await read(true);", "true", "false")],
  ]);
});

test("what is left out or another number in an nginx.conf, but nothing that the harness replaces", () => {
  const text = `pid run/nginx.pid;
http {
  server_tokens off; # keepalive 1;
  upstream shop {
    server 127.0.0.1:8001 max_fails=0 fail_timeout=2s;
  }
  server {
    listen 8080;
    proxy_http_version 1.1;
  }
}
`;
  const server = "server 127.0.0.1:8001 max_fails=0 fail_timeout=2s;";
  const off = "server_tokens off; # keepalive 1;";
  expect(changes("nginx.conf", text)).toEqual([
    [3, "drop-directive", ...to(off, "server_tokens off; ", "")],
    [3, "flip-boolean", ...to(off, "off", "on")],
    [5, "drop-directive", server, ""],
    [5, "change-number", ...to(server, "max_fails=0", "max_fails=1")],
    [5, "change-number", ...to(server, "2s", "20s")],
    [8, "drop-directive", "listen 8080;", ""],
    [9, "drop-directive", "proxy_http_version 1.1;", ""],
    [9, "change-number", ...to("proxy_http_version 1.1;", "1.1", "1.0")],
  ]);
});

test("a mutant is the whole file with one change", () => {
  const [mutant] = mutantsOf("a.ts", "const a: number = 1;\nf(a);\n");
  expect(mutant!.text).toBe("const a: number = 1;\n;\n");
});

test("what could not be checked counts as neither, but lowers the score; the list of equivalents must be right", () => {
  const mutants = ["a();", "b();", "c();", "d();"].map((before): Mutant => {
    return { file: "a.ts", line: 1, kind: "drop-call", before, after: ";", text: ";" };
  });
  const [a, b, c, d] = mutants as [Mutant, Mutant, Mutant, Mutant];
  const equivalents = [c, d].map(({ file, kind, before }) => ({ file, kind, before, reason: "…" }));
  const tally = tallyOf(
    [
      { mutant: a, outcome: "caught" },
      { mutant: b, outcome: "not-checked" },
      { mutant: c, outcome: "let-pass" },
      { mutant: d, outcome: "caught" },
    ],
    equivalents,
  );
  const counts = { made: 4, caught: 1, letPass: 0, equivalent: 2, notChecked: 1 };
  expect(tally).toEqual({
    rows: [
      { kind: "drop-call", ...counts },
      { kind: "", ...counts },
    ],
    survivors: [],
    wronglyListed: [d],
    score: 0.5,
    ok: false,
  });
});

test.each(lessonNames())("%s: every listed equivalent is a mutant of its solution", (name) => {
  expect(staleEquivalents(readLesson(name))).toEqual([]);
});

/** A line before and after a change. */
function to(line: string, from: string, by = "undefined"): [string, string] {
  return [line, line.replace(from, by)];
}
