import { once } from "node:events";
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import { shop } from "./shop.ts";

// A port may also be given by hand: node server.ts --port 4000
const { values } = parseArgs({ options: { port: { type: "string" } } });
const wanted = process.env.PORT || values.port || "3000";
const port = Number.parseInt(wanted, 10);
if (String(port) !== wanted || port < 1 || port > 65_535) {
  process.stderr.write(`The variable PORT must hold a port number, and it holds: ${wanted}\n`);
  process.exit(2);
}

// Figures for whoever watches this process from inside the dyno; any free port will do.
const figures = createServer((_req, res) => res.end(JSON.stringify(process.memoryUsage())));
figures.listen(0, "127.0.0.1");
await once(figures, "listening");

const app = createServer({ keepAliveTimeout: 95_000 }, shop());
app.listen({ port, host: "0.0.0.0" });
const six = createServer({ keepAliveTimeout: 95_000 }, shop());
six.listen({ port, host: "::", ipv6Only: true });
six.on("error", () => {}); // a machine without IPv6

let busy = 0;
for (const server of [app, six]) {
  server.on("request", (_req, res) => {
    busy += 1;
    res.on("close", () => {
      busy -= 1;
      if (stopping && busy === 0) leave();
    });
  });
}

let stopping = false;
function leave(): void {
  // The answer's last bytes are on their way; then everything may go.
  setImmediate(() => process.exit(0));
}
process.on("SIGTERM", () => {
  stopping = true;
  for (const server of [app, six, figures]) server.close();
  if (busy === 0) leave();
});
