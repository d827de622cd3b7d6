import { oneConnection } from "../../harness/probe.ts";
import { task } from "../../harness/task.ts";
import { deploy } from "./platform.ts";
import { mustBeAnswered, mustEndClean, mustKeepConnections, slowOrder } from "./stopping.ts";

task("sigterm", ({ check }) => {
  check("in-flight-finishes", async (context) => {
    const { boot } = await deploy(context);
    const dyno = await boot();
    const order = await slowOrder(dyno);
    dyno.program!.signal("SIGTERM", "group");
    await mustBeAnswered(dyno, order);
  });

  check("ends-in-time", async (context) => {
    const { boot } = await deploy(context);
    const dyno = await boot();
    await mustKeepConnections(dyno);
    const agent = oneConnection(); // as the router's: it stays open after the answer
    context.onEnd(async () => agent.destroy());
    const order = await slowOrder(dyno, agent);
    dyno.program!.signal("SIGTERM", "group");
    const { headers } = await mustBeAnswered(dyno, order);
    const isOpen = () => Object.values(agent.freeSockets).flat().length > 0;
    await mustEndClean(dyno, { headers, isOpen });
  });

  check("the-app-hears", async (context) => {
    const { boot } = await deploy(context);
    const dyno = await boot();
    const order = await slowOrder(dyno);
    dyno.program!.signal("SIGTERM"); // as in a container: to the first process only
    await mustBeAnswered(dyno, order);
    await mustEndClean(dyno);
  });
});
