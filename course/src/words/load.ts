import type { Surroundings } from "../load/surroundings.ts";
import type { Both } from "./cli.ts";

/** What `prove --load` says. */
export const load = {
  lesson: { en: "lesson", "zh-TW": "課程" },
  machine: { en: "machine", "zh-TW": "機器" },
  runs: { en: "runs", "zh-TW": "次數" },
  wrong: { en: "false verdicts", "zh-TW": "誤判" },
  surroundings: {
    "half-core": { en: "half a core", "zh-TW": "半個核心" },
    crowded: { en: "8 busy processes per core", "zh-TW": "每個核心 8 個忙碌的行程" },
  } satisfies Record<Surroundings, Both>,
  begins: (seed: number): Both => ({
    en: `In random order; the same again with --seed ${seed}.`,
    "zh-TW": `依隨機順序執行；加上 --seed ${seed} 可重現同樣的順序。`,
  }),
  cannot: (kind: Surroundings): Both => ({
    en: `Without taskset, a machine with ${load.surroundings[kind].en} can't be imitated here; that part is left out.`,
    "zh-TW": `這裡沒有 taskset，無法模擬「${load.surroundings[kind]["zh-TW"]}」的機器，略過這一部分。`,
  }),
  onlyTogether: (flag: string): Both => ({
    en: `${flag} has a meaning only with --load.`,
    "zh-TW": `${flag} 只能和 --load 一起使用。`,
  }),
};
