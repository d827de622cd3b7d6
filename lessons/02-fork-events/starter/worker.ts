import { openCounter, type News } from "./counter.ts";

const heard: News[] = [];

await openCounter({
  heard,
  announce(news) {
    // Nobody hears this yet.
    console.log(`announced by counter ${news.from}: ${news.text}`);
  },
});
