import { openCounter, type News } from "./counter.ts";

const heard: News[] = [];

process.on("message", (news: News) => heard.push(structuredClone(news)));

await openCounter({
  heard,
  announce: (news) => process.send?.(news),
});
