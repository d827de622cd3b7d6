import { installCommand, isDebianLike, isUbuntu } from "../components/command.ts";
import { findComponent } from "../components/find.ts";
import { here } from "../components/place.ts";
import { componentFacts, type ComponentName } from "../components/table.ts";
import type { Both } from "../words/cli.ts";
import { ok, same, warn, type Look } from "./entry.ts";

/** Who needs it. Without one, only what needs it can't be done. */
const USE: Record<ComponentName, Both> = {
  nginx: { en: "the lessons with nginx need it", "zh-TW": "用到 nginx 的課程需要它" },
  redis: { en: "the lessons with Redis need it", "zh-TW": "用到 Redis 的課程需要它" },
  chromium: {
    en: "only the course's own browser tests need it",
    "zh-TW": "只有課程本身的瀏覽器測試需要它",
  },
};

/** A look for a component: the system's, or the course's private copy. */
export function lookAtComponent(name: ComponentName): Look {
  const { says } = componentFacts[name];
  return async () => {
    const place = here();
    const found = await findComponent(name, place);
    if (found?.source === "private") {
      return ok({
        en: `${says.en} ${found.version}, the course's private copy.`,
        "zh-TW": `${says["zh-TW"]} ${found.version}，課程自己的副本。`,
      });
    }
    if (found)
      return ok({
        en: `${says.en} ${found.version} (${found.path}).`,
        "zh-TW": `${says["zh-TW"]} ${found.version}（${found.path}）。`,
      });
    const seen = {
      en: `${says.en} is not here; ${USE[name].en}.`,
      "zh-TW": `找不到 ${says["zh-TW"]}；${USE[name]["zh-TW"]}。`,
    };
    const fetchable = isDebianLike(place) && !(name === "chromium" && isUbuntu());
    const fix = fetchable ? same("npx pnpm course setup") : installCommand([name], place);
    // Learners don't need Chromium, so its absence is nothing to warn of.
    return name === "chromium" ? { ...ok(seen), fix } : warn(seen, fix);
  };
}
