import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apart, whileReadOnly, whyNotApart } from "../support/apart.ts";
import { copyCourse, type CourseCopy, type Ran } from "../support/course-copy.ts";

let copy: CourseCopy;
/** Where the runs of this file put their temporary files; and a home. */
let own: string;
let home: string;
beforeAll(async () => {
  copy = await copyCourse();
  own = await mkdtemp(join(tmpdir(), "uptime-own-"));
  home = await mkdtemp(join(tmpdir(), "uptime-home-"));
});
afterAll(async () => {
  await copy.remove();
  for (const folder of [own, home]) await rm(folder, { recursive: true, force: true });
});

const LESSON = "lessons/01-cluster-module";
const inCopy = (...path: string[]) => join(copy.folder, ...path);
const notApart = whyNotApart();
/** Root can write everywhere but on a read-only mount. */
const notReadOnly = process.getuid?.() === 0 ? notApart : undefined;

/** Puts a program in the learner's place. */
async function write(server: string): Promise<void> {
  await rm(inCopy(LESSON, "work"), { recursive: true, force: true });
  await mkdir(inCopy(LESSON, "work"));
  await writeFile(inCopy(LESSON, "work", "server.ts"), server);
}
const LISTENS = `import { createServer } from "node:http";
const server = createServer((req, res) => res.end(JSON.stringify({ pid: process.pid })));
server.listen(Number(process.env.PORT));
`;

/** Whoever can't go on says so in one sentence. */
function expectSentence({ code, stderr }: Pick<Ran, "code" | "stderr">, sentence: string): void {
  expect([code, stderr]).toEqual([3, expect.stringContaining(sentence)]);
  expect(stderr.trim().split("\n")).toHaveLength(1);
}

test("a program that writes outside of its folder: the course's files are told, the others vanish", async () => {
  await write(`import { appendFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
appendFileSync(join(import.meta.dirname, "..", "starter", "server.ts"), "// mine\\n");
for (const folder of [homedir(), tmpdir()]) appendFileSync(join(folder, "left.txt"), "mine");
${LISTENS}`);
  const env = { TMPDIR: own, HOME: home };
  const [ran, beside] = await Promise.all([
    copy.course(["test", "lessons/01", "--task", "many-workers", "--lang", "zh-TW"], env),
    copy.course(["test", "solutions/02", "--task", "setup-primary"], env),
  ]);
  expect(ran.stdout).toContain(`檔案有變動：${LESSON}/starter/server.ts。`);
  expect(ran.code).toBe(1);
  expect([beside.code, beside.stdout]).toEqual([0, expect.not.stringContaining("changed")]);
  expect([await readdir(own), await readdir(home)]).toEqual([[], []]);
});

describe("what can't be written to is told in one sentence", () => {
  test("the course's folder", async ({ skip }) => {
    skip(notReadOnly !== undefined, notReadOnly);
    await rm(inCopy(LESSON, "work"), { recursive: true, force: true });
    const within = whileReadOnly(copy.folder);
    const ran = await copy.course(["test", "lessons/01"], {}, within);
    expectSentence(ran, `${LESSON}/work can't be written to.`);
    expect(ran.stdout).toBe("");
    expectSentence(await copy.course(["start"], {}, within), "site can't be written to.");
    const hint = await copy.course(["hint", "01", "--lang", "zh-TW"], {}, within);
    expectSentence(hint, "無法寫入 .course/progress.json。");
  });

  test("the learner's work", async ({ skip }) => {
    skip(notReadOnly !== undefined, notReadOnly);
    await write(LISTENS);
    await mkdir(inCopy(LESSON, "work", "notes"));
    await writeFile(inCopy(LESSON, "work", "notes", "mine.txt"), "mine");
    const within = whileReadOnly(inCopy(LESSON, "work"), copy.folder);
    expectSentence(await copy.course(["reset", "01"], {}, within), `${LESSON}/work can't be`);
    expect(await readFile(inCopy(LESSON, "work", "notes", "mine.txt"), "utf8")).toBe("mine");
    expect(await readdir(inCopy(LESSON))).not.toContain("work.new");
  });

  test("a temporary folder that is not there", async () => {
    const ran = await copy.course(["test", "solutions/01"], { TMPDIR: join(own, "none") });
    expectSentence(ran, `can't be written to ${join(own, "none")}. Set TMPDIR`);
  });
});

