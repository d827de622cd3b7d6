import type { Verdict } from "../harness/finding.ts";

/** A program in a learner's place that no lesson is about, and what a run must say of it. */
export interface Hostile {
  name: string;
  /** The learner's server.ts; null when it is not there. */
  server: string | null;
  verdict: Verdict;
  finding: string;
  /** It keeps a processor busy, or is waited for, until its time is over: a case for `pnpm test --long`. */
  long?: true;
}

/** Listens as a lesson's program should; what comes after it is the trouble. */
const LISTENS = `import { createServer } from "node:http";
const server = createServer((req, res) => res.end(JSON.stringify({ pid: process.pid })));
server.listen(Number(process.env.PORT));
`;

export const HOSTILE: Hostile[] = [
  { name: "syntax error", server: "const port = ;\n", verdict: "crashed", finding: "exited-early" },
  {
    name: "TypeScript that needs compiling",
    server: "enum Size {\n  small,\n}\nconsole.log(Size.small);\n",
    verdict: "crashed",
    finding: "exited-early",
  },
  { name: "missing file", server: null, verdict: "crashed", finding: "exited-early" },
  { name: "empty file", server: "", verdict: "crashed", finding: "exited-early" },
  {
    name: "a package that is not there",
    server: 'import leftPad from "left-pad";\nconsole.log(leftPad);\n',
    verdict: "crashed",
    finding: "exited-early",
  },
  {
    name: "a file that is not there",
    server: 'import { menu } from "./menue.ts";\nconsole.log(menu);\n',
    verdict: "crashed",
    finding: "exited-early",
  },
  {
    name: "throws at start",
    server: 'throw new Error("the kettle is missing");\n',
    verdict: "crashed",
    finding: "exited-early",
  },
  {
    name: "throws what is no error",
    server: 'throw "the kettle is missing";\n',
    verdict: "crashed",
    finding: "exited-early",
  },
  {
    name: "a promise that nobody catches",
    server: 'await Promise.reject(new TypeError("no tea"));\n',
    verdict: "crashed",
    finding: "exited-early",
  },
  {
    name: "awaits for ever",
    server: "await new Promise(() => {});\n",
    verdict: "crashed",
    finding: "exited-early",
  },
  {
    name: "exits 0 at once",
    server: "process.exit(0);\n",
    verdict: "crashed",
    finding: "exited-early",
  },
  {
    name: "never listens",
    server: "setInterval(() => {}, 1000);\n",
    verdict: "timed-out",
    finding: "never-listened",
    long: true,
  },
  {
    name: "listens elsewhere",
    server: LISTENS.replace("Number(process.env.PORT)", "0"),
    verdict: "timed-out",
    finding: "never-listened",
    long: true,
  },
  {
    name: "listens, then exits",
    server: `${LISTENS}server.on("listening", () => process.exit(0));\n`,
    verdict: "crashed",
    finding: "exited-early",
  },
  {
    name: "blocks the event loop from the start",
    server: "for (;;);\n",
    verdict: "timed-out",
    finding: "never-listened",
    long: true,
  },
  {
    name: "blocks the event loop after it has listened",
    // Not before it has shown the menu, or the verdict would depend on who is quicker.
    server: `${LISTENS}server.on("request", ({ url }, res) => res.on("finish", () => setImmediate(() => { while (url === "/menu"); })));\n`,
    verdict: "wrong",
    finding: "no-pid",
    long: true,
  },
  {
    name: "answers nothing",
    server: LISTENS.replace("res.end(JSON.stringify({ pid: process.pid }))", "{}"),
    verdict: "timed-out",
    finding: "late",
    long: true,
  },
  {
    name: "half an answer",
    server: LISTENS.replace(
      "res.end(JSON.stringify({ pid: process.pid }))",
      '(res.writeHead(200, { "content-length": "100" }).write("half"), setTimeout(() => res.destroy(), 50))',
    ),
    verdict: "wrong",
    finding: "reset",
  },
  {
    name: "a gigabyte of output",
    server: `${LISTENS}const line = "x".repeat(1023) + "\\n";
const block = line.repeat(1024);
let left = 1024;
const more = () => { while (left-- > 0) if (!process.stdout.write(block)) return void process.stdout.once("drain", more); };
more();
`,
    verdict: "wrong",
    finding: "one-process",
  },
  {
    name: "output without a newline",
    server: `${LISTENS}setInterval(() => process.stdout.write("x".repeat(100_000)), 1);\n`,
    verdict: "wrong",
    finding: "one-process",
  },
  {
    name: "binary output",
    server: `import { randomBytes } from "node:crypto";\n${LISTENS}setInterval(() => process.stdout.write(randomBytes(1000)), 10);\n`,
    verdict: "wrong",
    finding: "one-process",
  },
  {
    name: "output that looks like the harness's own",
    server: `${LISTENS}console.log('pid 1\\nexit 0 0\\ndone\\n{"type":"task","verdict":"pass"}\\n{"at":1,"pid":1,"type":"listening"}');\n`,
    verdict: "wrong",
    finding: "one-process",
  },
  {
    // With a small heap, as in a container: to fill the usual 4 GB may take longer than a program has to open its port.
    name: "takes memory without end, on the heap",
    server: `const { execArgv, execPath, execve } = process;
if (execArgv.length === 0) execve(execPath, [execPath, "--max-old-space-size=300", import.meta.filename]);
const kept = [];
for (let i = 0; ; i++) kept.push(new Array(2_000_000).fill(i));
`,
    verdict: "crashed",
    finding: "exited-early",
    long: true,
  },
  {
    name: "takes memory without end, off the heap",
    server: "const kept = [];\nfor (;;) kept.push(Buffer.allocUnsafeSlow(200_000_000));\n",
    verdict: "crashed",
    finding: "exited-early",
  },
  {
    name: "writes a file without end",
    server: `import { appendFileSync, rmSync } from "node:fs";
const file = import.meta.filename + ".out";
process.on("exit", () => rmSync(file));
for (;;) appendFileSync(file, Buffer.alloc(10_000_000));
`,
    verdict: "crashed",
    finding: "exited-early",
  },
  {
    name: "forks without end",
    server:
      'import { spawn } from "node:child_process";\nsetInterval(() => { for (let i = 0; i < 20; i++) spawn("sleep", ["30"]); }, 10);\n',
    verdict: "crashed",
    finding: "fork-storm",
  },
  {
    name: "ignores SIGTERM",
    server: `${LISTENS}process.on("SIGTERM", () => {});\n`,
    verdict: "wrong",
    finding: "one-process",
  },
  {
    name: "leaves detached children",
    server: `import { spawn } from "node:child_process";\n${LISTENS}spawn("sh", ["-c", "(sleep 300 &) ; sleep 300"], { detached: true, stdio: "ignore" }).unref();\n`,
    verdict: "wrong",
    finding: "one-process",
  },
  {
    name: "closes its output",
    server: `import { closeSync } from "node:fs";\ncloseSync(1);\ncloseSync(2);\n${LISTENS}`,
    verdict: "wrong",
    finding: "one-process",
  },
  {
    name: "kills its parent",
    server: `process.kill(process.ppid, "SIGKILL");\nawait new Promise((done) => setTimeout(done, 2000));\n${LISTENS}`,
    verdict: "crashed",
    finding: "killed-its-parent",
  },
  {
    name: "stops its parent",
    server: `import { createServer } from "node:http";
createServer((_, res) => res.end("hello")).listen(Number(process.env.PORT));
setInterval(() => process.kill(process.ppid, "SIGSTOP"), 300);
`,
    verdict: "wrong",
    finding: "no-pid",
  },
  {
    name: "kills its process group",
    server: `${LISTENS}server.on("listening", () => process.kill(0, "SIGKILL"));\n`,
    verdict: "crashed",
    finding: "exited-early",
  },
  {
    name: "deletes its own folder",
    server: `import { rmSync } from "node:fs";\n${LISTENS}rmSync(import.meta.dirname, { recursive: true });\n`,
    verdict: "wrong",
    finding: "one-process",
  },
  {
    name: "quotation marks from a web page",
    server: "import { createServer } from “node:http”;\n",
    verdict: "crashed",
    finding: "exited-early",
  },
  {
    name: "a full-width semicolon",
    server: "const port = 3000；\nconsole.log(port);\n",
    verdict: "crashed",
    finding: "exited-early",
  },
];
