import type { Agent } from "node:http";
import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import { jsonOf, oneConnection } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import { task } from "../../harness/task.ts";
import { ordersInOneGo } from "./orders.ts";
import { allSettled, askShop, distinct } from "./pids.ts";

const RUSH = 60;
const CONNECTIONS = 4;

interface Morning {
  /** The number of the last order of the day before. */
  last: number;
  numbers: number[];
}

task("no-shared-memory", ({ check, shared }) => {
  const shop = shared({ env: { WEB_CONCURRENCY: "2" } });
  const yesterday = shared({ env: { WEB_CONCURRENCY: "1" } });
  // Both checks look at one day of one shop: first a quiet morning, then the rush. What was counted the day before is over.
  let quiet: Promise<Morning> | undefined;
  const morning = () => (quiet ??= openAfter(yesterday, shop));

  check("one-after-another", async () => {
    const { last, numbers } = await morning();
    if (numbers.every((number, i) => number === i + 1)) return;
    const data = { numbers: numbers.slice(0, 9), orders: numbers.length };
    if (new Set(numbers).size < numbers.length) throw new Finding("numbers-repeat", data);
    if (numbers.every((number, i) => number === last + 1 + i))
      throw new Finding("numbers-start-late", { ...data, last });
    if (numbers.every((number, i) => number === numbers[0]! + i))
      throw new Finding("numbers-begin-elsewhere", { first: numbers[0] });
    throw new Finding("numbers-skip", data);
  });

  check("all-at-once", async () => {
    const before = (await morning()).numbers.length;
    const program = await shop();
    const answers = await ordersInOneGo(program, CONNECTIONS, RUSH / CONNECTIONS);
    const numbers = answers.sort((a, b) => a - b);
    if (numbers.every((number, i) => number === before + i + 1)) return;
    const repeats = RUSH - new Set(numbers).size;
    const data = { repeats, rush: RUSH, numbers: numbers.slice(0, 9), orders: before + RUSH };
    if (repeats === 0) throw new Finding("numbers-skip", data);
    // Who counts right but answers wrong gives the next order the right number; a counter that lost some doesn't.
    const counted = (await order(program)) === before + RUSH + 1;
    throw new Finding(counted ? "answers-mixed-up" : "updates-lost", data);
  });
});

/** Places an order in one run of the shop, ends it, and begins a morning in the next one. */
async function openAfter(
  yesterday: () => Promise<Program>,
  today: () => Promise<Program>,
): Promise<Morning> {
  const before = await yesterday();
  const last = await order(before);
  await before.stop();
  return { last, numbers: await oneAfterAnother(await today()) };
}

/** Places orders one after the other, until at least two processes have taken some. */
async function oneAfterAnother(program: Program): Promise<number[]> {
  await allSettled(program);
  const takers = () =>
    distinct(
      program.trace
        .of("request")
        .filter(({ path }) => path === "/orders")
        .map(({ pid }) => pid),
    );
  // Two orders at one worker, with none at another between them: who counts in steps is right only while workers take turns.
  const agent = oneConnection();
  const numbers = [await order(program, agent), await order(program, agent)];
  agent.destroy();
  while (numbers.length < 8 || (numbers.length < 80 && takers().length < 2))
    numbers.push(await order(program));
  if (takers().length < 2) throw new Finding("orders-one-process");
  return numbers;
}

async function order(program: Program, agent?: Agent): Promise<number> {
  const how = { method: "POST", within: patience(1500), ...(agent && { agent }) };
  const outcome = await askShop(program, "/orders", how);
  const number = jsonOf(outcome)?.["number"];
  if (typeof number === "number") return number;
  if (outcome.kind === "late") throw new Finding("order-unanswered", {}, "timed-out");
  const answer = outcome.kind === "answer" ? `${outcome.status} ${outcome.body}`.slice(0, 200) : "";
  throw new Finding("order-without-number", { kind: outcome.kind, answer });
}
