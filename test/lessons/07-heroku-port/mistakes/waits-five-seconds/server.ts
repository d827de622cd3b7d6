import { createServer } from "node:http";
import { readPort } from "./port.ts";
import { shop } from "./shop.ts";
import { stopOnSignal } from "./stop.ts";

// #region listen
const port = readPort(process.env.PORT);
const server = createServer(shop());
stopOnSignal(server);
// No host: every address of this machine, IPv4 and IPv6.
server.listen(port, () => console.log(`the shop is open on port ${port}`));
// #endregion
