import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ComponentMissing } from "../../course/src/components/get.ts";
import { versionAtLeast } from "../../course/src/components/version.ts";
import { conclude } from "./conclude.ts";
import common from "./findings.ts";
import { directives, privateCopy } from "./nginx-conf.ts";
import { startNginx, type Nginx } from "./nginx.ts";
import { ask } from "./probe.ts";
import { isAlive, processTable } from "./processes.ts";
import { accepts, startProgram } from "./program.ts";
import { until } from "./wait.ts";
import { formatFor, type FindingsFile } from "./words.ts";

const PORTS = [8080, 8001];

/** As a learner would write it: it runs by hand in its folder, too. */
const GOOD = `# the shop
worker_processes auto;
pid run/nginx.pid;
error_log run/error.log;
events { worker_connections 512; }
http {
  access_log run/access.log;
  client_body_temp_path run/body;
  upstream shop { server 127.0.0.1:8001; }
  server {
    listen 8080;
    location / { proxy_pass http://shop; }
    location /static/ { root public; }
  }
}
`;

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), "uptime 店-"))));
afterEach(() => rm(folder, { recursive: true }));

const begin = async (text: string) => {
  await writeFile(join(folder, "nginx.conf"), text);
  const start = (options: object) =>
    startProgram({ ...(options as Parameters<typeof startProgram>[0]), folder });
  return startNginx({ folder, start, ports: PORTS });
};

async function withNginx(text: string, look: (nginx: Nginx) => Promise<void>): Promise<void> {
  const nginx = await begin(text);
  try {
    await look(nginx);
  } finally {
    await nginx.program.stop();
  }
}

