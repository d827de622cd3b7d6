import { existsSync } from "node:fs";
import {
  chmod,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { installCommand } from "../course/src/components/command.ts";
import { findComponent } from "../course/src/components/find.ts";
import { ComponentMissing, getComponent } from "../course/src/components/get.ts";
import { privateFolder, type Place } from "../course/src/components/place.ts";
import type { Both } from "../course/src/words/cli.ts";
import { ask } from "./harness/probe.ts";
import { freePort } from "./harness/ports.ts";
import { startProgram } from "./harness/program.ts";

let folder: string;
/** A machine with nothing on it, whose course folder has a path as learners' have. */
let place: Place;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "uptime 元件-"));
  place = { home: join(folder, ".course"), folders: [join(folder, "bin")], apps: false };
  await mkdir(join(folder, "bin"));
  vi.stubEnv("COURSE_NO_DOWNLOAD", undefined);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

async function script(path: string, text: string): Promise<void> {
  await mkdir(join(path, ".."), { recursive: true });
  await writeFile(path, `#!/bin/sh\n${text}\n`);
  await chmod(path, 0o755);
}

const onPath = (name: string, text = "") => script(join(folder, "bin", name), text);

describe("findComponent", () => {
  test("the system's, by any of its names", async () => {
    await onPath("nginx", "echo nginx version: nginx/1.28.0 >&2");
    await onPath("valkey-server", "echo Valkey server v=8.1.3 sha=00000000:0");
    expect(await findComponent("nginx", place)).toEqual({
      name: "nginx",
      path: join(folder, "bin/nginx"),
      version: "1.28.0",
      source: "system",
    });
    expect(await findComponent("redis", place)).toMatchObject({
      version: "8.1.3",
      source: "system",
    });
    expect(await findComponent("chromium", place)).toBeUndefined();
  });

  test("not one that doesn't run", async () => {
    await onPath("nginx", "exit 127");
    expect(await findComponent("nginx", place)).toBeUndefined();
  });

  test("else the private copy, with the libraries that it needs, also after the folder was moved", async () => {
    const copy = privateFolder(place, "nginx");
    await script(
      join(copy, "root/usr/sbin/nginx"),
      '[ -n "$LD_LIBRARY_PATH" ] && echo nginx/1.28.0',
    );
    await writeFile(
      join(copy, "copy.json"),
      JSON.stringify({ program: "usr/sbin/nginx", libraries: ["lib", "usr/lib"] }),
    );
    const moved = { ...place, home: join(folder, "moved") };
    await rename(place.home, moved.home);
    const root = join(privateFolder(moved, "nginx"), "root");
    expect(await findComponent("nginx", moved)).toEqual({
      name: "nginx",
      path: join(root, "usr/sbin/nginx"),
      version: "1.28.0",
      source: "private",
      env: { LD_LIBRARY_PATH: `${join(root, "lib")}:${join(root, "usr/lib")}` },
    });
  });
});

describe("the one command", () => {
  test.each([
    ["dnf", "dnf install -y nginx valkey"],
    ["pacman", "pacman -S --noconfirm nginx valkey"],
    ["brew", "brew install nginx redis"],
    ["apt-get", "apt-get install -y --no-install-recommends nginx redis-server redis-tools"],
  ])("where there is %s", async (manager, command) => {
    await onPath(manager);
    const words = installCommand(["nginx", "redis"], place);
    expect(words["zh-TW"]).toBe(words.en);
    expect(words.en.replace(/^sudo /, "")).toBe(command);
  });

  test("is told when fetching is forbidden, or can't be", async () => {
    await onPath("brew");
    await expect(getComponent("redis", { say: never, place })).rejects.toThrow(
      "Install it with: brew install redis",
    );
    vi.stubEnv("COURSE_NO_DOWNLOAD", "1");
    await expect(getComponent("redis", { say: never, place })).rejects.toThrow(
      "COURSE_NO_DOWNLOAD=1",
    );
    expect(existsSync(place.home)).toBe(false);
  });
});

const apt = existsSync("/usr/bin/apt-get") && existsSync("/etc/debian_version");
// COURSE_NO_DOWNLOAD=1 is for machines without a network.
describe.runIf(apt && process.env["COURSE_NO_DOWNLOAD"] !== "1")("a private copy", () => {
  beforeEach(async () => {
    for (const tool of ["apt-get", "dpkg"])
      await symlink(join("/usr/bin", tool), join(folder, "bin", tool));
    place.status = join(folder, "status");
    const packages = (await readFile("/var/lib/dpkg/status", "utf8")).split("\n\n");
    await writeFile(
      place.status,
      packages.filter((one) => !one.startsWith("Package: nginx")).join("\n\n"),
    );
  });

  test(
    "is fetched once, runs, and a broken download leaves the place as it was",
    { timeout: 240_000 },
    async () => {
      // What an attempt that was killed leaves.
      await script(join(`${privateFolder(place, "nginx")}.part`, "root/usr/sbin/nginx"), "exit 1");
      const said: Both[] = [];
      const percents: number[] = [];
      const get = () =>
        getComponent("nginx", {
          say: (words) => said.push(words),
          onProgress: (p) => percents.push(p),
          place,
        });
      const [nginx, again] = await Promise.all([get(), get()]);

      expect(nginx).toMatchObject({ name: "nginx", source: "private" });
      expect(again).toEqual(nginx);
      expect(said.filter(({ en }) => /^Fetching nginx .* MB\)/.test(en))).toHaveLength(1);
      expect(said.filter(({ en }) => /waiting/.test(en))).toHaveLength(1);
      expect(percents.at(-1)).toBe(100);
      expect(await readdir(join(place.home, "components"))).toEqual(["nginx"]);
      expect(await answerOf(nginx.path, nginx.env)).toBe("from the copy");

      await rm(privateFolder(place, "nginx"), { recursive: true });
      const nowhere = `http://127.0.0.1:${await freePort()}`;
      for (const name of ["http_proxy", "https_proxy"]) vi.stubEnv(name, nowhere);
      await expect(get()).rejects.toThrow(ComponentMissing);
      expect(await readdir(join(place.home, "components"))).toEqual([]);
    },
  );
});

/** Starts an nginx as an ordinary user would, and asks it something. */
async function answerOf(path: string, env: Record<string, string> = {}): Promise<string> {
  const own = await mkdtemp(join(tmpdir(), "uptime-nginx-"));
  const port = await freePort();
  const temp = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (one) => `${one}_temp_path ${own}/${one};`,
  );
  await writeFile(
    join(own, "nginx.conf"),
    `daemon off; pid ${own}/pid; error_log stderr warn; worker_processes 1; events { }
     http { access_log off; ${temp.join(" ")} server { listen 127.0.0.1:${port}; return 200 "from the copy"; } }\n`,
  );
  const command = [path, "-p", `${own}/`, "-e", "stderr", "-c", join(own, "nginx.conf")];
  const program = await startProgram({ command, folder: own, env, port });
  const outcome = await ask(program.url);
  await program.stop();
  await rm(own, { recursive: true });
  return outcome.kind === "answer" ? outcome.body : outcome.kind;
}

function never(words: Both): never {
  throw new Error(`said: ${words.en}`);
}
