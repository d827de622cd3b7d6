import { randomInt } from "node:crypto";
import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { openOrderBook } from "../../harness/order-book.ts";
import { jsonOf } from "../../harness/probe.ts";
import { askThrough, type Client } from "../../harness/router.ts";
import { task } from "../../harness/task.ts";
import { mustNotConfirm, newDrinks, placeOrders } from "./orders.ts";
import { customer, deploy } from "./platform.ts";
import { mustNotRedirect, redirectOf } from "./stopping.ts";

const HOST = "tea.example.com";

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
    const clientOf = async (headers: Record<string, string>, from: Client = customer) =>
      jsonOf(await askThrough(dyno, "/", { from, headers }))?.["client"] ?? null;
    const client = await clientOf({});
    if (/^(::ffff:)?127\.|^::1$/.test(String(client)))
      throw new Finding("client-is-router", { client });
    const wanted = customer.address;
    if (client !== wanted) throw new Finding("client-unknown", { client, wanted });
    const claimed = await clientOf({ "x-forwarded-for": "6.6.6.6" });
    if (claimed !== wanted) throw new Finding("client-spoofed", { client: claimed });
    // Neither this one nor what it claims can be known before.
    const next = `198.51.100.${randomInt(1, 255)}`;
    const claim = { "x-forwarded-for": `192.0.2.${randomInt(1, 255)}` };
    const other = await clientOf(claim, { address: next, proto: "https" });
    if (other !== next) throw new Finding("client-unknown", { client: other, wanted: next });
  });

  check("orders-survive", async (context) => {
    const book = await openOrderBook();
    context.onEnd(async () => book.close());
    const config = { ORDERS_URL: book.url };
    const drinks = newDrinks();
    const written = await placeOrders(await deploy(context, { config }), drinks);
    const { boot } = await deploy(context, { config });
    const dyno = await boot();
    const outcome = await askThrough(dyno, "/orders", { from: customer });
    const found = outcome.kind === "answer" && hasAll(outcome.body, drinks);
    if (!hasAll(JSON.stringify(book.orders), drinks)) {
      if (found) throw new Finding("orders-beside-the-book", {});
      if (written.length > 0) throw new Finding("orders-on-disk", { file: written[0] });
      throw new Finding("orders-forgotten", { came: book.types.length, ...endOf(outcome) });
    }
    if (!found) throw new Finding("orders-not-shown", endOf(outcome));
    const type = book.types.find((one) => !/^application\/([\w.-]+\+)?json\b/i.test(one));
    if (type !== undefined) throw new Finding("order-unlabelled", { type });
    await mustNotConfirm(dyno, book);
  });
});

function hasAll(text: string, drinks: string[]): boolean {
  return drinks.every((drink) => text.includes(drink));
}
