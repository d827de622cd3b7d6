import { fork } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { freePort, releasePort } from "./ports.ts";

test("nobody else is given a port before it is released", async () => {
  const port = await freePort();
  const other = fork(new URL("./fixtures/claims-port.mjs", import.meta.url), [String(port)]);
  const [during] = (await once(other, "message")) as [string];
  releasePort(port);
  other.send("again");
  const [after] = (await once(other, "message")) as [string];
  expect([during, after]).toEqual(["taken", "free"]);
  if (other.exitCode === null) await once(other, "exit");
});

test("many at once are all different", async () => {
  const ports = await Promise.all(Array.from({ length: 50 }, freePort));
  expect(new Set(ports).size).toBe(50);
  for (const port of ports) releasePort(port);
});