describe("startNginx", () => {
  test("runs a private copy on free ports, in the foreground, and leaves nothing", async () => {
    await mkdir(join(folder, "public/static"), { recursive: true });
    await writeFile(join(folder, "public/static/menu.txt"), "tea");
    let [pid, scratch] = [0, ""];
    await withNginx(GOOD, async (nginx) => {
      const shop = createServer((_req, res) => res.end("hello")).listen(nginx.port(8001));
      expect(await ask(nginx.url)).toMatchObject({ status: 200, body: "hello" });
      expect(await ask(`${nginx.url}/static/menu.txt`)).toMatchObject({ body: "tea" });
      shop.closeAllConnections();
      shop.close();
      expect(await ask(nginx.url)).toMatchObject({ status: 502 });
      await until(() => nginx.log().length > 0, { what: "a line of the log", within: 5000 });
      expect(nginx.log().at(-1)).toMatch(/^\[error\] connect\(\) failed.*127\.0\.0\.1:8001/);
      expect(nginx.port(8080)).not.toBe(8080);
      pid = nginx.program.pid;
      scratch = nginx.program.command.at(-3)!;
      await nginx.stop();
      expect(await accepts(nginx.port(8080))).toBe(false);
    });
    expect(isAlive(pid)).toBe(false);
    expect(existsSync(scratch)).toBe(false);
    expect(processTable().filter(({ command }) => command.includes(folder))).toEqual([]);
    expect(existsSync(join(folder, "run"))).toBe(false);
  });

  test("files that are included are copied, too", async () => {
    await mkdir(join(folder, "conf.d"));
    await writeFile(join(folder, "conf.d/shop.conf"), "server { listen 8080; return 204; }");
    const text = "events {} http { include conf.d/*.conf; }";
    await withNginx(text, async ({ url }) => {
      expect(await ask(url)).toMatchObject({ status: 204 });
    });
  });

  test("whatever the names of included files are, in whichever block they are included", async () => {
    await mkdir(join(folder, "site/on"), { recursive: true });
    await writeFile(join(folder, "site/on/shop"), `server { listen "8080"; include site/answer; }`);
    await writeFile(join(folder, "site/answer"), "return 204;");
    await writeFile(join(folder, "http"), "client_body_temp_path run/body; access_log run/a.log;");
    await writeFile(join(folder, "main"), "worker_processes 4; pid run/nginx.pid;");
    const text = `include main; events {} http { include "http"; include ./site/o?/*; }`;
    await withNginx(text, async ({ url, port }) => {
      expect(await ask(url)).toMatchObject({ status: 204 });
      expect(await accepts(port(8080))).toBe(true);
    });
    expect(existsSync(join(folder, "run"))).toBe(false);
  });

  test("a port that only the file knows is a free one for each nginx", async () => {
    const text = GOOD.replace(/\}\s*$/, "server { listen 127.0.0.1:8081; }\n}\n");
    await withNginx(text, () => withNginx(text, (nginx) => nginx.stop()));
  });

  test.each([
    ["a missing semicolon", GOOD.replace("run/access.log;", "run/access.log"), 8, /Line 7 .* ";"/],
    ["a missing bracket", GOOD.replace(/\}\s*$/, ""), 16, /"}" is missing/],
    ["an unknown name", GOOD.replace("http://shop", "http://shpo"), 12, /no upstream block/],
    ["an address without http", GOOD.replace("http://shop", "127.0.0.1:8001"), 12, /whole URL/],
    ["a typing error", GOOD.replace("proxy_pass", "proxy_pas"), 12, /no directive proxy_pas/],
    [
      "a space that is none",
      GOOD.replace("listen 8080", "listen\u00a08080"),
      11,
      /line 11, column 1\d: a no-break space/,
    ],
    [
      "a full-width semicolon",
      GOOD.replace("run/access.log;", "run/access.log；"),
      8,
      /line 7, column \d+: “；” \(U\+FF1B\)/,
    ],
    ["a byte order mark", `\ufeff${GOOD}`, 1, /byte order mark .* line 1, column 1/],
  ])("%s is told with the learner's line", async (_name, text, line, meaning) => {
    const error = await begin(text).catch((e: unknown) => e);
    expect(error).toMatchObject({ id: "nginx-refuses" });
    const { data } = error as { data: Record<string, unknown> };
    for (const language of ["en", "zh-TW"] as const) {
      const words = (common as FindingsFile)["nginx-refuses"]![language](data, formatFor(language));
      expect(words.seen).not.toMatch(/undefined|uptime-nginx/);
      if (language === "en") expect(words.means).toMatch(meaning);
    }
    expect(data).toMatchObject({ file: "nginx.conf" });
    expect([line, line + 1, line - 1]).toContain(data["line"]);
  });

  test("an nginx that listens elsewhere", async () => {
    const elsewhere = begin(GOOD.replace("listen 8080", "listen 127.0.0.1:18080"));
    await expect(elsewhere).rejects.toMatchObject({ id: "nginx-elsewhere" });
  });

  test("no nginx: not checked, with the one command", async () => {
    const missing = new ComponentMissing(
      "nginx",
      { en: "get nginx", "zh-TW": "取得 nginx" },
      (c) => ({
        en: c,
        "zh-TW": c,
      }),
    );
    const { verdict, finding } = conclude(missing, []);
    expect({ verdict, id: finding?.id }).toEqual({
      verdict: "not-checked",
      id: "component-missing",
    });
    const words = common["component-missing"].en(finding!.data);
    expect(words.means).toBe("Type: get nginx");
  });
});

test("the private copy keeps every line where it was, and numbers that are no ports", () => {
  const text =
    'http {\n  map $x $y {\n    8001 "a;b{";\n  }\n  client_max_body_size 8080;\n  server { listen [::]:8080 default_server; }\n}\n';
  const own = {
    ports: new Map([
      [8080, 23456],
      [8001, 23457],
    ]),
    folder: "/own",
    without: ["scgi"],
  };
  const { texts, lacking } = privateCopy(
    [{ name: "nginx.conf", text, all: directives(text), blocks: [] }],
    own,
  );
  const copy = texts.get("nginx.conf")!;
  expect(copy.split("\n")).toHaveLength(text.split("\n").length);
  expect(copy).toContain('8001 "a;b{";');
  expect(copy).toContain("client_max_body_size 8080;");
  expect(copy).toContain("listen [::]:23456 default_server;");
  expect(copy).not.toContain("scgi");
  expect(lacking).toContain("daemon off;");
});

test("versions are compared number by number", () => {
  const versions = ["1.22.1", "1.29.6", "1.29.7", "1.30.0", "2.0"];
  const newer = versions.filter((version) => versionAtLeast(version, "1.29.7"));
  expect(newer).toEqual(["1.29.7", "1.30.0", "2.0"]);
});
