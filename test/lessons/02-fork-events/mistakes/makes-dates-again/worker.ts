import { openCounter, type News } from "./counter.ts";

const heard: News[] = [];

process.on("message", (text: string) => {
  const news = JSON.parse(text);
  heard.push({ ...news, at: new Date(news.at), photo: Buffer.from(news.photo) });
});

await openCounter({
  heard,
  announce: (news) => process.send?.(JSON.stringify(news)),
});
