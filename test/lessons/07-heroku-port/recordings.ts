import { join } from "node:path";
import type { RecordingContext, RecordingPlan, Recordings } from "../../harness/recording.ts";

const DYNO = join(import.meta.dirname, "../../harness/run-dyno.ts");

/** A target in the local dyno, as `pnpm course run 07` starts it. */
function dyno(
  target: string,
  steps: (context: RecordingContext) => Promise<void>,
  settings = "",
): RecordingPlan {
  const run = `${settings}npx pnpm course run 07`;
  return {
    target,
    run,
    command: ["node", DYNO],
    neighbours: [3001, 3443],
    shows: /^(?!(router|limits here|remote):? |\S+ app.*:     at )/,
    untilLastStep: true,
    steps,
  };
}

/** Kills the process that serves, as a crash or the kernel's out-of-memory killer would. */
const killShop = `kill -9 $(curl -s http://localhost:3443/ | grep -o '"pid":[0-9]*' | cut -d: -f2)`;
/** The same, with only what is typed and what it answers. */
function behindIt(target: string, ...commands: string[]): RecordingPlan {
  const plan = dyno(target, async ({ type, waitFor }) => {
    for (const [i, command] of commands.entries()) {
      await waitFor(/to up/, 1 + commands.slice(0, i).filter((one) => one === restart).length);
      await type(command);
    }
  });
  return { ...plan, elsewhere: true };
}

const restart = "curl -s -X DELETE http://localhost:3001/dynos";

export default {
  r10: dyno(
    "mistakes/port-from-argv",
    async ({ type, waitFor }) => {
      await waitFor(/to crashed/);
      await type("curl -s http://localhost:3000/");
      await waitFor(/H10/);
    },
    "BOOT_SECONDS=2 ",
  ),
  up: dyno("solution", async ({ type, waitFor }) => {
    await waitFor(/to up/);
    await type("curl -s http://localhost:3443/; echo");
    await waitFor(/at=info/);
  }),
  "socket-file": {
    target: "mistakes/text-to-listen",
    run: "PORT=abc node server.ts",
    untilLastStep: true,
    async steps({ type, waitFor }) {
      await waitFor(/open/);
      await type("ls -F abc");
    },
  },
  "refused-nonsense": {
    target: "solution",
    async steps({ type }) {
      await type('PORT=abc node server.ts; echo "exit code $?"');
    },
  },
  "localhost-only": {
    target: "mistakes/localhost-only",
    run: "node server.ts",
    async steps({ type, waitFor }) {
      await waitFor(/open/);
      await type("curl -sS http://127.0.0.1:3000/; echo");
      await type("curl -sS http://127.0.0.2:3000/");
    },
  },
  "not-installed": dyno("mistakes/dev-dependency", async ({ waitFor }) => waitFor(/to crashed/)),
  crash: dyno("solution", async ({ type, waitFor }) => {
    await waitFor(/to up/);
    await type(killShop);
    await waitFor(/to crashed/);
    await type("curl -s http://localhost:3443/");
    await waitFor(/H10/);
  }),
  "watch-stays": dyno("mistakes/watch-in-production", async ({ type, waitFor }) => {
    await waitFor(/to up/);
    await type(killShop);
    await waitFor(/Failed running/);
    await type("curl -s http://localhost:3443/");
    await waitFor(/H21/);
  }),
  restart: dyno("solution", async ({ type, waitFor }) => {
    await waitFor(/to up/);
    await type(
      `(sleep 0.8; ${restart}) & curl -sS 'http://localhost:3443/slow?ms=2000'; echo; wait`,
    );
    await waitFor(/to up/, 2);
  }),
  r12: dyno(
    "mistakes/close-and-wait",
    async ({ type, waitFor }) => {
      await waitFor(/to up/);
      await type(
        `(sleep 0.8; ${restart}) & curl -sS 'http://localhost:3443/slow?ms=2000'; echo; wait`,
      );
      await waitFor(/to up/, 2);
    },
    "EXIT_SECONDS=3 ",
  ),
  loop: behindIt(
    "mistakes/always-redirects",
    "curl -si http://localhost:3443/ | grep -iE '^(HTTP|location)'",
  ),
  liar: behindIt(
    "mistakes/trust-everybody",
    "curl -s -H 'X-Forwarded-For: 6.6.6.6' http://localhost:3443/; echo",
  ),
  disk: behindIt(
    "mistakes/orders-on-disk",
    "curl -s -X POST http://localhost:3443/orders; echo",
    restart,
    "curl -s http://localhost:3443/orders; echo",
  ),
  // What the process map plays.
  solution: {
    target: "solution",
    run: "node server.ts",
    trace: true,
    async steps({ type, program, waitFor }) {
      await waitFor(/open/);
      const line =
        "for i in 1 2 3 4; do curl -s http://localhost:3000/ > /dev/null; sleep 0.3; done";
      await type(line);
      await type(
        `(sleep 0.5; kill ${program.pid}; sleep 0.3; curl -sS http://localhost:3000/) & curl -sS 'http://localhost:3000/slow?ms=1500'; echo; wait`,
      );
      await program.exited(10_000);
    },
  },
} satisfies Recordings;
