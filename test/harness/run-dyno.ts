/**
 * The local dyno, by hand: builds the application in the current folder, runs its process types, and routes to them. PORT is
 * the router's port; the next one is the platform's API, where `curl -X DELETE …/dynos` restarts all dynos; PORT + 443 stands for
 * https. Limits are shorter than Heroku's, and every line that tells of one says so.
 */
import { createServer } from "node:http";
import { Dyno, statusOf } from "./dyno.ts";
import { Finding } from "./finding.ts";
import { readManifest } from "./install.ts";
import { openOrderBook } from "./order-book.ts";
import { processTypes } from "./process-types.ts";
import { readProcfile } from "./procfile.ts";
import { startProgram } from "./program.ts";
import { Router } from "./router.ts";
import { buildSlug, type Slug } from "./slug.ts";

const port = Number(process.env["PORT"]);
const limits = { boot: seconds("BOOT_SECONDS", 10), exit: seconds("EXIT_SECONDS", 4) };
const answerWithin = seconds("ANSWER_SECONDS", 10);
const forEver = 2 ** 31 - 1;

const source = process.cwd();
const book = await openOrderBook();
const dynos = new Set<Dyno>();
const slugs = new Set<Slug>();

function log(from: string, line: string): void {
  console.log(`${new Date().toTimeString().slice(0, 8)} ${from}: ${line}`);
}

/** A dyno with a disk of its own: what the last one wrote is not there. */
async function dynoFor(type: string, command: string): Promise<Dyno> {
  const slug = await buildSlug(source);
  slugs.add(slug);
  const config = { ORDERS_URL: book.url };
  const name = `${type}.1`;
  const dyno = new Dyno({
    slug,
    command,
    name,
    config,
    // A dyno's files stand in /app.
    log: (from, line) => log(from, line.replaceAll(slug.folder, "/app")),
    limits,
    life: forEver,
    start: startProgram,
  });
  dynos.add(dyno);
  return dyno;
}

/** Starts all process types; `build` comes first, and what it throws is told in the same way. */
async function start(build: () => void = () => {}): Promise<void> {
  try {
    build();
    await startAll();
  } catch (error) {
    if (!(error instanceof Finding && error.id === "manifest-broken")) throw error;
    // A restart builds again.
    log("remote", `Build failed: package.json can't be read: ${String(error.data["said"])}`);
  }
}

async function startAll(): Promise<void> {
  const types = processTypes(source);
  const release = types.get("release");
  if (release && !(await released(release))) return;
  for (const [type, command] of types) {
    if (type !== "release") await (await dynoFor(type, command)).boot();
  }
}

/** The release phase: one command, which must succeed before the new version may run. */
async function released(command: string): Promise<boolean> {
  const dyno = await dynoFor("release", command);
  await dyno.boot();
  const status = statusOf(await dyno.program!.exited(forEver));
  dynos.delete(dyno);
  if (status !== 0) log("heroku[release]", "release command failed: the version is not deployed");
  return status === 0;
}

async function stop(): Promise<void> {
  await Promise.all([...dynos].map((dyno) => dyno.stop()));
  dynos.clear();
  for (const slug of slugs) await slug.remove();
  slugs.clear();
}

function seconds(name: string, fallback: number): number {
  return (Number(process.env[name]) || fallback) * 1000;
}

function announce(): void {
  const [boot, exit, answer] = [limits.boot, limits.exit, answerWithin].map(
    (ms) => `${ms / 1000} s`,
  );
  console.log(
    `router: http://localhost:${port} for http, http://localhost:${port + 443} in place of https`,
  );
  console.log(
    `limits here: answer ${answer}; boot ${boot} and exit ${exit}, longer while this machine is busy; at Heroku: 30 s, 60 s, 30 s`,
  );
}

function tellOfBuild(): void {
  const { engines } = readManifest(source);
  const declared = [...readProcfile(source).types.keys()].join(", ") || "(none)";
  console.log(`remote: -----> Node.js app detected`);
  console.log(`remote:        engines.node (package.json): ${engines?.["node"] ?? "unspecified"}`);
  console.log(`remote: -----> Discovering process types`);
  console.log(`remote:        Procfile declares types -> ${declared}`);
  if (!readProcfile(source).types.has("web") && processTypes(source).has("web"))
    console.log("remote:        Default types for buildpack -> web");
}

const web = () => [...dynos].filter(({ name }) => name.startsWith("web."));
const router = new Router({ dynos: web, log, answerWithin });
router.server("http").listen(port);
router.server("https").listen(port + 443);
const api = createServer(async (req, res) => {
  if (req.method !== "DELETE" || req.url !== "/dynos") return void res.writeHead(404).end();
  log("heroku[api]", "Restarting all dynos");
  await stop();
  await start();
  res.writeHead(202).end("restarted\n");
}).listen(port + 1);
for (const signal of ["SIGTERM", "SIGINT"] as const)
  process.once(signal, async () => {
    api.close();
    await stop();
    process.exit(0);
  });

announce();
await start(tellOfBuild);
