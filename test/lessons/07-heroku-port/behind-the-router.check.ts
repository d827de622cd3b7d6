import { readdir } from "node:fs/promises";
import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { jsonOf, type Outcome } from "../../harness/probe.ts";
import { askThrough } from "../../harness/router.ts";
import type { Dyno } from "../../harness/dyno.ts";
import { task } from "../../harness/task.ts";
import { openBook, type Book } from "./book.ts";
import { customer, deploy, type Platform } from "./platform.ts";
import { mustNotRedirect, redirectOf } from "./stopping.ts";

const HOST = "tea.example.com";
const DRINKS = ["oolong latte", "taro milk"];

task("behind-the-router", ({ check }) => {
  check("https-redirect", async (context) => {
    const { boot } = await deploy(context);
    const path = "/orders?drink=oolong";
    const from = { ...customer, proto: "http" } as const;
    const outcome = await askThrough(await boot(), path, { from, headers: { host: HOST } });
    const location = redirectOf(outcome);
    if (location === undefined) throw new Finding("no-redirect", endOf(outcome));
    const wanted = `https://${HOST}${path}`;
    if (location !== wanted) throw new Finding("redirect-elsewhere", { location, wanted });
  });

  check("no-loop", async (context) => {
    const { boot } = await deploy(context);
    const outcome = await askThrough(await boot(), "/", { from: customer });
    mustNotRedirect(outcome);
    if (outcome.kind !== "answer" || outcome.status !== 200)
      throw new Finding("https-fails", endOf(outcome));
  });

  check("real-client", async (context) => {
    const { boot } = await deploy(context);
    const dyno = await boot();
    const clientOf = async (headers: Record<string, string>) =>
      jsonOf(await askThrough(dyno, "/", { from: customer, headers }))?.["client"] ?? null;
    const client = await clientOf({});
    if (/^(::ffff:)?127\.|^::1$/.test(String(client)))
      throw new Finding("client-is-router", { client });
    const wanted = customer.address;
    if (client !== wanted) throw new Finding("client-unknown", { client, wanted });
    const claimed = await clientOf({ "x-forwarded-for": "6.6.6.6" });
    if (claimed !== wanted) throw new Finding("client-spoofed", { client: claimed });
  });

  check("orders-survive", async (context) => {
    const book = await openBook();
    context.onEnd(async () => book.close());
    const config = { ORDERS_URL: book.url };
    const written = await placeOrders(await deploy(context, { config }));
    const { boot } = await deploy(context, { config });
    const dyno = await boot();
    const outcome = await askThrough(dyno, "/orders", { from: customer });
    const found = outcome.kind === "answer" ? outcome.body : "";
    if (!DRINKS.every((drink) => found.includes(drink))) {
      if (written.length > 0) throw new Finding("orders-on-disk", { file: written[0] });
      throw new Finding("orders-forgotten", endOf(outcome));
    }
    const type = book.types.find((one) => !/^application\/([\w.-]+\+)?json\b/i.test(one));
    if (type !== undefined) throw new Finding("order-unlabelled", { type });
    await mustNotConfirm(dyno, book);
  });
});

/** An order that the order book does not take must not be a success for the customer. */
async function mustNotConfirm(dyno: Dyno, book: Book): Promise<void> {
  const status = 503;
  book.refuse(status);
  const outcome = await placeOrder(dyno, "black tea");
  if (isSuccess(outcome)) throw new Finding("order-lost", { status, ...endOf(outcome) });
}

function placeOrder(dyno: Dyno, drink: string): Promise<Outcome> {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ drink });
  return askThrough(dyno, "/orders", { from: customer, method: "POST", headers, body });
}

function isSuccess(outcome: Outcome): boolean {
  return outcome.kind === "answer" && outcome.status < 300;
}

/** Places orders at a dyno that then ends, with its disk. @returns the files that it had written there. */
async function placeOrders({ slug, boot }: Platform): Promise<string[]> {
  const before = new Set(await filesOf(slug.folder));
  const dyno = await boot();
  for (const drink of DRINKS) {
    const outcome = await placeOrder(dyno, drink);
    if (!isSuccess(outcome)) throw new Finding("order-refused", endOf(outcome));
  }
  await dyno.stop();
  return (await filesOf(slug.folder)).filter((file) => !before.has(file));
}

/** The application's files; tools keep theirs in folders whose names begin with a dot. */
async function filesOf(folder: string): Promise<string[]> {
  const all = await readdir(folder, { recursive: true });
  return all.filter((file) => !/(^|[/\\])(\.|node_modules)/.test(file)).sort();
}
