import type { RecordingPlan, Recordings } from "../../harness/recording.ts";

const SHOPS = ["PORT=8001 node shop.ts", "PORT=8002 node shop.ts"];
/** What the proxy assumes anyway; and without the warning of http-proxy, which the guide shows once. */
const env = {
  TARGETS: "http://127.0.0.1:8001,http://127.0.0.1:8002",
  NODE_NO_WARNINGS: "1",
};
const four = (path = "") =>
  `for i in 1 2 3 4; do curl -s ${path}http://localhost:3000/; echo; done`;
const CODES = "-o /dev/null -w '%{http_code}' ";

/** A proxy on port 3000 before two shops. */
function behind(target: string, steps: RecordingPlan["steps"]): RecordingPlan {
  return {
    target,
    beside: SHOPS,
    run: "node proxy.ts",
    env,
    started: true,
    async steps(context) {
      await context.waitFor(/shop on port/, 2);
      await context.waitFor(/proxy on port/);
      await steps(context);
    },
  };
}

/** How each recording of the guide is made. */
export default {
  swallowed: {
    ...behind("starter", async ({ type }) => {
      await type("curl -sS http://localhost:3000/; echo");
      await type(
        `curl -sS -m 2 -H 'content-type: application/json' -d '{"tea":"oolong"}' http://localhost:3000/orders; sleep 0.3`,
      );
    }),
    started: false,
  },
  "old-api": {
    target: "mistakes/old-api",
    run: "node proxy.ts",
    env,
    async steps({ type, program }) {
      await program.trace.wait(({ type: event }) => event === "listen", "listening", 10_000);
      await type("curl -sS http://localhost:3000/");
      await program.exited(10_000);
    },
  },
  turns: behind("solution", async ({ type }) => type(four())),
  "dies-with-it": behind("mistakes/no-error-handler", async ({ type, beside, program }) => {
    await type(`kill ${beside[1]!.pid}`);
    await beside[1]!.exited(10_000);
    await type("curl -sS http://localhost:3000/; echo");
    await type("curl -sS http://localhost:3000/");
    await program.exited(10_000);
    await type("curl -sS http://localhost:3000/");
  }),
  half: behind("mistakes/trusts-pipe", async ({ type, beside }) => {
    await type(
      `curl -sSN -m 4 http://localhost:3000/board & sleep 1.5; kill ${beside[0]!.pid}; wait`,
    );
  }),
  "half-is-cut": behind("solution", async ({ type, beside }) => {
    await type(
      `curl -sSN -m 4 http://localhost:3000/board & sleep 1.5; kill ${beside[0]!.pid}; wait`,
    );
  }),
  "every-second": behind("mistakes/no-retry", async ({ type, beside }) => {
    await type(`kill ${beside[1]!.pid}`);
    await beside[1]!.exited(10_000);
    await type(four(CODES));
  }),
  skipped: behind("solution", async ({ type, beside }) => {
    await type(`kill ${beside[1]!.pid}`);
    await beside[1]!.exited(10_000);
    await type(four(CODES));
  }),
  spoofed: behind("mistakes/xfwd", async ({ type }) => {
    await type("curl -s -H 'X-Forwarded-For: 6.6.6.6' http://127.0.0.1:3000/whoami; echo");
  }),
  "not-spoofed": behind("solution", async ({ type }) => {
    await type("curl -s -H 'X-Forwarded-For: 6.6.6.6' http://127.0.0.1:3000/whoami; echo");
  }),
  "brews-on": behind("mistakes/never-cancels", async ({ type, waitFor }) => {
    await type("curl -sS -m 1 'http://localhost:3000/slow?ms=2000'");
    await waitFor(/is done/);
  }),
  cancelled: behind("solution", async ({ type }) => {
    await type("curl -sS -m 1 'http://localhost:3000/slow?ms=2000'; sleep 0.3");
  }),
  drained: behind("solution", async ({ type, program }) => {
    await type(
      `(sleep 1; kill ${program.pid}; sleep 0.5; curl -sS http://localhost:3000/) & curl -sS 'http://localhost:3000/slow?ms=2500'; echo; wait`,
    );
    await program.exited(10_000);
  }),
  solution: {
    ...behind("solution", async (context) => {
      const { type, beside, program } = context;
      await type(four());
      await type("curl -sS http://localhost:8002/poison");
      await beside[1]!.exited(10_000);
      await type(four(CODES));
      await type(
        `(sleep 0.5; kill ${program.pid}) & curl -sS 'http://localhost:3000/slow?ms=1500'; echo; wait`,
      );
      await program.exited(10_000);
    }),
    trace: true,
  },
} satisfies Recordings;
