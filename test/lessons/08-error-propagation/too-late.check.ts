import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import type { Program } from "../../harness/program.ts";
import { task } from "../../harness/task.ts";
import { fateOf, mustHave, mustWork, order, request, seen, statusOf, written } from "./counter.ts";

const HOURS = 6;
/** What the errors say that come too late: of the sales of Sunday, and of the photo of matcha. */
const LATE = { sales: "at noon", photo: "damaged in block 4" };
const SENT_TWICE = /ERR_HTTP_HEADERS_SENT|headers after they are sent/;

task("too-late", ({ check }) => {
  check("broken-not-complete", async ({ start }) => {
    const shop = await start();
    const monday = "/sales/monday";
    const sales = await mustWork(
      shop,
      monday,
      (one) => one.body.trim().split("\n").length === HOURS,
    );
    mustHave(sales, { path: monday, name: "Content-Type", starter: "text/csv", right: /\bcsv\b/ });
    for (const path of ["/sales/sunday", "/photos/matcha"]) await mustBreak(shop, path);
    const logged = (message: string) => written(shop).includes(message);
    await seen(() => Object.values(LATE).every(logged), 1500);
    if (SENT_TWICE.test(written(shop))) throw new Finding("answers-again", {});
    if (!logged(LATE.sales)) throw new Finding("late-error-silent", {});
    if (!logged(LATE.photo)) throw new Finding("late-photo-silent", { message: LATE.photo });
  });

  check("answered-once", async ({ start }) => {
    const shop = await start();
    const refused = await request(shop, "/orders", order("taro"));
    if (statusOf(refused) !== 409) throw new Finding("sold-out-otherwise", endOf(refused));
    const placed = await request(shop, "/orders");
    // What is logged of the next error comes after all that was logged of this request.
    await request(shop, "/menu/lychee");
    await seen(() => written(shop).includes("recipes.db"), 1500);
    const twice = SENT_TWICE.test(written(shop));
    if (placed.kind === "answer" && placed.body.includes("taro")) {
      throw new Finding("went-on", { twice });
    }
    if (twice) throw new Finding("answers-twice", {});
    await mustWork(shop, "/orders", (one) => Array.isArray(valueOf(one.body)));
  });
});

function valueOf(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Half an answer must end broken; a program that answers only when it has all may also say that it failed. */
async function mustBreak(shop: Program, path: string): Promise<void> {
  const outcome = await request(shop, path);
  if (statusOf(outcome) >= 500) return;
  if (outcome.kind === "answer") throw new Finding("complete-200", { path });
  const fate = await fateOf(shop, outcome);
  if (fate === "died") {
    // Who takes the error and answers fails in a listener, where nobody catches.
    const again = SENT_TWICE.test(String(shop.trace.of("crash")[0]?.message));
    throw new Finding("late-error-kills", { path, again }, "crashed");
  }
  if (fate === "survived-crash") throw new Finding("listener-keeps-alive", {});
  if (fate === "hung") throw new Finding("left-hanging", { path }, "timed-out");
}
