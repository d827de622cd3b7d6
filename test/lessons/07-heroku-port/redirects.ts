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

  const mustSend = async (where: string) => {
    const look = await ask(where);
    if (redirectOf(look) !== undefined) return look;
    const route = where.replace(/\?.*/, "");
    const { kind, answer } = endOf(look);
    // A middleware behind a route that answers gets what no route has answered.
    const elsewhere = () => ask(`/nobody/${randomInt(1e9)}`);
    const late = answer !== undefined && redirectOf(await elsewhere()) !== undefined;
    const said = answer?.replace(/("pid":)\d+/, "$1…"); // another one in every run
    throw new Finding(late ? "redirect-too-late" : "no-redirect", { route, kind, answer: said });
  };
  const look = await mustSend(path);
  await mustSend("/");
  const order = await ask(path, orderOf("oolong"));
  if (redirectOf(order) === undefined) throw new Finding("order-not-redirected", endOf(order));

  const wanted = `https://${HOST}${path}`;
  const location = [look, order].map(redirectOf).find((one) => one !== wanted);
  if (location !== undefined) throw new Finding("redirect-elsewhere", { location, wanted });
  const status = order.kind === "answer" ? order.status : undefined;
  if (status !== 307 && status !== 308) throw new Finding("redirect-drops-order", { status });
}
