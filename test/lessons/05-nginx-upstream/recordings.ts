import type { RecordingContext, RecordingPlan, Recordings } from "../../harness/recording.ts";

const PORTS = [8080, 8001, 8002, 8003];
const SIX = "for i in 1 2 3 4 5 6; do curl -s http://localhost:8080/; echo; done";
const ALL_OPEN = /is open/;

/** The whole shop, as `pnpm course run 05` starts it; of its output only what `shows` fits. */
function shop(
  target: string,
  shows: RegExp,
  play: (context: RecordingContext) => Promise<void>,
): RecordingPlan {
  return {
    target,
    run: "node start.ts",
    ports: PORTS,
    shows,
    async steps(context) {
      await context.waitFor(ALL_OPEN, 3);
      await play(context);
    },
  };
}

const NOTHING = /(?!)/;

export default {
  refused: {
    target: "mistakes/missing-semicolon",
    async steps({ type }) {
      await type("nginx -t -p . -c nginx.conf");
    },
  },
  turns: shop("solution", ALL_OPEN, async ({ type }) => {
    await type(SIX);
  }),
  spoofed: shop("mistakes/trusts-everybody", NOTHING, async ({ type }) => {
    await type("curl -s http://localhost:8080/whoami; echo");
    await type("curl -s -H 'X-Forwarded-For: 6.6.6.6' http://localhost:8080/whoami; echo");
  }),
  "one-dies": shop("mistakes/long-pause", /connect\(\) failed/, async ({ type, waitFor }) => {
    await type("curl -s http://localhost:8002/poison");
    await waitFor(/is gone/, 1);
    await type(SIX);
    await waitFor(/connect\(\) failed/, 1);
  }),
  poison: shop("mistakes/no-limit", /is gone/, async ({ type, waitFor }) => {
    await type("curl -s -o /dev/null -w '%{http_code}\\n' http://localhost:8080/poison; sleep 1");
    await waitFor(/is gone/, 3);
    await type("curl -s -o /dev/null -w '%{http_code}\\n' http://localhost:8080/");
  }),
  "poison-limited": shop("solution", /is gone/, async ({ type, waitFor }) => {
    await type("curl -s -o /dev/null -w '%{http_code}\\n' http://localhost:8080/poison; sleep 1");
    await waitFor(/is gone/, 2);
    await type("curl -s -o /dev/null -w '%{http_code}\\n' http://localhost:8080/");
  }),
  "poison-warm": shop("solution", /is gone/, async ({ type, waitFor }) => {
    await type("for i in 1 2 3; do curl -s -o /dev/null http://localhost:8080/; done");
    await type("curl -s -o /dev/null -w '%{http_code}\\n' http://localhost:8080/poison; sleep 1");
    await waitFor(/is gone/, 3);
  }),
  "slow-in-turn": shop("mistakes/takes-turns", NOTHING, async ({ type }) => {
    await type(`curl -s 'http://localhost:8080/slow?ms=1500' & sleep 0.5; ${SIX}; wait; echo`);
  }),
  "slow-spared": shop("solution", NOTHING, async ({ type }) => {
    await type(`curl -s 'http://localhost:8080/slow?ms=1500' & sleep 0.5; ${SIX}; wait; echo`);
  }),
  "new-each": shop("mistakes/closes-each", NOTHING, async ({ type }) => {
    await type("for i in 1 2 3 4 5 6; do curl -s http://localhost:8080/connections; echo; done");
  }),
  reused: shop("solution", NOTHING, async ({ type }) => {
    await type("for i in 1 2 3 4 5 6; do curl -s http://localhost:8080/connections; echo; done");
  }),
  static: shop("solution", NOTHING, async ({ type }) => {
    await type(
      "curl -s -o /dev/null -D - --compressed http://localhost:8080/assets/shop.css | grep -iE 'HTTP|content-|cache-control|vary'",
    );
  }),
  "closed-page": shop("solution", NOTHING, async ({ type, waitFor }) => {
    await type("for port in 8001 8002 8003; do curl -s http://localhost:$port/poison; done");
    await waitFor(/is gone/, 3);
    await type("curl -s -i http://localhost:8080/ | grep -E 'HTTP|<h1>'");
  }),
  solution: {
    ...shop("solution", ALL_OPEN, async ({ type, waitFor }) => {
      await type(SIX);
      await type("curl -s http://localhost:8002/poison");
      await waitFor(/is gone/, 1);
      await type(SIX);
      await waitFor(ALL_OPEN, 4);
      await type("sleep 2");
      await type(`curl -s 'http://localhost:8080/slow?ms=1500' & sleep 0.5; ${SIX}; wait; echo`);
    }),
    trace: true,
    omits: ["start.ts"],
  },
} satisfies Recordings;
