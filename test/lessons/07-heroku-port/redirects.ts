import { randomInt } from "node:crypto";
import type { Dyno } from "../../harness/dyno.ts";
import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { askThrough } from "../../harness/router.ts";
import { orderOf } from "./orders.ts";
import { customer } from "./platform.ts";
import { redirectOf } from "./stopping.ts";

const HOST = "tea.example.com";

/** What comes over plain http must be sent to the same place over https: who looks, and who orders. */
export async function mustRedirect(dyno: Dyno): Promise<void> {
  const path = "/orders?drink=oolong";
  const from = { ...customer, proto: "http" } as const;
  const ask = (where: string, order: { method?: string; headers?: object; body?: string } = {}) =>
    askThrough(dyno, where, { ...order, from, headers: { ...order.headers, host: HOST } });

  const look = await ask(path);
  if (redirectOf(look) === undefined) {
    // A middleware behind the routes gets what no route has answered.
    const late = redirectOf(await ask(`/nobody/${randomInt(1e9)}`)) !== undefined;
    throw new Finding(late ? "redirect-too-late" : "no-redirect", endOf(look));
  }
  const order = await ask(path, orderOf("oolong"));
  if (redirectOf(order) === undefined) throw new Finding("order-not-redirected", endOf(order));

  const wanted = `https://${HOST}${path}`;
  const location = [look, order].map(redirectOf).find((one) => one !== wanted);
  if (location !== undefined) throw new Finding("redirect-elsewhere", { location, wanted });
}
