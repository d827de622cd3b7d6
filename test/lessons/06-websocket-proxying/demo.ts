import type { Both, Demo, Stage } from "../../harness/demo.ts";
import { startNginx } from "../../harness/nginx.ts";
import type { Program } from "../../harness/program.ts";
import { startRedis } from "../../harness/redis.ts";
import { Board, misfits } from "./boards.ts";
import { beginSession, order, PORTS, SERVER, sessionsBegun } from "./scene.ts";

const CLIENTS = 8;

interface Seen {
  transports: string;
  unknown: number;
  heard: number;
}

/** The states of a shop on its way from one server to two, each a target of this lesson. */
const STATES: { target: string; name: Both }[] = [
  {
    target: "starter",
    name: { en: "1. one server, nginx as it was", "zh-TW": "1. 一台伺服器，nginx 沒改" },
  },
  {
    target: "mistakes/round-robin",
    name: {
      en: "2. headers right, a second server",
      "zh-TW": "2. 標頭寫對，多一台伺服器",
    },
  },
  {
    target: "mistakes/no-adapter",
    name: { en: "3. a client stays with a server", "zh-TW": "3. 用戶端固定一台" },
  },
  { target: "solution", name: { en: "4. an adapter between them", "zh-TW": "4. 加上轉接器" } },
];

/** The same clients, in the four states of the shop. */
export default {
  title: {
    en: "One order board, eight clients, four configurations",
    "zh-TW": "一塊訂單看板，八個用戶端，四種設定",
  },
  async run(stage) {
    const rows = [];
    for (const { target, name } of STATES) {
      const { transports, unknown, heard } = await look(stage, target);
      rows.push([name, transports, unknown, `${heard} / ${CLIENTS}`]);
    }
    stage.table(
      [
        { en: "state", "zh-TW": "狀態" },
        { en: "clients are on", "zh-TW": "用戶端的傳輸" },
        { en: "“Session ID unknown”", "zh-TW": "「Session ID unknown」" },
        { en: "heard an order", "zh-TW": "聽到訂單" },
      ],
      rows,
    );
    stage.say({
      en: "In every row somebody could say “it connects”. 1: the upgrade is not passed on, and Socket.IO falls back in silence. 2: the requests of one session go to both servers; who gets in does so by luck. 3: calm, but each server tells only its own clients.",
      "zh-TW":
        "每一列都有人可以說「連得上啊」。1：升級沒有轉送，Socket.IO 悄悄退回 polling。2：同一個 session 的請求被送到兩台，連上的只是運氣好。3：風平浪靜，但每台只通知自己的用戶端。",
    });
  },
} satisfies Demo;

async function look(stage: Stage, target: string): Promise<Seen> {
  const redis = await startRedis();
  stage.onEnd(() => redis.stop());
  const folder = await stage.folder(target);
  const start = (options: object) => stage.start(target, options);
  const nginx = await startNginx({ folder, start, ports: PORTS });
  const env = { REDIS_URL: redis.url };
  const open = (port: number) => start({ command: SERVER, port: nginx.port(port), env });
  const [server] = await Promise.all([open(8001), open(8002)]);
  const machines = await fairMachines(nginx.url, server);
  const boards = machines.map((machine) => new Board(nginx.url, { machine }));
  try {
    await misfits(boards, ({ transport }) => transport === "websocket", { usual: 1500 });
    const transports = count(boards.map(({ transport }) => transport));
    const { number } = await order(server);
    await misfits(boards, (board) => board.times(number!) > 0, { usual: 500 });
    return {
      transports,
      unknown: boards.flatMap(({ failures }) => failures.filter((one) => /unknown/.test(one)))
        .length,
      heard: boards.filter((board) => board.times(number!) > 0).length,
    };
  } finally {
    for (const board of boards) board.close();
  }
}

/** Half of the clients from addresses that come to this server, half from others, where the server hangs on the address. */
async function fairMachines(url: string, server: Program): Promise<number[]> {
  const [here, there]: number[][] = [[], []];
  for (let machine = 1; machine <= 5 * CLIENTS; machine++) {
    const before = sessionsBegun(server);
    await beginSession(url, machine);
    (sessionsBegun(server) > before ? here : there)!.push(machine);
  }
  const some = [...here!.slice(0, CLIENTS / 2), ...there!.slice(0, CLIENTS / 2)];
  return some.length === CLIENTS ? some : [...here!, ...there!].slice(0, CLIENTS);
}

/** Such as "6 websocket, 2 none". */
function count(names: string[]): string {
  const counts = Object.entries(Object.groupBy(names, (name) => name));
  return counts.map(([name, all]) => `${all!.length} ${name}`).join(", ");
}
