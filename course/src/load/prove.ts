import { inParallel } from "../in-parallel.ts";
import type { Voice } from "../console.ts";
import { drawTable } from "../drawing.ts";
import type { Lesson } from "../lesson.ts";
import { chooseVariants, provableHere, proveVariant, type Variant } from "../prove.ts";
import { recordProof } from "../proof.ts";
import { tellOutcome } from "../tell-outcome.ts";
import { load as words } from "../words/load.ts";
import { shuffled } from "./shuffle.ts";
import { surround, SURROUNDINGS, type Surroundings } from "./surroundings.ts";

export interface LoadOptions {
  times: number;
  jobs: number;
  /** Only the variants of these names, between commas. */
  only?: string | undefined;
  /** At most so many variants a lesson, drawn by lot. */
  atMost?: number | undefined;
  /** Of the order and the lots. */
  seed: number;
  /** Notes the figures for the site's page. */
  record?: boolean | undefined;
}

interface Run {
  lesson: Lesson;
  variant: Variant;
}

interface Row {
  lesson: string;
  surroundings: Surroundings;
  runs: number;
  wrong: number;
}

/**
 * Proves variants on machines that are slow and busy, many times, in random order, and tells of every false verdict.
 * @returns whether there was none, and at least one run.
 * @throws {ExpectedError} when a name in `only` is no variant's.
 */
export async function proveUnderLoad(
  lessons: Lesson[],
  voice: Voice,
  { times, jobs, only, atMost = Infinity, seed, record = false }: LoadOptions,
): Promise<boolean> {
  voice.say(words.begins(seed));
  const draw = shuffled(seed);
  const rows: Row[] = [];
  const all = chooseVariants(lessons, only);
  const chosen = lessons.flatMap((lesson) =>
    draw(all.filter((one) => one.lesson === lesson)).slice(0, atMost),
  );
  for (const surroundings of SURROUNDINGS) {
    const restore = surround(surroundings);
    if (!restore) {
      voice.say(words.cannot(surroundings));
      continue;
    }
    try {
      const here = await provableHere(chosen); // half a core is one processor
      const todo = draw(Array.from({ length: times }, () => here).flat());
      rows.push(...(await proveAll(todo, surroundings, jobs)));
    } finally {
      restore();
    }
  }
  const table = rows.toSorted((a, b) => a.lesson.localeCompare(b.lesson));
  const cells = table.map(({ lesson, surroundings, runs, wrong }) => {
    return [lesson, voice.pick(words.surroundings[surroundings]), String(runs), String(wrong)];
  });
  const head = [words.lesson, words.machine, words.runs, words.wrong].map(voice.pick);
  console.log(`\n${drawTable(head, cells).join("\n")}`);
  if (record)
    recordProof(({ load }) => {
      for (const { lesson, surroundings, runs, wrong } of rows)
        (load[lesson] ??= {})[surroundings] = { runs, wrong };
    });
  return rows.length > 0 && rows.every(({ wrong }) => wrong === 0);
}

async function proveAll(todo: Run[], surroundings: Surroundings, jobs: number): Promise<Row[]> {
  const rows = new Map<string, Row>();
  let done = 0;
  await inParallel(jobs, todo, async ({ lesson, variant }) => {
    const started = performance.now();
    const wrong = await proveVariant(lesson, variant);
    const row = rows.get(lesson.name) ?? { lesson: lesson.name, surroundings, runs: 0, wrong: 0 };
    rows.set(lesson.name, row);
    row.runs += 1;
    row.wrong += wrong ? 1 : 0;
    const what = `${lesson.name} ${variant.kind} ${variant.slug}`;
    tellOutcome(`${++done}/${todo.length}  ${surroundings}  ${what}`, started, wrong);
  });
  return [...rows.values()];
}
