import { openCounter, type News } from "./counter.ts";

// #region talk
const heard: News[] = [];

process.on("message", (news: News) => heard.push(news));

// The primary writes it down, and knows when all are open.
process.send?.("open");
await openCounter({
  heard,
  // Started by hand, without a primary, the counter has no line to anybody.
  announce: (news) => process.send?.(news),
});
// #endregion
