import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { drainOnSignal } from "./drain.ts";
import { forward } from "./forward.ts";
import { settings } from "./settings.ts";

const server = createServer(async (req, res) => {
  // What was ordered belongs in the log.
  if (req.method !== "GET") console.log(req.method, req.url, await text(req));
  forward(req, res);
});
drainOnSignal(server);
server.listen(settings.port, () => {
  console.log(`proxy on port ${settings.port}, for ${settings.targets.join(" and ")}`);
});
