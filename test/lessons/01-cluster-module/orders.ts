import { connect } from "node:net";
import { once } from "node:events";
import { Finding } from "../../harness/finding.ts";
import { whenOver } from "../../harness/limit.ts";
import { patience } from "../../harness/pace.ts";

/**
 * Places orders on one connection without waiting for answers (HTTP pipelining), so that one worker surely has all of them
 * at the same time. Requests on connections of their own are often answered before the next one arrives.
 * @returns the numbers that came back.
 * @throws {Finding} when an order stays unanswered, or an answer has no number.
 */
export async function ordersInOneGo(port: number, count: number): Promise<number[]> {
  const socket = connect(port, "127.0.0.1");
  const order = (last: boolean) =>
    `POST /orders HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n${last ? "Connection: close\r\n" : ""}\r\n`;
  let [text, late] = ["", false];
  socket.setEncoding("utf8").on("data", (piece: string) => (text += piece));
  socket.on("error", () => socket.destroy());
  const callOff = whenOver(patience(5000), () => {
    late = true;
    socket.destroy();
  });
  socket.write(Array.from({ length: count }, (_, i) => order(i === count - 1)).join(""));
  await once(socket, "close").finally(callOff);
  const numbers = [...text.matchAll(/"number"\s*:\s*(\d+)/g)].map(([, number]) => Number(number));
  if (numbers.length === count) return numbers;
  if (late) throw new Finding("order-unanswered", {}, "timed-out");
  throw new Finding("order-without-number", {
    kind: text === "" ? "reset" : "answer",
    answer: text.slice(0, 200),
  });
}
