import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { diagnose } from "../course/src/doctor/diagnose.ts";
import { ok, type Entry, type Look } from "../course/src/doctor/entry.ts";
import { lookAtLocation, lookAtWriting } from "../course/src/doctor/folder.ts";
import { lookAtKeeper } from "../course/src/doctor/keeper.ts";
import { lookAtPort } from "../course/src/doctor/network.ts";
import { lookAtNpx, lookAtPnpm } from "../course/src/doctor/tools.ts";
import { lookAtWatching } from "../course/src/doctor/watching.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "uptime-doctor-"));
  await mkdir(join(folder, "lessons"));
});
afterEach(() => rm(folder, { recursive: true }));

async function all(source: AsyncIterable<Entry>): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of source) entries.push(entry);
  return entries;
}
const look = (one: Look) => one({ root: folder, scratch: folder });

describe("diagnose", () => {
  test("tells everything in both languages, in time, and leaves nothing", async () => {
    const started = performance.now();
    const entries = await all(diagnose(folder));
    expect(performance.now() - started).toBeLessThan(5000);
    expect(entries.length).toBeGreaterThan(12);
    for (const { say, fix } of entries) {
      for (const words of fix ? [say, fix] : [say]) {
        expect(words.en).toMatch(/\S/);
        // A space stands between Chinese and Latin, but not beside full-width punctuation.
        expect(words["zh-TW"]).not.toMatch(/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u);
      }
    }
    expect(await readdir(folder)).toEqual(["lessons"]);
  });

  test("a late look and a broken one don't hide the others", async () => {
    const looks: Record<string, Look> = {
      late: () => new Promise(() => {}),
      broken: () => Promise.reject(new Error("no such luck")),
      fine: () => ok({ en: "Fine.", "zh-TW": "正常。" }),
    };
    const entries = await all(diagnose(folder, looks));
    expect(entries.map(({ id, state }) => `${id} ${state}`)).toEqual([
      "late warn",
      "broken warn",
      "fine ok",
    ]);
    expect(entries[1]!.say.en).toContain("no such luck");
  });

  test("cleans up when its reader stops early", async () => {
    for await (const entry of diagnose(folder)) if (entry.id === "node") break;
    expect(await readdir(folder)).toEqual(["lessons"]);
  });
});

describe("looks", () => {
  test("a taken port: names the next free one", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const { state, say, fix } = await look(lookAtPort(port));
    server.close();
    expect(state).toBe("warn");
    expect(say.en).toMatch(new RegExp(`Port ${port} is taken; the next free one is \\d+`));
    expect(fix!["zh-TW"]).toContain(`lsof -i :${port}`);
  });

  test("the keeper adopts orphans", async () => {
    expect(await look(lookAtKeeper)).toMatchObject({
      state: process.platform === "linux" ? "ok" : "warn",
    });
  });

  test("no Perl", async () => {
    const path = process.env["PATH"];
    process.env["PATH"] = folder;
    const seen = await look(lookAtKeeper);
    process.env["PATH"] = path;
    expect(seen).toMatchObject({
      state: "bad",
      say: { en: expect.stringContaining("Perl is not here") },
    });
  });

  test("saving is noticed, or told why it could not be tried", async () => {
    expect(await look(lookAtWatching)).toMatchObject({ state: "ok" });
    expect(await lookAtWatching({ root: folder, scratch: undefined })).toMatchObject({
      state: "warn",
    });
  });

  test("a folder that can't be written to", async () => {
    expect(await look(lookAtWriting)).toMatchObject({ state: "ok" });
    expect(await lookAtWriting({ root: folder, scratch: undefined })).toMatchObject({
      state: "bad",
    });
  });

  test.each(["Dropbox", "OneDrive - Work", "Library/CloudStorage/GoogleDrive-me"])(
    "a folder inside %s",
    async (name) => {
      const root = join(folder, name, "uptime");
      await mkdir(root, { recursive: true });
      expect(await lookAtLocation({ root, scratch: undefined })).toMatchObject({ state: "warn" });
      expect(await look(lookAtLocation)).toMatchObject({ state: "ok" });
    },
  );

  test("a folder whose name ends a path in URLs", async () => {
    const root = join(folder, "C#", "uptime");
    expect(await lookAtLocation({ root, scratch: undefined })).toMatchObject({ state: "bad" });
  });

  test("the versions of npx's Node.js and of pnpm", async () => {
    const { npm_node_execpath, npm_config_user_agent } = process.env;
    Object.assign(process.env, {
      npm_node_execpath: process.execPath,
      npm_config_user_agent: "pnpm/9.1.0 npm/? node/?",
    });
    const npx = await look(lookAtNpx);
    const pnpm = await look(lookAtPnpm);
    for (const [name, value] of Object.entries({ npm_node_execpath, npm_config_user_agent })) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    expect(npx).toMatchObject({
      state: "ok",
      say: { en: `npx runs on Node.js ${process.version} (${process.execPath}).` },
    });
    expect(pnpm).toMatchObject({
      state: "warn",
      fix: { en: expect.stringMatching(/npx pnpm@\d+/) },
    });
  });
});
