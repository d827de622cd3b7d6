import { createServer } from "node:net";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { until } from "../harness/wait.ts";
import { copyCourse, type CourseCopy, type Running } from "../support/course-copy.ts";

let copy: CourseCopy;
beforeAll(async () => {
  copy = await copyCourse();
});
afterAll(() => copy.remove());

/** Starts `pnpm start`, gives what `look` says when the address has been printed, and ends it as Ctrl-C does. */
async function served<T>(
  words: string[],
  look: (url: string, run: Running) => Promise<T>,
): Promise<T> {
  const run = copy.begin(["start", ...words]);
  try {
    const seen = () => /http:\/\/127\.0\.0\.1:\d+/.exec(run.ran.stdout)?.[0];
    const unless = () => {
      if (run.ran.code !== null) throw new Error(`it ended: ${run.ran.stdout}${run.ran.stderr}`);
    };
    const url = await until(seen, { what: "the address", within: 200_000, every: 50, unless });
    return await look(url, run);
  } finally {
    run.child.kill("SIGINT");
    await run.ended;
  }
}

const statusOf = async (url: string) => (await fetch(url)).status;

test("pnpm start builds the site, says so, and serves both languages", async () => {
  const finished = await served(["--lang", "en"], async (url, { ran }) => {
    for (const page of ["/", "/lessons/crash-restart", "/zh-TW/", "/zh-TW/lessons/crash-restart"]) {
      expect([page, await statusOf(url + page)]).toEqual([page, 200]);
    }
    expect(await statusOf(`${url}/lessons/no-such-lesson`)).toBe(404);
    expect(await (await fetch(`${url}/zh-TW/no-such-page`)).text()).toMatch(/<html lang="?zh-TW/);
    return ran;
  });
  expect(finished.stdout).toMatch(/Building the site[\s\S]*http:/);
  expect(finished.code).toBe(0);
}, 300_000);

test("the second time it builds nothing; a taken port is told, and the next one used", async () => {
  const taken = createServer().listen(3000, "127.0.0.1");
  // When 3000 was not ours to take, it is taken all the same.
  await once(taken, "listening").catch(() => {});
  try {
    const finished = await served([], async (url, { ran }) => {
      expect(url).not.toMatch(/:3000$/);
      expect(await statusOf(url)).toBe(200);
      return ran;
    });
    expect(finished.stdout).not.toContain("Building");
    expect(finished.stdout).toContain("3000");
  } finally {
    taken.close();
  }
});

test("a port that was asked for and is taken: one sentence, no other port", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port } = taken.address() as { port: number };
  const { code, stderr } = await copy.course(["start", "--port", String(port)]);
  taken.close();
  expect(code).toBe(1);
  expect(stderr.trim()).toContain(String(port));
  expect(stderr.trim().split("\n")).toHaveLength(1);
});

test("a page of another site, which resolves its name to 127.0.0.1, is refused", async () => {
  await served([], async (url) => {
    const { default: request } = await import("supertest");
    await request(url).get("/").set("Host", "evil.example").expect(421);
  });
});
