/**
 * An order board in the terminal. Not part of the tasks.
 * node watch.ts URL [--seconds 3] [--from 127.0.2.1] [--transports polling,websocket]
 */
import { Agent } from "node:http";
import { parseArgs } from "node:util";
import { io } from "socket.io-client";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: "string", default: "3" },
    from: { type: "string", default: "127.0.0.1" },
    transports: { type: "string", default: "polling,websocket" },
  },
});
const [url = "http://localhost:8080"] = positionals;
let after: number | undefined;

const socket = io(url, {
  transports: values.transports.split(","),
  auth: (tell) => tell({ after }),
  // Slow, so that there is time to order something meanwhile.
  reconnectionDelay: 3000,
  // @ts-expect-error The types speak of browsers, where there is no agent.
  agent: new Agent({ localAddress: values.from }),
});
socket.on("welcome", ({ server }) => {
  say(`connected to ${server}`);
  // A moment later, because the upgrade comes second.
  setTimeout(() => socket.connected && say(`transport: ${socket.io.engine.transport.name}`), 200);
});
socket.on("order", ({ number, drink }) => {
  after = number;
  say(`order ${number}: ${drink}`);
});
socket.on("disconnect", (reason) => say(`disconnected: ${reason}`));
socket.on("connect_error", (error) => {
  const { context } = error as { context?: { status?: number; responseText?: string } };
  say(
    `can't connect: ${context?.status ? `${context.status} ${context.responseText}` : error.message}`,
  );
});

setTimeout(() => process.exit(), Number(values.seconds) * 1000);

function say(text: string): void {
  console.log(text);
}
