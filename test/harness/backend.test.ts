import { expect, test } from "vitest";
import { openBackend } from "./backend.ts";
import { ask } from "./probe.ts";

test("a back end answers, dies as a killed process does, and comes back on its port", async () => {
  await using backend = await openBackend();
  const answer = await ask(backend.url, { method: "POST", body: "tea" });
  expect(answer).toMatchObject({ kind: "answer", body: `{"port":${backend.port}}` });
  expect(backend.got).toMatchObject([{ method: "POST", body: "tea", complete: true }]);

  backend.answer = () => {};
  const hanging = ask(backend.url);
  await expect.poll(() => backend.got.length).toBe(2);
  backend.die();
  expect((await hanging).kind).toBe("reset");
  await expect.poll(() => backend.got[1]!.closed).toBe(true);
  expect((await ask(backend.url)).kind).toBe("refused");
  await backend.revive();
  expect(backend.got).toHaveLength(2);
});

test("its port is free again afterwards", async () => {
  const backend = await openBackend();
  await backend[Symbol.asyncDispose]();
  expect((await ask(backend.url)).kind).toBe("refused");
});
