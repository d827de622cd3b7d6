import { createServer } from "node:http";
import { Server } from "socket.io";
import { ordersAfter, type Order } from "./orders.ts";
import { connect } from "./redis.ts";
import { settings } from "./settings.ts";
import { openCounter } from "./shop.ts";

// One channel of news; every server tells its own clients, also of its own orders.
const CHANNEL = "news";
const publisher = connect({ failFast: true });
const subscriber = connect({ failFast: false });

const app = openCounter((order) => {
  publisher.publish(CHANNEL, JSON.stringify(order)).catch((error) => console.error(error.message));
});
const server = createServer(app);
const io = new Server(server, { pingInterval: 10_000, pingTimeout: settings.pingTimeoutMs });

const tell = (order: Order) => void io.emit("order", order);
void subscriber.subscribe(CHANNEL);
subscriber.on("message", (_, text) => tell(JSON.parse(text)));

// A middleware may wait: the client is connected when it has what it missed.
io.on("connection", (socket) => {
  socket.emit("welcome", { server: settings.port });
  const { after } = socket.handshake.auth;
  if (typeof after === "number")
    ordersAfter(after)
      .then((orders) => orders.forEach((order) => socket.emit("order", order)))
      .catch(() => socket.conn.close()); // it comes back, and asks again
});

server.listen(settings.port);

let stopping = false;
function stop(): void {
  if (stopping) return;
  stopping = true;
  const limit = setTimeout(() => {
    console.error("not done in time");
    process.exit(1);
  }, settings.stopWithinMs);
  io.close(() => {
    clearTimeout(limit);
    publisher.disconnect();
    subscriber.disconnect();
    process.exit(0);
  });
}
process.on("SIGTERM", stop).on("SIGINT", stop);
