import { createServer } from "node:http";
import { drainOnSignal } from "./drain.ts";
import { forward } from "./forward.ts";
import { settings } from "./settings.ts";

const server = createServer(forward);
drainOnSignal(server);
server.listen(settings.port, () => {
  console.log(`proxy on port ${settings.port}, for ${settings.targets.join(" and ")}`);
});
