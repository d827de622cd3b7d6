import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import common from "./harness/findings.ts";
import { lessonNames, readLesson, ROOT } from "../course/src/lesson.ts";
import { variantsOf } from "../course/src/prove.ts";
import { LANGUAGES, type FindingsFile } from "./harness/words.ts";
import { readGuide, wordCount } from "./support/guide.ts";
import { MAINLAND_TERMS, SIMPLIFIED } from "./support/mainland-terms.ts";

const names = lessonNames();

test("lessons, solutions and their tests have the same names, numbered without gaps", () => {
  const folders = (path: string) =>
    readdirSync(join(ROOT, path), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && /^\d\d-/.test(entry.name))
      .map((entry) => entry.name)
      .sort();
  expect(folders("solutions")).toEqual(names);
  expect(folders("test/lessons")).toEqual(names);
  expect(names.map((name) => Number(name.slice(0, 2)))).toEqual(names.map((_, i) => i + 1));
});

describe.each(names)("%s", (name) => {
  const lesson = readLesson(name);
  const tests = join(ROOT, "test", "lessons", name);
  const guides = Object.fromEntries(
    ["guide", "solution", "teach"].flatMap((page) =>
      LANGUAGES.map((language) => [
        `${page}.${language}`,
        readGuide(join(lesson.folder, `${page}.${language}.mdx`)),
      ]),
    ),
  );

  test.each(["guide", "solution", "teach"])(
    "%s: both languages have the same structure",
    (page) => {
      const [en, zh] = LANGUAGES.map((language) => guides[`${page}.${language}`]!);
      expect(zh!.shape).toEqual(en!.shape);
      expect(Object.keys(zh!.frontMatter)).toEqual(Object.keys(en!.frontMatter));
      expect(en!.shape.filter((one) => one.includes("(no id)"))).toEqual([]);
    },
  );

  test("the guide has every task, each section, a quiz, and the length of a lesson", () => {
    const { body, shape, ids } = guides["guide.en"]!;
    for (const { id, section } of lesson.tasks) {
      expect(shape).toContain(`<Task ${id}>`);
      expect(ids).toContain(section);
    }
    expect(shape.filter((one) => one === "<Question >").length).toBeGreaterThanOrEqual(4);
    expect(wordCount(body)).toBeGreaterThanOrEqual(1200);
    expect(wordCount(body)).toBeLessThanOrEqual(2500);
  });

  test("tasks have words, in the same order, in both languages", () => {
    const ids = lesson.tasks.map(({ id }) => id);
    for (const language of LANGUAGES)
      expect(Object.keys(lesson.words[language].tasks)).toEqual(ids);
  });

  test("each check of lesson.json is in its task's file, and none besides", () => {
    for (const { id, checks } of lesson.tasks) {
      const source = readFileSync(join(tests, `${id}.check.ts`), "utf8");
      const found = [...source.matchAll(/\bcheck\(\s*"([\w-]+)"/g)].map((match) => match[1]);
      // The file may begin with the one that takes longest.
      expect(found.toSorted()).toEqual(checks.toSorted());
    }
    const files = readdirSync(tests).filter((file) => file.endsWith(".check.ts"));
    expect(files.sort()).toEqual(lesson.tasks.map(({ id }) => `${id}.check.ts`).sort());
  });

  test("every finding that a check throws has words, and no words lie idle", async () => {
    const { default: words } = (await import(join(tests, "findings.ts"))) as {
      default: FindingsFile;
    };
    const sources = globSync("*.ts", { cwd: tests }).filter((file) => file !== "findings.ts");
    const text = sources.map((file) => readFileSync(join(tests, file), "utf8")).join("\n");
    const thrown = [...text.matchAll(/new Finding\(\s*(?:\w+ \? )?"([\w-]+)"/g)].map(
      (match) => match[1]!,
    );
    for (const id of thrown) expect({ ...common, ...words }).toHaveProperty([id]);
    expect(Object.keys(words).filter((id) => !text.includes(`"${id}"`))).toEqual([]);
  });

  test("every cause that is recognised is what some mistake gets", async () => {
    const { default: words } = (await import(join(tests, "findings.ts"))) as {
      default: FindingsFile;
    };
    const exercised = new Set(variantsOf(lesson).map(({ must }) => must?.finding));
    // A finding recognises a cause when its words say what it means.
    const causes = Object.keys(words).filter((id) => /\bmeans\b/.test(String(words[id]!.en)));
    expect(causes.length).toBeGreaterThan(0);
    expect(causes.filter((id) => !exercised.has(id))).toEqual([]);
  });

  test("there are four alternatives and ten mistakes at least, and every mistake differs from the solution", () => {
    const variants = variantsOf(lesson);
    expect(variants.filter(({ kind }) => kind === "alternative").length).toBeGreaterThanOrEqual(4);
    expect(variants.filter(({ kind }) => kind === "mistake").length).toBeGreaterThanOrEqual(10);
    for (const { slug, folders } of variants.filter(
      ({ kind }) => kind === "mistake" || kind === "alternative",
    )) {
      const [solution, own] = folders as [string, string];
      const same = readdirSync(own).filter((file) => {
        const original = join(solution, file);
        return (
          existsSync(original) &&
          readFileSync(original, "utf8") === readFileSync(join(own, file), "utf8")
        );
      });
      expect(same, slug).toEqual([]);
    }
  });
});

describe("Chinese text", () => {
  const files = [
    ...globSync("lessons/*/*.zh-TW.mdx", { cwd: ROOT }),
    ...globSync("site/i18n/zh-TW/**/*.{json,mdx}", { cwd: ROOT }),
    ...globSync("{course/src,site/src,test/harness,test/lessons/*}/**/*{words,findings}*.ts", {
      cwd: ROOT,
    }),
    ...globSync("{course/src/words,test/lessons/*/findings,site/src/messages}/*.ts", { cwd: ROOT }),
    "lessons/glossary.json",
    "README.zh-TW.md",
  ].filter((file) => !/node_modules|\.test\.ts$/.test(file));

  test.each(files)("%s is Traditional Chinese as written in Taiwan", (file) => {
    const lines = readFileSync(join(ROOT, file), "utf8").split("\n");
    const wrong = lines.flatMap((line, i) => {
      const terms = Object.keys(MAINLAND_TERMS).filter((term) => line.includes(term));
      const simplified = SIMPLIFIED.exec(line)?.[0];
      return [
        ...terms.map((term) => `${i + 1}: ${term} → ${MAINLAND_TERMS[term]}`),
        ...(simplified ? [`${i + 1}: ${simplified}`] : []),
      ];
    });
    // The glossary may name a term in order to warn of it.
    expect(
      file.endsWith("glossary.json") ? wrong.filter((one) => !one.includes("→")) : wrong,
    ).toEqual([]);
  });

  test.each(files.filter((file) => file.endsWith(".mdx")))(
    "%s has a space between Chinese and Latin text",
    (file) => {
      const prose = readFileSync(join(ROOT, file), "utf8").replaceAll(
        /```[\s\S]*?```|`[^`\n]*`|\{\/\*.*?\*\/\}|<[^>]*>|\]\([^)]*\)/g,
        " ",
      );
      const glued = prose
        .split("\n")
        .flatMap(
          (line) =>
            line.match(/.{0,6}(?:\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}).{0,6}/u) ??
            [],
        );
      expect(glued).toEqual([]);
    },
  );
});
