import type { Program } from "../../harness/program.ts";
import type { Recordings } from "../../harness/recording.ts";

/** Answers are left out where they could come before or after the lines of the primary. */
const post = (path: string) => `curl -s -o /dev/null -X POST 'http://localhost:3000/${path}'`;
const announce = "curl -s -X POST http://localhost:3000/announce";
/** Ends the recording here: what the recorder's own end of the program would print is no part of it. */
const cut = (program: Program) => program.signal("SIGKILL");
/** So far are `online` and `listening` apart that the order of the lines is the same in every run. */
const APART = "WORKER_START_MS=600";

export default {
  // All four endings, after a life of five events. One worker at a time, so that nobody else's line comes between.
  endings: {
    target: "solution",
    run: `${APART} WEB_CONCURRENCY=4 node primary.ts`,
    async steps({ type, program, waitFor }) {
      await waitFor(/"ready"/);
      await type(post("leave"));
      await waitFor(/"exit"/, 1);
      await type(post("exit?code=3"));
      await waitFor(/"exit"/, 2);
      await type(post("throw"));
      await waitFor(/"exit"/, 3);
      await waitFor(/Node\.js v/);
      const gone = new Set(program.trace.of("exit").map(({ child }) => child));
      const last = program.trace.of("fork").find(({ child }) => !gone.has(child))!;
      await type(`kill -9 ${last.child}`);
      await waitFor(/"exit"/, 4);
    },
    trace: true,
  },
  "same-id": {
    target: "mistakes/shared-variable",
    run: `${APART} WEB_CONCURRENCY=3 node primary.ts`,
    async steps({ program, waitFor }) {
      await waitFor(/"ready"/);
      cut(program);
    },
  },
  "ready-at-online": {
    target: "mistakes/online-is-ready",
    run: "WORKER_START_MS=5000 node primary.ts",
    async steps({ program, type, waitFor }) {
      await waitFor(/"ready"/);
      await type("curl -sS http://localhost:3000/");
      cut(program);
    },
  },
  silent: {
    target: "mistakes/silent-and-deaf",
    run: "WEB_CONCURRENCY=1 node primary.ts",
    async steps({ type, waitFor }) {
      await waitFor(/"ready"/);
      await type(post("receipt"));
      await type(post("throw"));
      await waitFor(/"exit"/);
    },
  },
  pieces: {
    target: "mistakes/prefix-per-piece",
    run: "WEB_CONCURRENCY=1 node primary.ts",
    async steps({ program, type, waitFor }) {
      await waitFor(/"ready"/);
      await type(post("receipt"));
      await waitFor(/total 65/);
      cut(program);
    },
  },
  setup: {
    target: "solution",
    run: "WEB_CONCURRENCY=1 node primary.ts",
    async steps({ program, type, waitFor }) {
      await waitFor(/"ready"/);
      await type("curl -s http://localhost:3000/");
      await type(post("receipt"));
      await waitFor(/total 65/);
      cut(program);
    },
  },
  zero: {
    target: "solution",
    run: `${APART} node primary.ts`,
    async steps({ type, waitFor }) {
      await waitFor(/"ready"/);
      await type(post("leave"));
      await waitFor(/"exit"/, 1);
      await type(post("exit?code=0"));
      await waitFor(/"exit"/, 2);
    },
  },
  kill: {
    target: "mistakes/kill-is-not-disconnect",
    run: "WEB_CONCURRENCY=1 node primary.ts",
    async steps({ type, program, waitFor }) {
      await waitFor(/"ready"/);
      await type(`kill -TERM ${program.pid}`);
      await waitFor(/"exit"/);
    },
  },
  "null-to-zero": {
    target: "mistakes/null-to-zero",
    run: "WEB_CONCURRENCY=1 node primary.ts",
    async steps({ type, program, waitFor }) {
      await waitFor(/"ready"/);
      await type(`kill -9 ${program.trace.of("fork")[0]!.child}`);
      await waitFor(/"exit"/);
    },
  },
  json: {
    target: "mistakes/json",
    run: `${APART} node primary.ts`,
    async steps({ program, type, waitFor }) {
      await waitFor(/"ready"/);
      await type(announce);
      await type("for i in 1 2; do curl -s http://localhost:3000/heard; done");
      cut(program);
    },
  },
  advanced: {
    target: "solution",
    run: `${APART} node primary.ts`,
    async steps({ program, type, waitFor }) {
      await waitFor(/"ready"/);
      await type(announce);
      await type("for i in 1 2; do curl -s http://localhost:3000/heard; done");
      cut(program);
    },
  },
  stop: {
    target: "solution",
    run: `${APART} STOP_WITHIN_MS=2000 node primary.ts`,
    async steps({ type, program, waitFor }) {
      await waitFor(/"ready"/);
      await type(post("stay"));
      await type(`kill -TERM ${program.pid}`);
      await program.exited(20_000);
    },
    trace: true,
  },
  "exit-code": {
    target: "solution",
    async steps({ type }) {
      await type(
        'PORT=3000 WEB_CONCURRENCY=1 node primary.ts & until curl -s -o /dev/null http://localhost:3000/; do sleep 0.1; done; kill -TERM $!; wait $!; echo "exit code $?"',
      );
    },
  },
  callback: {
    target: "mistakes/callback-means-all",
    run: `${APART} node primary.ts`,
    async steps({ type, program, waitFor }) {
      await waitFor(/"ready"/);
      const pids = program.trace.of("fork").map(({ child }) => child);
      await type("curl -s 'http://localhost:3000/brew?ms=4000' > /dev/null 2>&1 & sleep 0.5");
      await type(
        `kill -TERM ${program.pid}; sleep 1; for p in ${program.pid} ${pids.join(" ")}; do kill -0 $p 2> /dev/null && echo "$p still runs"; done`,
      );
    },
  },
} satisfies Recordings;
