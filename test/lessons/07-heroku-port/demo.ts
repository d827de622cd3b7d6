import { join } from "node:path";
import type { Demo, Stage } from "../../harness/demo.ts";
import { ask } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import { until } from "../../harness/wait.ts";

const DYNO = join(import.meta.dirname, "../../harness/run-dyno.ts");

/** Shows the local dyno's log as it comes, from its first state on. */
async function runDyno(stage: Stage, target: string): Promise<Program> {
  return stage.start(target, {
    command: ["node", DYNO],
    env: { BOOT_SECONDS: "3" },
    ready: "none",
    onOutput: (text) => {
      const lines = text.split("\n").filter((line) => /^\d\d:\d\d:\d\d/.test(line));
      for (const line of lines) console.log(`  ${line}`);
    },
  });
}

async function seen(dyno: Program, pattern: RegExp): Promise<void> {
  const what = String(pattern);
  const look = () => pattern.test(dyno.output.text);
  await until(look, { what, within: 30_000, unless: dyno.mustLive });
}

/** What a client gets, in few words. */
async function answerOf(dyno: Program, path: string): Promise<string> {
  const outcome = await ask(`http://127.0.0.1:${dyno.port + 443}${path}`, { within: 20_000 });
  return outcome.kind === "answer"
    ? `${outcome.status} ${outcome.body.trim().slice(0, 20)}`
    : outcome.kind;
}

export default {
  title: {
    en: "The dyno that never binds",
    "zh-TW": "永遠等不到監聽的 dyno",
  },
  async run(stage) {
    stage.say({
      en: "This shop takes its port from the command line, as on its author's desk. The platform tells it in PORT, and waits: 60 seconds at Heroku, 3 here.",
      "zh-TW":
        "這家店從命令列拿連接埠，和在作者桌上時一樣。平台卻是寫在 PORT 裡，然後等著：Heroku 等 60 秒，這裡等 3 秒。",
    });
    const deaf = await runDyno(stage, "mistakes/port-from-argv");
    await seen(deaf, /to crashed/);
    const lost = await answerOf(deaf, "/");
    await seen(deaf, /H10/);

    stage.say({
      en: "Nothing is wrong with the shop: it was open, on a port that nobody looks at. Now the one that reads PORT, in the same dyno; while an order of two seconds is in progress, all dynos are restarted.",
      "zh-TW":
        "店本身沒有問題：它開著，只是開在沒人看的連接埠上。接著在同一種 dyno 裡執行會讀 PORT 的那一家；一筆要做兩秒的訂單進行到一半時，重新啟動所有 dyno。",
    });
    const shop = await runDyno(stage, "solution");
    await seen(shop, /to up/);
    const found = await answerOf(shop, "/");
    const slow = answerOf(shop, "/slow?ms=2000");
    await new Promise((resolve) => setTimeout(resolve, 500)); // the order is in progress
    await ask(`http://127.0.0.1:${shop.port + 1}/dynos`, { method: "DELETE", within: 20_000 });
    const order = await slow;
    await seen(shop, /to up[\s\S]*to up/);
    console.log();
    stage.table(
      [
        { en: "request", "zh-TW": "請求" },
        { en: "port from the command line", "zh-TW": "連接埠來自命令列" },
        { en: "port from PORT", "zh-TW": "連接埠來自 PORT" },
      ],
      [
        ["GET /", lost, found],
        [{ en: "an order during the restart", "zh-TW": "重新啟動途中的訂單" }, "—", order],
      ],
    );
  },
} satisfies Demo;
