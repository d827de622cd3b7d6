import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { jsonOf, type Outcome } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import { task } from "../../harness/task.ts";
import {
  fateOf,
  isOurError,
  mustWork,
  order,
  request,
  seen,
  statusOf,
  written,
  type Fate,
} from "./counter.ts";

task("async", ({ check }) => {
  check("rejection-answered", async ({ start }) => {
    const shop = await start();
    await mustWork(shop, "/stock/oolong", (one) => {
      const { tea, cups } = jsonOf(one) ?? {};
      return tea === "oolong" && cups === 12;
    });
    await mustBeError(shop, await request(shop, "/stock/lychee"), {
      died: "rejection-kills",
      "survived-crash": "listener-keeps-alive",
      hung: "rejection-hangs",
    });
    const nothing = await request(shop, "/stock/plum");
    if (statusOf(nothing) === 404) throw new Finding("empty-reason-404", {});
    if (statusOf(nothing) === 200) throw new Finding("empty-reason-missed", endOf(nothing));
    await mustBeError(shop, nothing, { hung: "empty-reason-missed" });
  });

  check("callback-answered", async ({ start }) => {
    const shop = await start();
    await mustWork(
      shop,
      "/recipes/oolong",
      (one) => Array.isArray(jsonOf(one)?.["steps"]),
      () => whyNoRecipe(shop),
    );
    const outcome = await request(shop, "/recipes/lychee");
    if (statusOf(outcome) === 200) throw new Finding("callback-error-ignored", endOf(outcome));
    await mustBeError(shop, outcome, {
      died: "callback-throw-kills",
      "survived-crash": "listener-keeps-alive",
      hung: "callback-hangs",
    });
    // Whatever the callback still does after the answer is over when the next request is answered.
    if ((await fateOf(shop, await request(shop, "/"))) === "died")
      throw new Finding("callback-goes-on", {}, "crashed");
  });

  check("forgotten-promise", async ({ start }) => {
    const shop = await start();
    const outcome = await request(shop, "/orders", order("jasmine"));
    if (statusOf(outcome) >= 500) {
      const others = statusOf(await request(shop, "/orders", order("oolong")));
      const id = others === 201 ? "order-fails-with-label" : "order-otherwise";
      throw new Finding(id, { status: statusOf(outcome), ...endOf(outcome) });
    }
    const crashed = () => shop.trace.of("crash").length > 0;
    const told = await seen(() => crashed() || written(shop).includes("jammed"), 1500);
    if (crashed()) {
      const died = (await fateOf(shop, outcome)) === "died";
      throw new Finding(died ? "background-kills" : "listener-keeps-alive", {}, "crashed");
    }
    if (statusOf(outcome) !== 201) throw new Finding("order-otherwise", endOf(outcome));
    // An Error in JSON is {}.
    const emptied = written(shop).includes("{}");
    if (!told) throw new Finding("background-silent", { emptied });
  });
});

/** The kitchen calls back in any case; without a callback, it dies of that. */
async function whyNoRecipe(shop: Program): Promise<Finding | undefined> {
  const crash = await seen(() => shop.trace.of("crash")[0], 700);
  const known = /\bdone is not a function/.test(String(crash?.message));
  return known ? new Finding("callback-not-given", {}, "crashed") : undefined;
}

/** An error must have been answered as one; otherwise the program's fate decides what is found. */
async function mustBeError(
  shop: Program,
  outcome: Outcome,
  causes: Partial<Record<Fate, string>>,
): Promise<void> {
  if (isOurError(outcome)) return;
  const fate = await fateOf(shop, outcome);
  const cause = causes[fate];
  if (!cause) throw new Finding("async-otherwise", endOf(outcome));
  throw new Finding(
    cause,
    endOf(outcome),
    fate === "died" ? "crashed" : fate === "hung" ? "timed-out" : "wrong",
  );
}
