import { setTimeout as sleep } from "node:timers/promises";
import type { RecordingContext, Recordings } from "../../harness/recording.ts";

/** The pids of the workers that listen now, oldest first. */
function workers({ program }: RecordingContext): number[] {
  const gone = program.trace.of("exit").map(({ child }) => child);
  return program.trace
    .of("listening")
    .flatMap(({ child }) => (gone.includes(child) ? [] : Number(child)));
}

const FRONT = "for i in 1 2 3 4; do curl -s http://localhost:3000/; echo; done";

export default {
  "nobody-left": {
    target: "starter",
    run: "node server.ts",
    async steps({ type, waitFor }) {
      await waitFor(/listens/, 2);
      await type("curl -s -X POST http://localhost:3000/crash; echo; sleep 1");
      await waitFor(/Node\.js v/, 1);
      await type("curl -s -X POST http://localhost:3000/crash; echo; sleep 1");
      await waitFor(/Node\.js v/, 2);
      await type("curl -sS http://localhost:3000/");
    },
  },
  replaced: {
    target: "solution",
    run: "node server.ts",
    async steps(context) {
      const { type, waitFor } = context;
      await waitFor(/listens/, 2);
      await type(`kill -9 ${workers(context)[0]}`);
      await waitFor(/listens/, 3);
      await type(FRONT);
    },
  },
  "planned-undone": {
    target: "mistakes/respawns-always",
    run: "node server.ts",
    async steps({ type, waitFor }) {
      await waitFor(/listens/, 2);
      await type("curl -s -X POST http://localhost:3000/retire; echo; sleep 1");
      await waitFor(/listens/, 3);
    },
  },
  storm: {
    target: "mistakes/no-back-off",
    run: "WEB_CONCURRENCY=1 MAX_DEATHS=7 BOOT_FAILS_IF=server.ts node server.ts",
    steps: async ({ program }) => void (await program.exited(30_000)),
  },
  "back-off": {
    target: "solution",
    run: "WEB_CONCURRENCY=1 MAX_DEATHS=7 BOOT_FAILS_IF=server.ts node server.ts",
    steps: async ({ program }) => void (await program.exited(30_000)),
    trace: true,
  },
  "give-up": {
    target: "solution",
    async steps({ type }) {
      await type('WEB_CONCURRENCY=1 BOOT_FAILS_IF=server.ts node server.ts; echo "exit code $?"');
    },
  },
  "stop-cuts": {
    target: "starter",
    run: "node server.ts",
    async steps({ type, program, waitFor }) {
      await waitFor(/listens/, 2);
      await type(
        `(sleep 0.5; kill ${program.pid}) & curl -sS "http://localhost:3000/slow?ms=2000"`,
      );
    },
  },
  "stop-waits": {
    target: "solution",
    run: "WEB_CONCURRENCY=1 node server.ts",
    async steps({ type, program, waitFor }) {
      await waitFor(/listens/, 1);
      await type(
        `(sleep 0.5; kill ${program.pid}; sleep 0.5; curl -sS http://localhost:3000/) & curl -sS "http://localhost:3000/slow?ms=2000"; echo; sleep 1`,
      );
      await program.exited(10_000);
    },
  },
  "stop-limit": {
    target: "solution",
    run: "WEB_CONCURRENCY=1 STOP_WITHIN_MS=1000 node server.ts",
    async steps({ type, program, waitFor }) {
      await waitFor(/listens/, 1);
      await type(
        `(sleep 0.5; kill ${program.pid}) & curl -sSN http://localhost:3000/board; sleep 1`,
      );
      await program.exited(10_000);
    },
  },
  rolling: {
    target: "solution",
    run: "node server.ts",
    async steps({ type, program, waitFor }) {
      await waitFor(/listens/, 2);
      const line =
        "for i in $(seq 200); do curl -s -o /dev/null -w '%{http_code}\\n' http://localhost:3000/; done | sort | uniq -c";
      await type(`(sleep 0.3; kill -HUP ${program.pid}) & ${line}`);
      await waitFor(/restart done/);
    },
  },
  "broken-deploy": {
    target: "solution",
    run: "BOOT_FAILS_IF=broken node server.ts",
    async steps({ type, program, waitFor }) {
      await waitFor(/listens/, 2);
      await type(`touch broken; kill -HUP ${program.pid}`);
      await waitFor(/abandoned/);
      await type("curl -s http://localhost:3000/; echo");
    },
  },
  // The run that the home page plays.
  solution: {
    target: "solution",
    run: "WEB_CONCURRENCY=3 node server.ts",
    trace: true,
    async steps(context) {
      const { type, program, waitFor } = context;
      await waitFor(/listens/, 3);
      const ask = (path: string) =>
        fetch(program.url + path, { headers: { connection: "close" } }).catch(() => {});
      const serve = async (rounds: number) => {
        for (let i = 0; i < rounds; i++) {
          void ask(i % 3 === 0 ? "/slow?ms=300" : "/");
          await sleep(110);
        }
      };
      await serve(9);
      await type("curl -s -X POST http://localhost:3000/crash; echo; sleep 1");
      await waitFor(/listens/, 4);
      await serve(8);
      await type(`kill -9 ${workers(context)[0]}`);
      await waitFor(/listens/, 5);
      await serve(6);
      const [, traffic] = await Promise.all([type(`kill -HUP ${program.pid}`), serve(14)]);
      void traffic;
      await waitFor(/restart done/);
      await serve(3);
      void ask("/slow?ms=500");
      await sleep(80);
      await type(`kill ${program.pid}`);
      await program.exited(10_000);
    },
  },
} satisfies Recordings;
