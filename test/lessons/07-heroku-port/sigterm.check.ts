import { Finding } from "../../harness/finding.ts";
import { lookAgain } from "../../harness/look-again.ts";
import { oneConnection } from "../../harness/probe.ts";
import { task } from "../../harness/task.ts";
import { deploy } from "./platform.ts";
import {
  mustBeAnswered,
  mustEndClean,
  mustKeepConnections,
  refusesOthers,
  slowOrder,
} from "./stopping.ts";

task("sigterm", ({ check }) => {
  check("in-flight-finishes", async (context) => {
    const { boot } = await deploy(context);
    const dyno = await boot();
    const order = await slowOrder(dyno);
    const longer = await slowOrder(dyno, { times: 1.2 });
    dyno.program!.signal("SIGTERM", "group");
    await mustBeAnswered(dyno, order);
    await mustBeAnswered(dyno, longer, { another: true });
  });

  check("ends-in-time", async (context) => {
    const { boot } = await deploy(context);
    // On a busy machine the answer may be on its way before the program hears of the signal: then it has no connection left that
    // it could keep, and a longer order decides.
    for (const times of [1, 4]) {
      const dyno = await boot();
      await mustKeepConnections(dyno);
      const agent = oneConnection(); // as the router's: it stays open after the answer
      context.onEnd(async () => agent.destroy());
      const order = await slowOrder(dyno, { agent, times });
      dyno.program!.signal("SIGTERM", "group");
      const heard = await refusesOthers(dyno, order);
      const { headers } = await mustBeAnswered(dyno, order);
      const isOpen = () => Object.values(agent.freeSockets).flat().length > 0;
      await mustEndClean(dyno, { headers, isOpen });
      if (heard) return;
    }
  });

  check("the-app-hears", async (context) => {
    const { boot } = await deploy(context);
    // An order that takes longer gives a busy machine more time to close the door.
    await lookAgain([1, 4], async (times) => {
      const dyno = await boot();
      const order = await slowOrder(dyno, { times });
      dyno.program!.signal("SIGTERM"); // as in a container: to the first process only
      const refused = await refusesOthers(dyno, order);
      await mustBeAnswered(dyno, order);
      await mustEndClean(dyno);
      return refused ? undefined : new Finding("accepts-while-stopping", {});
    });
  });
});
