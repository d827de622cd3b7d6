import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { once } from "node:events";
import { existsSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Dyno, type DynoOptions } from "./dyno.ts";
import { installProduction } from "./install.ts";
import { ask } from "./probe.ts";
import { nearProcfiles, readProcfile } from "./procfile.ts";
import { startProgram } from "./program.ts";
import { askThrough, Router } from "./router.ts";
import { buildSlug } from "./slug.ts";

const SERVER = `
  import { createServer } from "node:http";
  const server = createServer((req, res) => {
    if (req.url === "/quit") return process.exit(3);
    if (req.url === "/drop") return req.socket.destroy();
    if (req.url === "/never") return;
    res.end(JSON.stringify({ headers: req.headers, env: process.env }));
  });
  server.listen(process.env.PORT);`;

/** Lays an application out, and gives it to `look` with the log of what the platform says. */
async function withApp(
  files: Record<string, string>,
  look: (app: {
    folder: string;
    log: string[];
    dyno(options?: Partial<DynoOptions>): Promise<Dyno>;
  }) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "uptime-app-"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const ends: (() => Promise<unknown>)[] = [];
  const log: string[] = [];
  const dyno = async (options: Partial<DynoOptions> = {}) => {
    const slug = await buildSlug(folder);
    const one = new Dyno({
      slug,
      command: "node server.mjs",
      start: startProgram,
      log: (source, line) => log.push(`${source}: ${line}`),
      ...options,
    });
    ends.push(async () => {
      await one.program?.stop(0);
      await slug.remove();
    });
    return one;
  };
  try {
    await look({ folder, log, dyno });
  } finally {
    for (const end of ends) await end();
    await rm(folder, { recursive: true });
  }
}

test("a Procfile is read line by line, and only under its own name", async () => {
  await withApp(
    { Procfile: "web: node server.js\n# a comment\nworker : node w.js\nrelease:  ./migrate\n" },
    async ({ folder }) => {
      const { types, odd } = readProcfile(folder);
      expect([...types]).toEqual([
        ["web", "node server.js"],
        ["release", "./migrate"],
      ]);
      expect(odd).toEqual(["worker : node w.js"]);
    },
  );
  await withApp({ "procfile.txt": "web: node server.js\n" }, async ({ folder }) => {
    await mkdir(join(folder, "config"));
    await writeFile(join(folder, "config", "Procfile"), "web: node server.js\n");
    expect(readProcfile(folder).types.size).toBe(0);
    expect(nearProcfiles(folder).sort()).toEqual(["config/Procfile", "procfile.txt"]);
  });
});

test("a production install has what dependencies name, and what npm installs with them", async () => {
  const manifest = {
    dependencies: { vitest: "*", "no-such-package": "*" },
    devDependencies: { semver: "*" },
    optionalDependencies: { supertest: "*", "no-such-option": "*" },
    peerDependencies: { "socket.io-client": "*", "no-such-peer": "*", ws: "*" },
    peerDependenciesMeta: { ws: { optional: true } },
  };
  await withApp({ "package.json": JSON.stringify(manifest) }, async ({ folder }) => {
    expect(await installProduction(folder, import.meta.dirname)).toEqual([
      "no-such-package",
      "no-such-peer",
    ]);
    const has = (path: string) => existsSync(join(folder, "node_modules", path));
    expect([".bin/vitest", "vitest", "supertest", "socket.io-client"].filter(has)).toHaveLength(4);
    expect(["semver", "ws", "no-such-option"].filter(has)).toEqual([]);
  });
});