describe("a full disk", () => {
  test("is told before anything is begun there", async ({ skip }) => {
    skip(notApart !== undefined, notApart);
    const prepare = 'mount -t tmpfs -o size=512k tmpfs "$1"';
    const within = apart({ prepare }, [own]);
    const ran = await copy.course(["test", "solutions/01"], { TMPDIR: own }, within);
    expectSentence(ran, `The disk that holds ${own} is full;`);
    expect(ran.stdout).toBe("");
  });

  test("takes neither work nor progress", async ({ skip }) => {
    skip(notApart !== undefined, notApart);
    await write("// mine\n");
    await writeFile(inCopy(".course", "progress.json"), '{ "lessons": {} }');
    // Both on a disk of their own, which is then filled.
    const prepare = `mount -t tmpfs -o size=512k tmpfs "$1"
      cp -R "$2/${LESSON}" "$1/lesson"; mkdir "$1/course"; cp "$2/.course/progress.json" "$1/course"
      mount --bind "$1/lesson" "$2/${LESSON}"; mount --bind "$1/course" "$2/.course"
      cat /dev/zero > "$1/fill" 2>/dev/null || true`;
    // What Node.js leaves in its cache of compiled code is no part of it.
    const after = `cd "$1"; find course lesson/work* -name cache -prune -o -print; cat lesson/work/server.ts course/progress.json`;
    const within = apart({ prepare, after }, [own, copy.folder]);
    const unchanged = ["course", "course/progress.json", "lesson/work", "lesson/work/server.ts"];
    const state = [...unchanged, "// mine", '{ "lessons": {} }'].join("\n");
    for (const [words, sentence] of [
      [["hint", "01"], "The disk that holds .course/progress.json is full;"],
      [["solve", "01", "--lang", "zh-TW"], "所在的磁碟已經滿了；你的程式和進度都沒有變動。"],
    ] as const) {
      const ran = await copy.course([...words], {}, within);
      expectSentence(ran, sentence);
      expect(ran.stdout.trim().replace("course/backups\n", "")).toBe(state);
    }
  });

  test("that the program fills is no judgement of anything else", async ({ skip }) => {
    skip(notApart !== undefined, notApart);
    await write(`import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
try { writeFileSync(tmpdir() + "/full", Buffer.alloc(20_000_000)); } catch {}
${LISTENS}`);
    const within = apart({ prepare: 'mount -t tmpfs -o size=16m tmpfs "$1"' }, [own]);
    const words = ["test", "lessons/01", "--task", "many-workers"];
    const ran = await copy.course(words, { TMPDIR: own }, within);
    expect(ran.stdout.replaceAll(/\s+/g, " ")).toMatch(/The disk that holds \S+ is full\./);
    expect([ran.code, ran.stderr]).toEqual([3, ""]);
  });
});

test("a path in which Vite finds nothing", async () => {
  const odd = join(own, "C#");
  await rename(copy.folder, odd);
  try {
    const words = [
      join(odd, "course", "src", "main.mjs"),
      "test",
      "solutions/01",
      "--lang",
      "zh-TW",
    ];
    const ran = spawnSync(process.execPath, words, { encoding: "utf8" });
    expectSentence({ ...ran, code: ran.status }, `的資料夾無法執行檢查，請重新命名：${odd}`);
  } finally {
    await rename(odd, copy.folder);
  }
});

describe("the network", () => {
  test("no port can be opened", async () => {
    const preload = pathToFileURL(join(import.meta.dirname, "..", "support", "no-ports.mjs")).href;
    const words = ["test", "solutions/01", "--task", "pool-size"];
    const ran = await copy.course(words, { NODE_OPTIONS: `--import=${preload}` });
    expect(ran.stdout).toContain("Every attempt to open one failed.");
    expect([ran.code, ran.stderr]).toEqual([3, ""]);
  });

  test("without IPv6 all is well", async ({ skip }) => {
    skip(notApart !== undefined, notApart);
    const prepare = "ip link set lo up; ip -6 address del ::1/128 dev lo";
    const within = apart({ prepare, net: true }, []);
    const [checked, doctor] = await Promise.all([
      copy.course(["test", "solutions/01"], {}, within),
      copy.course(["doctor", "--json"], {}, within),
    ]);
    expect([checked.code, checked.stderr]).toEqual([0, ""]);
    const entries = doctor.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(entries.find(({ id }) => id === "loopback")).toMatchObject({
      state: "warn",
      say: {
        en: expect.stringContaining("IPv4 only"),
        "zh-TW": expect.stringContaining("只有 IPv4"),
      },
    });
  });
});
