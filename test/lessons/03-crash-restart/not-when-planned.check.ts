import { Finding } from "../../harness/finding.ts";
import { task } from "../../harness/task.ts";
import { crash, exitOf, listened, newcomer, openShop, retire, seen } from "./crew.ts";

// Many deaths in a short time are the subject of later tasks.
const env = { MAX_DEATHS: "1000" };

task("not-when-planned", ({ check }) => {
  check("planned-stop-stays", async ({ start }) => {
    const shop = await openShop(start, 3, env);
    const before = listened(shop);
    await retire(shop);
    // A death that must be answered shows that the planned stop was not: both would have happened by then.
    const death = await crash(shop);
    if (!(await newcomer(shop, before))) throw new Finding("not-replaced", { crashed: death.child, left: 1 });
    const undone = shop.trace.of("fork").filter(({ at }) => at < death.at).length - 3;
    if (undone > 0) throw new Finding("planned-undone", { undone });
  });

  check("one-for-one", async ({ start }) => {
    const shop = await openShop(start, 2, env);
    for (let deaths = 1; deaths <= 2; deaths++) {
      const before = listened(shop);
      const { child } = await crash(shop);
      if (!(await newcomer(shop, before))) throw new Finding("not-replaced", { crashed: child, left: 1 });
    }
    const forks = shop.trace.of("fork").length - 2;
    if (forks > 2) throw new Finding("two-for-one", { deaths: 2, forks });
  });

  check("killed-is-not-planned", async ({ start }) => {
    const shop = await openShop(start, 2, env);
    const before = listened(shop);
    const victim = before[0]!;
    process.kill(victim, "SIGKILL");
    await seen(shop, () => exitOf(shop, victim), 5000);
    if (!(await newcomer(shop, before))) throw new Finding("kill-taken-for-planned", { victim });
  });
});
