import { connect } from "node:net";
import { whenOver } from "../../harness/limit.ts";
import { patience } from "../../harness/pace.ts";
import type { Program } from "../../harness/program.ts";

/** So many requests in one piece that an id made of the time has several of them in the same millisecond, also on a slow machine. */
const MANY = 30;

/** The ids of answers to requests that came in the same moment, by the same connection, as those of a proxy may. */
export async function idsOfTogether(shop: Program, path: string): Promise<string[]> {
  const socket = connect(shop.port, "127.0.0.1").setEncoding("latin1");
  const callOff = whenOver(patience(3000), () => socket.destroy());
  const ended = new Promise((resolve) => socket.once("close", resolve));
  let text = "";
  socket.on("data", (piece) => (text += piece)).on("error", () => {}); // a program may cut it
  const one = `GET ${path} HTTP/1.1\r\nHost: localhost\r\n`;
  socket.write(`${`${one}\r\n`.repeat(MANY - 1)}${one}Connection: close\r\n\r\n`);
  await ended;
  callOff();
  return [...text.matchAll(/^x-request-id: *(.*?)\r$/gim)].map(([, id]) => id!);
}
