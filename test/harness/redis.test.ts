import { existsSync } from "node:fs";
import { createConnection } from "node:net";
import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { findComponent } from "../../course/src/components/find.ts";
import { accepts } from "./program.ts";
import { startRedis } from "./redis.ts";

const here = await findComponent("redis");

describe.skipIf(!here)("a Redis of our own", () => {
  test("answers on its port, forgets with a crash, comes back on the same port, and leaves nothing", async () => {
    const redis = await startRedis();
    expect(await say(redis.port, "SET tea oolong")).toBe("+OK");
    await redis.crash();
    expect(await accepts(redis.port)).toBe(false);
    await redis.restart();
    expect(await say(redis.port, "EXISTS tea")).toBe(":0");
    await redis.stop();
    await redis.stop();
    expect(await accepts(redis.port)).toBe(false);
    expect(existsSync(redis.folder)).toBe(false);
  });

  test("several live side by side", async () => {
    const [one, other] = await Promise.all([startRedis(), startRedis()]);
    await say(one.port, "SET tea oolong");
    expect(await say(other.port, "EXISTS tea")).toBe(":0");
    await Promise.all([one.stop(), other.stop()]);
  });
});

/** Sends one inline command, and gives the first line of the answer. */
async function say(port: number, command: string): Promise<string> {
  const socket = createConnection({ port, host: "127.0.0.1" }).setEncoding("utf8");
  socket.write(`${command}\r\n`);
  const [answer] = (await once(socket, "data")) as [string];
  socket.destroy();
  return answer.split("\r\n")[0]!;
}
