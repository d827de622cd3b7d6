import { createServer } from "node:http";
import { openBoard } from "./board.ts";
import { drain } from "./drain.ts";
import { connect } from "./redis.ts";
import { settings } from "./settings.ts";
import { openCounter } from "./shop.ts";

const redis = connect({ failFast: false });
const news = connect({ failFast: false });

const server = createServer(
  openCounter((order) => {
    io.emit("order", order);
    void redis.publish("orders", JSON.stringify(order));
  }),
);
const io = openBoard(server);

void news.subscribe("orders");
news.on("message", (_, text) => io.emit("order", JSON.parse(text)));

server.listen(settings.port, () => console.log(`server ${settings.port} listens`));

process.on("SIGTERM", () => void drain(server, io));
process.on("SIGINT", () => void drain(server, io));
