import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { expect, test } from "vitest";
import { ask, type Outcome } from "./probe.ts";

const CASES: { name: string; act: (socket: Socket) => void; kind: Outcome["kind"] }[] = [
  {
    name: "a whole answer",
    act: (socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"),
    kind: "answer",
  },
  {
    name: "half an answer",
    act: (socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhi"),
    kind: "reset",
  },
  {
    name: "an upgrade that nobody asked for",
    act: (socket) =>
      socket.write(
        "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: tea\r\n\r\n",
      ),
    kind: "reset",
  },
  { name: "a cut connection", act: (socket) => socket.destroy(), kind: "reset" },
  { name: "silence", act: () => {}, kind: "late" },
];

test.for(CASES)("$name ends as $kind", async ({ act, kind }) => {
  const server = createServer((socket) => {
    socket.on("error", () => {}).once("data", () => act(socket));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  try {
    const { port } = server.address() as AddressInfo;
    const outcome = await ask(`http://127.0.0.1:${port}/`, { method: "POST", within: 1000 });
    expect(outcome.kind).toBe(kind);
  } finally {
    server.close();
  }
});

test("where nobody listens a request is refused", async () => {
  const server = createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  await once(server.close(), "close");
  expect((await ask(`http://127.0.0.1:${port}/`)).kind).toBe("refused");
});