test("a dyno comes up, answers behind the router, crashes, and says so", async () => {
  await withApp({ "server.mjs": SERVER }, async ({ dyno, log }) => {
    const web = await dyno({ config: { MENU: "tea" } });
    const router = new Router({
      dynos: () => [web],
      log: (from, line) => log.push(`${from}: ${line}`),
      answerWithin: 200,
    });
    const server = router.server("https").listen(0, "127.0.0.1");
    await once(server, "listening");
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      expect(await web.boot()).toBe("up");
      const answer = await ask(url, { headers: { "x-forwarded-for": "6.6.6.6" } });
      const { headers, env } = JSON.parse((answer as { body: string }).body);
      expect(headers).toMatchObject({
        "x-forwarded-for": "6.6.6.6, 127.0.0.1",
        "x-forwarded-proto": "https",
        "x-forwarded-port": "443",
      });
      expect(env).toMatchObject({ DYNO: "web.1", NODE_ENV: "production", MENU: "tea" });
      expect(await ask(`${url}/drop`)).toMatchObject({ status: 503 });
      expect(await ask(`${url}/never`)).toMatchObject({ status: 503 });
      expect(await ask(`${url}/quit`)).toMatchObject({ status: 503 });
      await expect.poll(() => web.state).toBe("crashed");
      expect(await ask(url)).toMatchObject({ status: 503 });
    } finally {
      server.close();
    }
    const codes = log.flatMap((line) => /code=(H\d+)/.exec(line)?.[1] ?? []);
    expect(codes).toEqual(["H13", "H12", "H13", "H10"]);
    expect(log).toContain("heroku[web.1]: State changed from starting to up");
    expect(log).toContain("heroku[web.1]: Process exited with status 3");
    expect(log.at(-2)).toBe("heroku[web.1]: State changed from up to crashed");
  });
});

test("without a web dyno the router says H14", async () => {
  const log: string[] = [];
  const server = new Router({ dynos: () => [], log: (_, line) => log.push(line) }).server("http");
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const answer = await ask(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  server.close();
  expect(answer).toMatchObject({ status: 503, body: "Application error\n" });
  expect(log[0]).toContain('code=H14 desc="No web dynos running"');
});

test("whoever does not listen on $PORT for others in time is ended: R10", async () => {
  const lonely = SERVER.replace("process.env.PORT", 'process.env.PORT, "127.0.0.1"');
  await withApp({ "server.mjs": lonely }, async ({ dyno, log }) => {
    const web = await dyno({ limits: { boot: 500 } });
    expect(await web.boot()).toBe("crashed");
    // A busy machine stretches the limit, and the log says how far.
    expect(log.slice(-4)).toEqual([
      expect.stringMatching(
        /^heroku\[web.1\]: Error R10 \(Boot timeout\) -> Web process failed to bind to \$PORT within 60 seconds of launch \([\d.]+ s here\)$/,
      ),
      "heroku[web.1]: Stopping process with SIGKILL",
      "heroku[web.1]: Process exited with status 137",
      "heroku[web.1]: State changed from starting to crashed",
    ]);
  });
});

test("whoever ignores SIGTERM is ended by SIGKILL: R12; whoever dies of it has status 143", async () => {
  const deaf = `${SERVER}; process.on("SIGTERM", () => {});`;
  await withApp({ "server.mjs": SERVER, "deaf.mjs": deaf }, async ({ dyno, log }) => {
    const web = await dyno();
    await web.boot();
    expect(
      await askThrough(web, "/", { from: { address: "192.0.2.7", proto: "http" } }),
    ).toMatchObject({ status: 200 });
    expect(await web.stop()).toBe(true);
    expect(log).toContain("heroku[web.1]: Process exited with status 143");
    const second = await dyno({ command: "node deaf.mjs", limits: { exit: 300 } });
    await second.boot();
    expect(await second.stop()).toBe(false);
    expect(log.slice(-4)).toEqual([
      expect.stringMatching(
        /^heroku\[web.1\]: Error R12 \(Exit timeout\) -> At least one process failed to exit within 30 seconds of SIGTERM \([\d.]+ s here\)$/,
      ),
      "heroku[web.1]: Stopping remaining processes with SIGKILL",
      "heroku[web.1]: Process exited with status 137",
      "heroku[web.1]: State changed from up to down",
    ]);
  });
});
