import { createConnection, type Socket } from "node:net";
import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { lookAgain } from "../../harness/look-again.ts";
import { patience } from "../../harness/pace.ts";
import { ask } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import type { CheckContext } from "../../harness/task.ts";
import { until } from "../../harness/wait.ts";
import { fakeServer } from "./fake-server.ts";
import { hurry } from "./rewrites.ts";
import { openNginx } from "./scene.ts";

/** How long the learner's ping interval takes in this check, in ms; nginx's times shrink with it. */
const QUICK_PING = 350;
const PINGS = 2;
/** A ping may be as much late on its way; who leaves no room for that has none to spare. */
const LATE = 1.1;

/** A WebSocket over which nothing goes but pings, in the learner's interval of so many ms, must stay open. */
export async function mustStayOpen(context: CheckContext, ping: number): Promise<void> {
  await lookAgain([1, 2, 5], async (times) => {
    const stays = await staysOpen(context, ping, patience(QUICK_PING * times));
    return stays ? undefined : new Finding("cut-between-pings", { ping: ping / 1000 });
  });
}

/** What the server tells every client at the beginning. */
export async function pingInterval(server: Program): Promise<number> {
  const outcome = await ask(`${server.url}/socket.io/?EIO=4&transport=polling`);
  const found = outcome.kind === "answer" && /"pingInterval":(\d+)/.exec(outcome.body)?.[1];
  if (!found) throw new Finding("no-handshake", endOf(outcome));
  return Number(found);
}

/** Whether an idle WebSocket outlives the intervals between pings when they are this quick, and nginx as much quicker. */
async function staysOpen(context: CheckContext, ping: number, quick: number): Promise<boolean> {
  const nginx = await openNginx(context, (file, files) => hurry(file, files, ping / quick));
  const fakes = await Promise.all([8001, 8002].map((port) => fakeServer(nginx.port(port))));
  context.onEnd(() => Promise.all(fakes.map((fake) => fake.close())));
  const client = openSocket(nginx.program.port);
  context.onEnd(() => client.destroy());
  const sockets = () => fakes.flatMap((fake) => [...fake.sockets]);
  const opened = () => client.destroyed || sockets()[0];
  await until(opened, { what: "an upgrade", within: patience(2000) }).catch(() => {});
  const [server] = sockets();
  if (!server) throw new Finding("no-socket-to-keep", {});
  for (let i = 0; i < PINGS; i++) {
    const pinged = performance.now();
    const over = () => performance.now() - pinged >= quick * LATE || client.destroyed;
    await until(over, { what: "a ping interval", within: patience(20 * quick) });
    if (client.destroyed) return false;
    server.write(Buffer.from([0x81, 1, 0x32])); // a text frame with "2": the ping of Engine.IO
  }
  return !client.destroyed;
}

/** A bare WebSocket connection, after the request to upgrade. */
function openSocket(port: number): Socket {
  const socket = createConnection({ port, host: "127.0.0.1" });
  socket.on("error", () => {}).resume();
  socket.write(
    `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: b25lIG1pbGsgdGVhLCBzbw==\r\n\r\n",
  );
  return socket;
}
