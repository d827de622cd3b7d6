import { createServer } from "node:http";
import { openBoard } from "./board.ts";
import { settings } from "./settings.ts";
import { openCounter } from "./shop.ts";

const server = createServer(openCounter((order) => io.emit("order", order)));
const io = openBoard(server);

server.listen(settings.port, () =>
  console.log(`server ${settings.port} (pid ${process.pid}) listens`),
);
