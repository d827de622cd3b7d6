import { createServer } from "node:http";
import { openBoard } from "./board.ts";
import { drain } from "./drain.ts";
import { settings } from "./settings.ts";
import { openCounter } from "./shop.ts";

// #region server
const server = createServer(openCounter((order) => io.emit("order", order)));
const io = openBoard(server);

server.listen(settings.port, () =>
  console.log(`server ${settings.port} (pid ${process.pid}) listens`),
);

process.on("SIGTERM", () => void drain(server, io));
process.on("SIGINT", () => void drain(server, io));
// #endregion
