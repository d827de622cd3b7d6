import { createServer } from "node:http";
import { forward } from "./forward.ts";
import { settings } from "./settings.ts";

const server = createServer(forward);
server.listen(settings.port, () => {
  console.log(`proxy on port ${settings.port}, for ${settings.targets.join(" and ")}`);
});
