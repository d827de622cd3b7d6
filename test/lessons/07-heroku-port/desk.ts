import { Finding } from "../../harness/finding.ts";
import { portsOf, watchPorts } from "../../harness/open-ports.ts";
import { patience } from "../../harness/pace.ts";
import type { Program } from "../../harness/program.ts";
import { buildDesk, type Slug } from "../../harness/slug.ts";
import type { CheckContext } from "../../harness/task.ts";
import { until } from "../../harness/wait.ts";
import { NO_BOOK } from "./platform.ts";

/** Starts the program as its author does, in a copy of its folder. */
export type Run = (env: Record<string, string | undefined>) => Promise<Program>;

/** Gives a place in which the program may be run, and may leave files. */
export async function takeDesk({
  start,
  folder,
  onEnd,
}: CheckContext): Promise<{ run: Run; folder: string }> {
  let building: Promise<Slug> | undefined;
  onEnd(async () => (await building)?.remove());
  building = buildDesk(folder);
  const desk = await building;
  const run: Run = (env) =>
    start({ folder: desk.folder, ready: "none", env: { ...NO_BOOK, ...env } });
  return { run, folder: desk.folder };
}

/** The first of its ports; undefined when it has ended without any, or `other` came first. */
export async function portOf(program: Program, other = () => false): Promise<number | undefined> {
  const look = () => portsOf(program)[0];
  await until(() => look() ?? (other() || program.exit), {
    what: "a listener",
    within: patience(6000),
  }).catch(() => {});
  if (program.exit) await program.stop(); // its last lines may arrive after the news of its end
  return look();
}

/** Waits until the program listens on its PORT; a wrong one is recognised by where it listens instead. */
export async function mustListen(program: Program): Promise<void> {
  const started = performance.now();
  const port = await portOf(program);
  if (port !== undefined && port !== program.port) {
    const own = () => portsOf(program).includes(program.port);
    const settled = watchPorts(program, patience(500));
    const over = () => own() || settled() || program.exit;
    await until(over, { what: "its port", within: patience(6000) }).catch(() => {});
    if (own()) return;
    throw new Finding("port-fixed", { wanted: program.port, port });
  }
  if (port !== undefined) return;
  program.mustLive();
  const ms = Math.round(performance.now() - started);
  throw new Finding("never-listened", { port: program.port, ms }, "timed-out");
}
