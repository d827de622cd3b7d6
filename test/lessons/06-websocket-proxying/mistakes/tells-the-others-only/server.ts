import { createServer } from "node:http";
import { openBoard } from "./board.ts";
import { drain } from "./drain.ts";
import { settings } from "./settings.ts";
import { openCounter } from "./shop.ts";
const server = createServer(openCounter((order) => io.serverSideEmit("order", order)));
const io = openBoard(server);

io.on("order", (order) => io.local.emit("order", order));

server.listen(settings.port, () => console.log(`server ${settings.port} listens`));

process.on("SIGTERM", () => void drain(server, io));
process.on("SIGINT", () => void drain(server, io));
