import { createServer } from "node:http";
import { shop } from "./shop.ts";

const port = Number(process.argv[2]) || 8000;

const server = createServer(shop());
// Routers and load balancers keep idle connections for a minute or more; the server must keep them longer.
server.keepAliveTimeout = 95_000;
server.listen(port, "localhost", () => {
  console.log(`the shop is open at http://localhost:${port}`);
});
