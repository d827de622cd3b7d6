import { connect } from "node:net";
import { once } from "node:events";
import { Finding } from "../../harness/finding.ts";
import { whenOver } from "../../harness/limit.ts";
import { patience } from "../../harness/pace.ts";
import type { Program } from "../../harness/program.ts";
import { until } from "../../harness/wait.ts";

/** A connection that a worker has got: orders can be placed on it without waiting for answers (HTTP pipelining). */
interface Customer {
  place(count: number): void;
  /** The numbers that came back. @throws {Finding} when orders stay unanswered, or an answer has no number. */
  numbers(): Promise<number[]>;
}

/**
 * Places orders on several connections, so that all of them wait at the same time in their workers. Else the first would often
 * be answered before the last one comes.
 * @returns the numbers that came back.
 */
export async function ordersInOneGo(
  program: Program,
  customers: number,
  each: number,
): Promise<number[]> {
  const all = await Promise.all(Array.from({ length: customers }, () => comeIn(program.port)));
  const placed = () => program.trace.of("request").filter(({ method }) => method === "POST").length;
  const wanted = placed() + customers * each;
  program.mustLive();
  // No answer of the primary can come before all have asked it. Who has another owner of the counter doesn't notice.
  process.kill(program.pid, "SIGSTOP");
  try {
    for (const customer of all) customer.place(each);
    const within = patience(1500);
    await until(() => placed() >= wanted, { what: "orders", within }).catch(() => {});
  } finally {
    process.kill(program.pid, "SIGCONT");
  }
  return (await Promise.all(all.map((customer) => customer.numbers()))).flat();
}

async function comeIn(port: number): Promise<Customer> {
  const socket = connect(port, "127.0.0.1");
  const request = (what: string, more = "") =>
    `${what} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n${more}\r\n`;
  let [text, count] = ["", 0];
  socket.setEncoding("utf8").on("data", (piece: string) => (text += piece));
  socket.on("error", () => socket.destroy());
  const closed = once(socket, "close");
  socket.write(request("GET /menu"));
  await until(() => text !== "" || socket.destroyed, {
    what: "menu",
    within: patience(5000),
  }).catch(() => {});
  text = "";

  return {
    place(orders) {
      count = orders;
      const last = request("POST /orders", "Connection: close\r\n");
      socket.write(request("POST /orders").repeat(orders - 1) + last);
    },
    async numbers() {
      let late = false;
      const callOff = whenOver(patience(5000), () => {
        late = true;
        socket.destroy();
      });
      await closed.finally(callOff);
      const numbers = [...text.matchAll(/"number"\s*:\s*(\d+)/g)].map((found) => Number(found[1]));
      if (numbers.length === count) return numbers;
      if (late) throw new Finding("answers-lost", { answered: numbers.length, count }, "timed-out");
      const kind = text === "" ? "reset" : "answer";
      throw new Finding("order-without-number", { kind, answer: text.slice(0, 200) });
    },
  };
}
