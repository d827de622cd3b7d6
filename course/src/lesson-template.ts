/**
 * The files of a new lesson, by path. They have the right shape, and words in angle brackets where an author must write: the
 * course's tests refuse those, so that nothing half-written is published.
 * @param name such as "09-compression"
 */
export function templateOf(name: string): Record<string, string> {
  const id = name.slice(3);
  const lesson = `lessons/${name}`;
  const tests = `test/lessons/${name}`;
  return {
    [`${lesson}/lesson.json`]: json(facts()),
    [`${lesson}/package.json`]: json(packageOf(id)),
    [`${lesson}/starter/server.ts`]: PROGRAM,
    [`${lesson}/guide.en.mdx`]: guide("<title>", "## Why", "## The task"),
    [`${lesson}/guide.zh-TW.mdx`]: guide("<標題>", "## 為什麼", "## 任務"),
    [`${lesson}/solution.en.mdx`]: page("<title>"),
    [`${lesson}/solution.zh-TW.mdx`]: page("<標題>"),
    [`${lesson}/teach.en.mdx`]: page("<title>"),
    [`${lesson}/teach.zh-TW.mdx`]: page("<標題>"),
    [`solutions/${name}/server.ts`]: PROGRAM,
    [`${tests}/findings.ts`]: FINDINGS,
    [`${tests}/recordings.ts`]: RECORDINGS,
    ...Object.fromEntries(TASKS.map((task) => [`${tests}/${task}.check.ts`, check(task)])),
  };
}

const TASKS = ["task-1", "task-2", "task-3", "task-4", "task-5"];

function facts(): object {
  const tasks = TASKS.map((id) => ({
    id,
    minutes: 10,
    section: "the-task",
    checks: ["answers", "answers-again"],
    byHand: ["curl -s http://localhost:3000/"],
  }));
  return {
    minutes: 50,
    files: ["server.ts"],
    needs: [],
    run: { env: {}, try: ["curl -s http://localhost:3000/"] },
    tasks,
  };
}

function packageOf(id: string): object {
  return {
    name: `@uptime/lesson-${id}`,
    private: true,
    type: "module",
    scripts: { start: "node server.ts" },
    dependencies: { express: "catalog:" },
    devDependencies: { "@types/express": "catalog:" },
  };
}

function guide(title: string, why: string, task: string): string {
  const words = TASKS.map(
    (id) =>
      `  ${id}:\n    title: ${title}\n    ask: <ask>\n    hints:\n      - <1>\n      - <2>\n      - <3>\n`,
  );
  const blocks = TASKS.map((id) => `<Task id="${id}" />\n`).join("\n");
  return `---\ntitle: ${title}\nsummary: <summary>\ntasks:\n${words.join("")}---\n\n${why} {/* #why */}\n\n${task} {/* #the-task */}\n\n${blocks}`;
}

function page(title: string): string {
  return `---\ntitle: ${title}\nsummary: <summary>\n---\n\n`;
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

const PROGRAM = `import express from "express";

const app = express();
app.get("/", (_req, res) => {
  res.json({ shop: "Uptime Tea" });
});
app.listen(Number(process.env.PORT) || 3000);
`;

const FINDINGS = `import { findings } from "../../harness/words.ts";

export default findings({
  "<cause>": {
    en: () => ({ expected: "<expected>", seen: "<seen>", means: "<means>" }),
    "zh-TW": () => ({ expected: "<expected>", seen: "<seen>", means: "<means>" }),
  },
});
`;

const RECORDINGS = `import type { Recordings } from "../../harness/recording.ts";

export default {} satisfies Recordings;
`;

function check(task: string): string {
  return `import request from "supertest";
import { task } from "../../harness/task.ts";

task("${task}", ({ check, shared }) => {
  const shop = shared();

  check("answers", async () => {
    await request((await shop()).url).get("/").expect(200);
  });

  check("answers-again", async () => {
    await request((await shop()).url).get("/").expect(200);
  });
});
`;
}
