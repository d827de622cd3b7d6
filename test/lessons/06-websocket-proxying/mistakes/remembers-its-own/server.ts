import { createServer } from "node:http";
import { openBoard } from "./board.ts";
import { drain } from "./drain.ts";
import type { Order } from "./orders.ts";
import { settings } from "./settings.ts";
import { openCounter } from "./shop.ts";
const taken: Order[] = [];
const server = createServer(
  openCounter((order) => {
    taken.push(order);
    io.emit("order", order);
  }),
);
const io = openBoard(server);
io.on("connection", (socket) => {
  const { after } = socket.handshake.auth;
  for (const order of taken) if (order.number > after) socket.emit("order", order);
});
server.listen(settings.port);
process.on("SIGTERM", () => void drain(server, io));
