import { Finding } from "../../harness/finding.ts";
import { task } from "../../harness/task.ts";
import { endOf } from "../../harness/ended.ts";
import { mustBeServed, withShop } from "./shop.ts";

/** With what is escaped in its path, too: nginx knows the path also without. */
const PATH = "/menu/green%20tea%2Flatte?size=large&tea=%E8%8C%B6";
const ORDER = JSON.stringify({ tea: "oolong", cups: 2 });

task("valid", ({ check }) => {
  check("config-is-clean", async (context) => {
    await withShop(context, async () => {});
  });

  check("request-passes", async (context) => {
    await withShop(context, async (shop) => {
      const outcome = await shop.ask(PATH);
      const [broken] = shop.counters.flatMap(({ malformed }) => malformed);
      if (broken) throw new Finding("path-decoded", { sent: PATH, got: broken });
      const [got] = shop.counters.flatMap(({ arrived }) => arrived);
      if (!got) return mustBeServed(shop, outcome);
      if (got.url !== PATH) throw new Finding("path-changed", { sent: PATH, got: got.url });
      mustBeServed(shop, outcome);
      const headers = { "content-type": "application/json" };
      const order = await shop.ask("/orders", { method: "POST", body: ORDER, headers });
      const posted = shop.counters
        .flatMap(({ arrived }) => arrived)
        .find(({ url }) => url === "/orders");
      if (posted?.method !== "POST" || posted.body !== ORDER)
        throw new Finding("order-changed", { method: posted?.method ?? "-", ...endOf(order) });
    });
  });
});
