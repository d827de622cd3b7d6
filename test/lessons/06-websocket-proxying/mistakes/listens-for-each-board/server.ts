import { createServer } from "node:http";
import { openBoard } from "./board.ts";
import { drain } from "./drain.ts";
import { connect } from "./redis.ts";
import { settings } from "./settings.ts";
import { openCounter } from "./shop.ts";
const pub = connect({ failFast: false });
const sub = connect({ failFast: false });
const server = createServer(
  openCounter((order) => void pub.publish("orders", JSON.stringify(order))),
);
const io = openBoard(server);
void sub.subscribe("orders");
io.on("connection", () => {
  sub.on("message", (channel, text) => io.local.emit("order", JSON.parse(text)));
});
server.listen(settings.port);
process.on("SIGTERM", () => void drain(server, io));
