import { openCounter, type News } from "./counter.ts";
import { recordLife } from "./recorder.ts";

recordLife();

// #region talk
const heard: News[] = [];

process.on("message", (news: News) => heard.push(news));

await openCounter({
  heard,
  // Started by hand, without a primary, the counter has no line to anybody.
  announce: (news) => process.send?.(news),
});
// #endregion
