import { randomInt } from "node:crypto";
import { privateAddress } from "../../harness/addresses.ts";
import { claimsOfOthers } from "../../harness/claims.ts";
import type { Dyno } from "../../harness/dyno.ts";
import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { openOrderBook } from "../../harness/order-book.ts";
import { jsonOf } from "../../harness/probe.ts";
import { askThrough, type Client } from "../../harness/router.ts";
import { task, type CheckContext } from "../../harness/task.ts";
import {
  mustAskTheBook,
  mustList,
  mustNotConfirm,
  mustNotTakePlain,
  newDrinks,
  placeOrders,
  shapeOf,
} from "./orders.ts";
import { customer, deploy } from "./platform.ts";
import { mustRedirect } from "./redirects.ts";
import { mustNotRedirect, redirectOf } from "./stopping.ts";

/** What other routers write, and this one leaves as the client sent it. */
const OTHER_CLAIMS = { ...claimsOfOthers("6.6.6.6"), forwarded: "for=6.6.6.6" };

task("behind-the-router", ({ check }) => {
  check("https-redirect", async (context) => {
    const { config } = await attachBook(context);
    const { boot } = await deploy(context, { config });
    await mustRedirect(await boot());
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
    if (claimed !== wanted && String(claimed).includes(wanted))
      throw new Finding("client-not-cut-out", { client: claimed, wanted });
    if (claimed !== wanted) throw new Finding("client-spoofed", { client: claimed });
    const believed = await clientOf(OTHER_CLAIMS);
    if (believed !== wanted) throw new Finding("client-claims-elsewhere", { client: believed });
    // Neither this one nor what it claims can be known before.
    const next = `198.51.100.${randomInt(1, 255)}`;
    const claim = { "x-forwarded-for": `192.0.2.${randomInt(1, 255)}` };
    const other = await clientOf(claim, { address: next, proto: "https" });
    if (other !== next) throw new Finding("client-unknown", { client: other, wanted: next });
    await mustTrustOtherRouters(dyno);
  });

  check("orders-survive", async (context) => {
    const { book, config } = await attachBook(context);
    const drinks = newDrinks();
    const written = await placeOrders(await deploy(context, { config }), drinks, book);
    const { boot } = await deploy(context, { config });
    const dyno = await boot();
    const outcome = await askThrough(dyno, "/orders", { from: customer });
    const found = outcome.kind === "answer" && hasAll(outcome.body, drinks);
    if (!hasAll(JSON.stringify(book.orders), drinks)) {
      if (found) throw new Finding("orders-beside-the-book", {});
      if (written.length > 0) throw new Finding("orders-on-disk", { file: written[0] });
      throw new Finding("orders-forgotten", { came: book.types.length, ...endOf(outcome) });
    }
    const shape = shapeOf(book.orders, drinks);
    if (shape !== "right") throw new Finding("order-misshapen", { shape, got: book.orders.at(-1) });
    if (!found) throw new Finding("orders-not-shown", endOf(outcome));
    mustList(outcome, drinks);
    await mustAskTheBook(dyno, book);
    mustNotTakePlain(book);
    const type = book.types.find((one) => !/^application\/([\w.-]+\+)?json\b/i.test(one));
    if (type !== undefined) throw new Finding("order-unlabelled", { type });
    await mustNotConfirm(dyno, book);
  });
});

/** A platform's routers are other machines: who trusts only this one knows the client here, and nobody there. */
async function mustTrustOtherRouters(dyno: Dyno): Promise<void> {
  const at = privateAddress();
  // A machine without such an address, or with a firewall before it, can't tell.
  const outcome =
    at === undefined ? undefined : await askThrough(dyno, "/", { from: customer, at });
  if (outcome?.kind !== "answer") return;
  const redirected = redirectOf(outcome) !== undefined;
  const client = jsonOf(outcome)?.["client"] ?? null;
  const wanted = customer.address;
  if (redirected || client !== wanted)
    throw new Finding("client-behind-other-router", { client, wanted, redirected });
}

/** Opens an order book for a program, and gives the config var that tells it where. */
async function attachBook({ onEnd }: CheckContext) {
  const book = await openOrderBook();
  onEnd(() => book.close());
  return { book, config: { ORDERS_URL: book.url } };
}

function hasAll(text: string, drinks: string[]): boolean {
  return drinks.every((drink) => text.includes(drink));
}
