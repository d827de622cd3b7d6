import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { Duplex } from "node:stream";
import { listenAgain } from "../../harness/listen.ts";

/** What Socket.IO answers to an upgrade that is none. */
const BAD_REQUEST = '{"code":3,"message":"Bad request"}';
const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455, section 1.3

/** What has reached a server behind a proxy. */
export interface Arrived {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  /** Whether Node.js took it for a request to upgrade. */
  upgrade: boolean;
}

export interface FakeServer {
  arrived: Arrived[];
  /** The open WebSockets. */
  sockets: Set<Duplex>;
  close(): Promise<void>;
}

/** A server of our own in the learner's place: it says yes to every upgrade, and keeps what has reached it. */
export async function fakeServer(port: number): Promise<FakeServer> {
  const arrived: Arrived[] = [];
  const sockets = new Set<Duplex>();
  const server = createServer((req, res) => {
    let body = "";
    req.setEncoding("utf8").on("data", (piece: string) => (body += piece));
    req.on("end", () => {
      arrived.push({
        method: req.method!,
        path: req.url!,
        headers: req.headers,
        body,
        upgrade: false,
      });
      if (req.headers["sec-websocket-key"]) res.writeHead(400).end(BAD_REQUEST);
      else res.end("the fake shop");
    });
  });
  server.on("upgrade", (req, socket) => {
    arrived.push({
      method: req.method!,
      path: req.url!,
      headers: req.headers,
      body: "",
      upgrade: true,
    });
    const accept = createHash("sha1")
      .update(`${req.headers["sec-websocket-key"]}${GUID}`)
      .digest("base64");
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    sockets.add(socket);
    socket.on("error", () => {}).on("close", () => sockets.delete(socket));
    socket.resume();
  });
  await listenAgain(server, { port, host: "127.0.0.1" });
  return {
    arrived,
    sockets,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
