import type { Worker } from "node:cluster";

let rest = "";

export function prefixOutput(worker: Worker): void {
  for (const input of [worker.process.stdout!, worker.process.stderr!]) {
    input.setEncoding("utf8").on("data", (piece: string) => {
      const lines = (rest + piece).split("\n");
      rest = lines.pop()!;
      for (const line of lines) console.log(`[${worker.id}] ${line}`);
    });
  }
}
