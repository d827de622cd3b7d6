import { openCounter, type News } from "./counter.ts";

// #region talk
const heard: News[] = [];

process.on("message", (news: News) => heard.splice(0, heard.length, news));

await openCounter({
  heard,
  // Started by hand, without a primary, the counter has no line to anybody.
  announce: (news) => process.send?.(news),
});
// #endregion
