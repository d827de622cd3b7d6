import { setTimeout as sleep } from "node:timers/promises";
import type { Demo, Stage } from "../../harness/demo.ts";
import { startNginx, type Nginx } from "../../harness/nginx.ts";
import { patience } from "../../harness/pace.ts";
import { ask, jsonOf } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import { until } from "../../harness/wait.ts";

const SERVERS = [8001, 8002, 8003];
const CUSTOMERS = 40;

/** What nginx hides, and what it spreads. */
export default {
  title: {
    en: "nginx: one server dies, and one request is poison",
    "zh-TW": "nginx：一台伺服器倒下，一個請求有毒",
  },
  async run(stage) {
    await sharing(stage);
    await death(stage);
    await poison(stage);
  },
} satisfies Demo;

async function sharing(stage: Stage): Promise<void> {
  stage.say({
    en: `Three servers behind nginx, and ${CUSTOMERS} customers. With weight=3 for the first:`,
    "zh-TW": `nginx 後面有三台伺服器，來了 ${CUSTOMERS} 位客人。第一台設成 weight=3：`,
  });
  await showShares(stage, await open(stage, "mistakes/weights"));
  stage.say({
    en: "And without weights:",
    "zh-TW": "不設權重：",
  });
  await showShares(stage, await open(stage, "solution"));
}

async function showShares(stage: Stage, { nginx }: Shop): Promise<void> {
  const { served } = await customers(nginx);
  stage.bars(SERVERS.map((port) => ({ label: port, value: served.get(port) ?? 0, tone: "good" })));
}

async function death(stage: Stage): Promise<void> {
  const { nginx, servers } = await open(stage, "solution");
  stage.say({
    en: "Now 8002 is killed, in the middle of the day (kill -9). The customers go on coming:",
    "zh-TW": "現在，營業到一半，8002 被砍掉（kill -9）。客人照樣上門：",
  });
  process.kill(servers[1]!.pid, "SIGKILL");
  const during = await customers(nginx);
  const died = performance.now();
  const again = await openServer(stage, "solution", nginx, 8002);
  const comesBack = async () => (await customers(nginx, 3)).served.has(8002);
  await until(comesBack, { what: "the return of 8002", within: patience(15_000), every: 100 });
  const seconds = ((performance.now() - died) / 1000).toFixed(1);
  await again.stop();
  stage.table(
    [
      { en: "customers", "zh-TW": "客人" },
      { en: "served", "zh-TW": "買到茶" },
      { en: "lines in nginx's log", "zh-TW": "nginx 日誌的行數" },
      { en: "8002 started again, asked again after", "zh-TW": "8002 重新啟動，再收到請求" },
    ],
    [
      [
        CUSTOMERS,
        during.total,
        nginx.log().filter((line) => line.startsWith("[error]")).length,
        { en: `${seconds} s`, "zh-TW": `${seconds} 秒後` },
      ],
    ],
  );
}

async function poison(stage: Stage): Promise<void> {
  stage.say({
    en: "Last, one GET that kills whoever answers it. How many of the three survive?",
    "zh-TW": "最後是一個誰回應就弄倒誰的 GET。三台還剩幾台？",
  });
  const scenes = [
    await poisoned(stage, "mistakes/no-limit"),
    await poisoned(stage, "solution"),
    await poisoned(stage, "solution", { warm: true }),
  ];
  const labels = [
    { en: "nginx by default", "zh-TW": "nginx 的預設" },
    { en: "proxy_next_upstream_tries 2", "zh-TW": "proxy_next_upstream_tries 2" },
    { en: "the same, with connections kept", "zh-TW": "同上，但連線都還留著" },
  ];
  stage.bars(
    scenes.map((alive, i) => ({
      label: labels[i]!,
      value: alive,
      tone: alive > 0 ? "good" : "bad",
    })),
  );
  stage.say({
    en: "A proxy hides a death by asking the next server. That is also how it spreads one.",
    "zh-TW": "代理靠著改問下一台來遮住當機；當機也是這樣擴散的。",
  });
}

/** How many servers are alive after one poison request. */
async function poisoned(stage: Stage, target: string, { warm = false } = {}): Promise<number> {
  const { nginx, servers } = await open(stage, target);
  if (warm) await customers(nginx, 6);
  await ask(`${nginx.url}/poison`, { within: patience(5000) });
  // Who got the request has ended by now, or is about to.
  await until(() => servers.some(({ exit }) => exit), { what: "a death", within: patience(5000) });
  await sleep(300);
  return servers.filter(({ exit }) => !exit).length;
}

interface Shop {
  nginx: Nginx;
  servers: Program[];
}

async function open(stage: Stage, target: string): Promise<Shop> {
  const nginx = await startNginx({
    folder: await stage.folder(target),
    start: (options) => stage.start(target, options),
    ports: [8080, ...SERVERS],
  });
  const servers = SERVERS.map((port) => openServer(stage, target, nginx, port));
  return { nginx, servers: await Promise.all(servers) };
}

function openServer(stage: Stage, target: string, nginx: Nginx, port: number): Promise<Program> {
  return stage.start(target, { command: ["node", "server.ts"], port: nginx.port(port) });
}

/** Customers, one after the other; tells who served how many. */
async function customers({ url, documented }: Nginx, count = CUSTOMERS) {
  const served = new Map<number, number>();
  let total = 0;
  for (let i = 0; i < count; i++) {
    const server = Number(jsonOf(await ask(url))?.["server"]);
    if (!server) continue;
    total += 1;
    const port = documented(server);
    served.set(port, (served.get(port) ?? 0) + 1);
  }
  return { total, served };
}
