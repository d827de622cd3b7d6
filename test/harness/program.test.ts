import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Finding } from "./finding.ts";
import { load } from "./load.ts";
import { Superseded } from "./order.ts";
import { ask, jsonOf } from "./probe.ts";
import { startProgram, type Program } from "./program.ts";
import { Programs } from "./programs.ts";
import { slowWorkers } from "./trace.ts";

const folder = join(import.meta.dirname, "fixtures");

async function withProgram(name: string, look: (program: Program) => Promise<void>): Promise<void> {
  const program = await startProgram({ command: ["node", `${name}.mjs`], folder });
  try {
    await look(program);
  } finally {
    await program.stop();
  }
}

test("an early end is noticed at once, with its error and the learner's line", async () => {
  const error = await startProgram({ command: ["node", "dies-at-boot.mjs"], folder }).catch(
    (e: unknown) => e,
  );
  expect(error).toMatchObject({
    id: "exited-early",
    verdict: "crashed",
    data: { code: 1, crash: { file: "dies-at-boot.mjs", line: 4 } },
  });
});

test("an early end with code 0 is an early end, too", async () => {
  const error = await startProgram({ command: ["node", "exits-quietly.mjs"], folder }).catch(
    (e: unknown) => e,
  );
  expect(error).toMatchObject({ id: "exited-early", data: { code: 0 } });
});

test("a pool of threads has room in the memory that a program may use", async () => {
  await withProgram("thread-pool", async (program) => expect(program.exit).toBeUndefined());
});

test("a command that does not exist ends early", async () => {
  const error = await startProgram({ command: ["no-such-program"], folder }).catch(
    (e: unknown) => e,
  );
  expect(error).toMatchObject({ id: "exited-early", data: { code: 127 } });
});

test("a program that listens elsewhere is given up; one that opens PORT after another port is not", async () => {
  const opens = (port: string) => `require("node:http").createServer().listen(${port});`;
  const start = (code: string) => startProgram({ command: ["node", "-e", code], folder });
  const error = await start(opens("0")).catch((e: unknown) => e);
  expect(error).toMatchObject({ id: "never-listened", data: { other: expect.any(Number) } });
  const program = await start(
    `${opens("0")} setTimeout(() => { ${opens("process.env.PORT")} }, 500);`,
  );
  await program.stop();
});

test("an end that came before anybody asked stays an early one when the rest is stopped", async () => {
  const command = ["node", "dies-at-boot.mjs"];
  const program = await startProgram({ command, folder, ready: "none" });
  await program.exited(60_000);
  await program.stop();
  program.signal("SIGTERM");
  expect(program.asked).toBe(false);
  expect(() => program.mustLive()).toThrow(Finding);
  await withProgram("serves", async (other) => {
    await other.stop();
    other.mustLive();
  });
});

test("a program that is being started is given up when nobody needs it any more", async () => {
  const programs = new Programs({ command: ["node", "never-listens.mjs"], folder });
  const starting = programs.start().catch((e: unknown) => e);
  await programs.stop();
  expect(await starting).toBeInstanceOf(Superseded);
});

test("a child that is held by SIGSTOP goes with its program", async () => {
  await withProgram("one-worker-crashes", async (program) => {
    const [worker] = program.trace.of("fork");
    process.kill(Number(worker!["child"]), "SIGSTOP");
    expect((await program.stop()).left).toEqual([]);
  });
});

test("of much output the first and the last 32 KB are kept", async () => {
  const program = await startProgram({
    command: ["node", "prints-much.mjs"],
    folder,
    ready: "none",
  });
  await program.exited(60_000);
  await program.stop();
  expect(program.stdout.lines[0]).toBe("first line");
  expect(program.stdout.lines.at(-1)).toBe("last line");
  expect(program.stdout.text.length).toBeLessThan(70_000);
});

test("refused, reset, late and wrong answers are told apart", async () => {
  let gone = "";
  await withProgram("answers-variously", async ({ url }) => {
    gone = url;
    expect(await load(url, { count: 6, concurrency: 3 })).toMatchObject({ right: 6, wrong: 0 });
    expect(await load(`${url}/wrong`, { count: 2 })).toMatchObject({ right: 0, wrong: 2 });
    expect(await ask(`${url}/reset`)).toMatchObject({ kind: "reset" });
    expect(await ask(`${url}/late`, { within: 200 })).toMatchObject({ kind: "late" });
  });
  expect(await ask(gone)).toMatchObject({ kind: "refused" });
});

test("the trace tells the life of a cluster, the crash and its replacement", async () => {
  await withProgram("one-worker-crashes", async ({ url, pid, trace }) => {
    await trace.wait(() => trace.of("listening").length === 2, "two listening workers", 20_000);
    await ask(`${url}/crash`);
    const exit = await trace.wait(({ type }) => type === "exit", "an exit", 20_000);
    await trace.wait(() => trace.of("fork").length === 3, "a third fork", 20_000);
    expect(exit).toMatchObject({ pid, code: 1, signal: null, planned: false });
    expect(trace.of("crash")).toMatchObject([
      { pid: exit["child"], message: "Error: the kettle is empty" },
    ]);
    expect(trace.of("start")[0]).toMatchObject({
      pid,
      role: "primary",
      file: "one-worker-crashes.mjs",
    });
    expect(trace.of("request")).toMatchObject([{ method: "GET", path: "/crash" }]);
  });
});

test("the trace has a worker's exit though the primary ends in its own listener for it", async () => {
  await inFolderOf("leaves-with-its-worker", async (alone) => {
    const command = ["node", "leaves-with-its-worker.mjs"];
    const program = await startProgram({ command, folder: alone, ready: "none" });
    await program.exited(60_000);
    expect(program.trace.of("exit")).toMatchObject([{ code: 0, signal: null, planned: true }]);
    await program.stop();
  });
});

test("a server boots without undici, which is there all the same when it is asked for", async () => {
  await inFolderOf("serves", async (alone) => {
    const program = await startProgram({ command: ["node", "serves.mjs"], folder: alone });
    try {
      const said = jsonOf(await ask(program.url));
      expect(said).toEqual({ before: false, type: "function", after: true });
    } finally {
      await program.stop();
    }
  });
  await withProgram("serves-by-name", async ({ url }) => {
    expect(jsonOf(await ask(url))).toEqual({ type: "function" });
  });
});

test("workers that are made to boot slowly are online long before they listen", async () => {
  const env = slowWorkers(300);
  const program = await startProgram({ command: ["node", "one-worker-crashes.mjs"], folder, env });
  try {
    const { trace } = program;
    await trace.wait(() => trace.of("listening").length === 2, "two listening workers", 20_000);
    const [online] = trace.of("online");
    const [listening] = trace.of("listening");
    expect(listening!.at - online!.at).toBeGreaterThan(250);
  } finally {
    await program.stop();
  }
});

/** Lays one fixture out in a folder of its own. */
async function inFolderOf(name: string, look: (folder: string) => Promise<void>): Promise<void> {
  const alone = await mkdtemp(join(tmpdir(), "uptime-test-"));
  try {
    await cp(join(folder, `${name}.mjs`), join(alone, `${name}.mjs`));
    await look(alone);
  } finally {
    await rm(alone, { recursive: true });
  }
}
