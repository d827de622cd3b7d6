import { setTimeout as sleep } from "node:timers/promises";
import { until } from "../../harness/wait.ts";
import { ask } from "../../harness/probe.ts";
import type { RecordingContext, RecordingPlan, Recordings } from "../../harness/recording.ts";

/** All ports that the files of this lesson name: nginx, the servers, and the Redis of start.ts. */
const PORTS = [8080, 8001, 8002, 6380];
const NOTHING = /(?!)/;
const UPGRADE =
  '-H "Connection: Upgrade" -H "Upgrade: websocket" -H "Sec-WebSocket-Version: 13" -H "Sec-WebSocket-Key: b25lIG1pbGsgdGVhLCBzbw=="';

/** The whole shop, as `pnpm course run 06` starts it; of its output only what `shows` fits. */
function shop(
  target: string,
  play: (context: RecordingContext) => Promise<void>,
  shows = NOTHING,
): RecordingPlan {
  return {
    target,
    run: "node start.ts",
    ports: PORTS,
    shows,
    async steps(context) {
      await context.waitFor(/listens/, 2);
      await play(context);
    },
  };
}

/** The server to which nginx sends a client that comes from here. */
async function mine({ program }: RecordingContext): Promise<{ pid: number }> {
  const nginx = /nginx: (\S+)/.exec(program.output.text)![1]!;
  const menu = await fetch(`${nginx}/menu`, { headers: { connection: "close" } });
  return (await menu.json()) as { pid: number };
}

/** Waits until a board has had so many sessions, and has printed what came of the last one. */
async function sessions({ program }: RecordingContext, count: number): Promise<void> {
  const named = () =>
    program.trace.of("request").flatMap(({ path }) => /[&]sid=(\S+)/.exec(String(path))?.[1] ?? []);
  await until(() => new Set(named()).size >= count, { what: "a session", within: 30_000 });
  await sleep(800);
}

/** A board is open while its server gets a signal; afterwards it comes back, or doesn't. */
async function boardDuring(
  context: RecordingContext,
  signal: string,
  comesBack = true,
): Promise<void> {
  const { type } = context;
  const { pid } = await mine(context);
  await type("node watch.ts http://localhost:8080 --seconds 20 > board.txt 2>&1 &");
  await sessions(context, 1);
  await type("curl -s -X POST http://localhost:8080/orders; echo");
  await type("curl -s http://localhost:8080/menu; echo");
  await type(`kill ${signal}${pid}; sleep 0.5`);
  await type("curl -s -X POST http://localhost:8080/orders; echo");
  await (comesBack ? sessions(context, 2) : sleep(5000));
  await type("cat board.txt");
}

export default {
  "silent-fallback": shop("starter", async ({ type }) => {
    await type("node watch.ts http://localhost:8080");
    await type(
      `curl -s -i ${UPGRADE} "http://localhost:8080/socket.io/?EIO=4&transport=websocket" | head -1`,
    );
    await type(
      `curl -s -i -m 1 ${UPGRADE} "http://localhost:8001/socket.io/?EIO=4&transport=websocket" | head -1`,
    );
  }),
  upgraded: shop("solution", async ({ type }) => {
    await type("node watch.ts http://localhost:8080");
  }),
  "proxy-polls": shop("mistakes/no-upgrade-listener", async ({ type }) => {
    await type("node watch.ts http://localhost:3000");
    await type("node watch.ts http://localhost:3000 --transports websocket --seconds 4");
  }),
  "proxy-falls": {
    target: "mistakes/answers-a-socket",
    ports: PORTS,
    run: "TARGET=http://127.0.0.1:8001 node proxy.ts",
    shows: /^proxy \d|^GET|^TypeError|^Node/,
    async steps({ type, program, waitFor }) {
      await waitFor(/proxy/);
      await type(
        `curl -sS ${UPGRADE} "http://localhost:3000/socket.io/?EIO=4&transport=websocket"`,
      );
      await program.exited(5000);
    },
  },
  "session-unknown": shop("mistakes/round-robin", async ({ type }) => {
    await type(
      `URL="http://localhost:8080/socket.io/?EIO=4&transport=polling"; SID=$(curl -s "$URL" | grep -o '"sid":"[^"]*' | cut -c8-); for i in 1 2 3 4; do curl -s -d 3 "$URL&sid=$SID"; echo; done`,
    );
  }),
  "half-the-room": shop("mistakes/no-adapter", hearsOfTheOther),
  everybody: shop("solution", hearsOfTheOther),
  killed: shop("solution", (context) => boardDuring(context, "-9 "), /has ended/),
  drained: shop("solution", (context) => boardDuring(context, ""), /has ended/),
  "sent-away": shop(
    "mistakes/disconnects-sockets",
    (context) => boardDuring(context, "", false),
    /has ended/,
  ),
  solution: {
    ...shop("solution", async (context) => {
      const { type, program } = context;
      const url = /nginx: (\S+)/.exec(program.output.text)![1]!;
      let machine = 1; // each customer has an address of its own
      const order = (path: string) => void ask(url + path, { from: `127.0.${machine++}.1` });
      await type("node watch.ts http://localhost:8080 --seconds 9 > board.txt 2>&1 &");
      for (let i = 0; i < 6; i++) {
        order(i % 3 === 0 ? "/slow?ms=300" : "/menu");
        await sleep(150);
      }
      const { pid } = await mine(context);
      process.kill(pid, "SIGTERM");
      for (let i = 0; i < 25; i++) {
        order(i % 3 === 0 ? "/slow?ms=300" : "/menu");
        await sleep(150);
      }
    }),
    trace: true,
    omits: ["start.ts", "proxy.ts", "watch.ts"],
  },
} satisfies Recordings;

/** A board at one server, an order at the other. */
async function hearsOfTheOther(context: RecordingContext): Promise<void> {
  const { type } = context;
  await type("node watch.ts http://localhost:8002 --seconds 20 > board.txt 2>&1 &");
  await sessions(context, 1);
  await type("curl -s -X POST http://localhost:8001/orders; echo; sleep 1");
  await type("cat board.txt");
}
