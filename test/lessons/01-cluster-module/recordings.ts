import type { Recordings } from "../../harness/recording.ts";

const six = "for i in 1 2 3 4 5 6; do curl -s -w '\\n'";
const timed = "curl -s -o /dev/null -w 'front page: %{time_total} s\\n' http://localhost:3000/";
const duringReport = [
  "curl -s -o /dev/null 'http://localhost:3000/report?orders=800000000' & sleep 0.2",
  `for i in 1 2 3 4; do ${timed}; done; wait`,
].join("; ");

/** How each recording in the guide is made. */
export default {
  "one-process": {
    target: "starter",
    run: "node server.ts",
    async steps({ type, waitFor }) {
      await waitFor(/open/);
      await type(duringReport);
    },
  },
  "rotating-pids": {
    target: "solution",
    run: "WEB_CONCURRENCY=3 node server.ts",
    async steps({ type, waitFor }) {
      await waitFor(/ready/, 3);
      await type(`${six} http://localhost:3000/; done`);
    },
  },
  "keep-alive": {
    target: "solution",
    run: "WEB_CONCURRENCY=3 node server.ts",
    async steps({ type, waitFor }) {
      await waitFor(/ready/, 3);
      await type(
        "curl -s -w '\\n' http://localhost:3000/ http://localhost:3000/ http://localhost:3000/",
      );
    },
  },
  "module-counter": {
    target: "mistakes/module-variable",
    run: "WEB_CONCURRENCY=3 node server.ts",
    async steps({ type, waitFor }) {
      await waitFor(/ready/, 3);
      await type(`${six} -X POST http://localhost:3000/orders; done`);
    },
  },
  "one-counter": {
    target: "solution",
    run: "WEB_CONCURRENCY=3 node server.ts",
    async steps({ type, waitFor }) {
      await waitFor(/ready/, 3);
      await type(`${six} -X POST http://localhost:3000/orders; done`);
    },
  },
  "one-cpu": {
    target: "solution",
    async steps({ type }) {
      await type("taskset -c 0 node -p 'os.cpus().length'");
      await type("taskset -c 0 node -p 'os.availableParallelism()'");
    },
  },
  "pool-of-one": {
    target: "solution",
    run: "taskset -c 0 node server.ts",
    async steps({ waitFor }) {
      await waitFor(/ready/);
    },
  },
  "silent-nonsense": {
    target: "mistakes/number-unchecked",
    async steps({ type }) {
      await type('WEB_CONCURRENCY=abc node server.ts; echo "exit code $?"');
    },
  },
  "refused-nonsense": {
    target: "solution",
    async steps({ type }) {
      await type('WEB_CONCURRENCY=abc node server.ts; echo "exit code $?"');
    },
  },
  "lying-callback": {
    target: "starter",
    run: "node server.ts",
    async steps({ type, waitFor }) {
      await waitFor(/open/);
      await type('PORT=3000 node server.ts; echo "exit code $?"');
    },
  },
  "port-taken": {
    target: "solution",
    run: "WEB_CONCURRENCY=2 node server.ts",
    async steps({ type, waitFor }) {
      await waitFor(/ready/, 2);
      await type('PORT=3000 node server.ts; echo "exit code $?"');
    },
  },
  "blocked-loop": {
    target: "mistakes/async-report",
    run: "WEB_CONCURRENCY=2 node server.ts",
    async steps({ type, waitFor }) {
      await waitFor(/ready/, 2);
      await type(duringReport);
    },
  },
  "free-loop": {
    target: "solution",
    run: "WEB_CONCURRENCY=1 node server.ts",
    async steps({ type, waitFor }) {
      await waitFor(/ready/);
      await type(duringReport);
    },
  },
  solution: {
    target: "solution",
    run: "WEB_CONCURRENCY=3 node server.ts",
    async steps({ type, waitFor }) {
      await waitFor(/ready/, 3);
      await type(`${six} http://localhost:3000/; done`);
      await type(
        "curl -s -o /dev/null 'http://localhost:3000/report?orders=300000000' & sleep 0.1; for i in 1 2 3 4 5; do curl -s -w '\\n' -X POST http://localhost:3000/orders; done; wait",
      );
      await type("for i in 1 2 3; do curl -s -w '\\n' http://localhost:3000/menu; done");
    },
    trace: true,
  },
} satisfies Recordings;
