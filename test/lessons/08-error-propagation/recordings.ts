import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { until } from "../../harness/wait.ts";
import type { Recordings } from "../../harness/recording.ts";

const COURSE = fileURLToPath(new URL("../../../course/src/main.mjs", import.meta.url));
const SUPERVISOR = fileURLToPath(new URL("./supervisor.ts", import.meta.url));

/** Lets the boiler explode, and shows how the program ended and what is in its log. */
const EXPLODE = [
  "PORT=3000 node server.ts > shop.log 2> errors.txt & curl -s --retry 9 --retry-delay 1 --retry-connrefused -X POST http://localhost:3000/boiler; echo",
  'wait $!; echo "exit code $?"; cut -c1-130 shop.log',
].join("; ");

/** A shop that is open, in a terminal of its own, and what a customer types in another one. */
function shop(target: string, commands: string[]): Recordings[string] {
  return {
    target,
    run: "node server.ts",
    elsewhere: true,
    async steps({ type, waitFor }) {
      await waitFor(/open on port/);
      for (const command of commands) await type(command);
    },
  };
}

export default {
  "default-page": shop("starter", [
    "curl -s -o page.html -w '%{http_code} %{content_type}\\n' http://localhost:3000/menu/lychee",
    "grep -o '<pre>[^<]*' page.html",
    "curl -s -o /dev/null -w '%{http_code}\\n' http://localhost:3000/teapot",
  ]),
  "one-for-all": {
    target: "starter",
    run: "node server.ts",
    async steps({ type, waitFor, program }) {
      await waitFor(/open on port/);
      await type("curl -sS http://localhost:3000/stock/lychee; sleep 1");
      await program.exited(10_000);
      await waitFor(/Node\.js v/);
      await type("curl -sS http://localhost:3000/menu/oolong");
    },
  },
  pinball: {
    target: "solution",
    stands: { "npx pnpm course": `node ${COURSE}` },
    steps: ({ type }) => type("npx pnpm course demo 08"),
  },
  "three-parameters": {
    target: "mistakes/three-parameters",
    run: "node server.ts",
    elsewhere: true,
    async steps({ type, waitFor }) {
      await waitFor(/open on port/);
      for (const path of ["menu/lychee", "teapot"]) {
        await type(`curl -s -o /dev/null -w '%{http_code}\\n' http://localhost:3000/${path}`);
      }
    },
  },
  "pipeline-cuts": shop("mistakes/pipeline-at-once", [
    "curl -sS http://localhost:3000/photos/lychee",
  ]),
  "photo-missing": shop("solution", [
    "curl -s -w '\\n%{http_code} %{content_type}\\n' -H 'X-Request-Id: tea-1' http://localhost:3000/photos/lychee",
    "curl -s -m 1 -o /dev/null http://localhost:3000/photos/counter; sleep 1; curl -s http://localhost:3000/; echo",
  ]),
  "two-readers": {
    target: "solution",
    run: "NODE_ENV=production node server.ts",
    async steps({ type, waitFor }) {
      await waitFor(/open on port/);
      await type(
        "curl -s -o answer.json -H 'X-Request-Id: tea-7' http://localhost:3000/stock/matcha",
      );
      await waitFor(/tea-7/);
      await type("cat answer.json; echo");
    },
  },
  "half-as-whole": shop("starter", [
    'curl -sS http://localhost:3000/sales/sunday; echo "exit code $?"',
  ]),
  "half-as-half": shop("solution", [
    'curl -sS http://localhost:3000/sales/sunday; echo "exit code $?"',
  ]),
  "refused-and-ordered": shop("mistakes/forgotten-return", [
    "curl -s -w ' %{http_code}\\n' -H 'content-type: application/json' -d '{\"tea\":\"taro\"}' http://localhost:3000/orders",
    "curl -s http://localhost:3000/orders; echo",
  ]),
  "line-lost": {
    target: "mistakes/log-then-exit",
    steps: ({ type }) => type(EXPLODE),
  },
  "line-kept": {
    target: "solution",
    steps: ({ type }) => type(EXPLODE),
  },
  // Two of these shops under the supervisor of lesson 3.
  solution: {
    target: "solution",
    run: "WEB_CONCURRENCY=2 node supervisor.ts",
    elsewhere: true,
    stands: { "supervisor.ts": SUPERVISOR },
    trace: true,
    async steps({ program }) {
      const { trace } = program;
      const listening = (count: number) =>
        until(() => trace.of("listening").length >= count, {
          what: "workers",
          within: 20_000,
        });
      await listening(2);
      const ask = (path: string, method = "GET") =>
        fetch(program.url + path, { method, headers: { connection: "close" } })
          .then((answer) => answer.text())
          .catch(() => {});
      const serve = async (paths: string[]) => {
        for (const path of paths) {
          void ask(path);
          await sleep(120);
        }
      };
      const mixed = ["/menu/oolong", "/menu/lychee", "/photos/matcha", "/stock/plum", "/teapot"];
      await serve(["/", ...mixed, "/stock/oolong", "/sales/sunday"]);
      await ask("/boiler", "POST");
      await listening(3);
      await serve(["/", "/recipes/lychee", "/photos/oolong", "/stock/oolong"]);
      await ask("/boiler?how=reject", "POST");
      await listening(4);
      await serve(mixed);
      program.signal("SIGTERM");
      await program.exited(20_000);
    },
  },
} satisfies Recordings;
