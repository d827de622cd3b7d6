import cluster from "node:cluster";
import { openCounter, type News } from "./counter.ts";

const heard: News[] = [];
process.on("message", (news: News) => heard.push(news));

// Says in a form of its own what it dies of, takes no more work, and leaves with a code of its own.
process.on("uncaughtException", ({ message, stack }) => {
  console.error(JSON.stringify({ level: "fatal", message, stack }));
  process.exitCode = 70;
  cluster.worker?.disconnect();
});
// Ctrl+C reaches everybody; the primary decides who leaves.
process.on("SIGINT", () => {});

await openCounter({ heard, announce: (news) => process.send?.(news) });
