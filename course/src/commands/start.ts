import { once } from "node:events";
import type { Command } from "commander";
import { ENDING_SIGNALS } from "../ending-signals.ts";
import type { Voice } from "../console.ts";
import { EXIT, ExpectedError } from "../expected-error.ts";
import { nextPort } from "../next-port.ts";
import { help } from "../words/cli.ts";
import { say } from "../words/say.ts";
import type { Setup } from "./setup-command.ts";

const PORT = 3000;

/** `pnpm start`. */
export function addStartCommand(program: Command, { voice }: Setup): void {
  const { pick } = voice;
  program
    .command("start")
    .description(pick(help.start))
    .option("--port <port>", pick(help.port))
    .action(async (options: { port?: string }) => start(options.port, voice));
}

async function start(wanted: string | undefined, voice: Voice): Promise<void> {
  const { BUILT_SITE, siteIsFresh } = await import("../site/build.ts");
  const { serveSite } = await import("../site/serve.ts");
  const asked = wanted === undefined ? undefined : portOf(wanted);
  if (!siteIsFresh()) await buildWithProgress(voice);
  const port = asked ?? (await nextPort(PORT, "127.0.0.1"));
  const server = await serveSite(BUILT_SITE, port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EADDRINUSE") throw error;
    throw new ExpectedError(say.portTaken(port), EXIT.failed);
  });
  if (asked === undefined && port !== PORT) voice.say(say.portMoved(PORT, port));
  voice.say(say.serving(`http://127.0.0.1:${port}`));
  for (const signal of ENDING_SIGNALS) {
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
    });
  }
  await once(server, "close");
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new ExpectedError(say.badPort(text));
}

async function buildWithProgress(voice: Voice): Promise<void> {
  const { buildSite } = await import("../site/build.ts");
  const started = performance.now();
  if (!process.stderr.isTTY) voice.say(say.building());
  const line = await voice.progress(say.building());
  const seconds = () => ((performance.now() - started) / 1000).toFixed(0);
  const clock = setInterval(
    () => (line.text = `${voice.pick(say.building())} ${seconds()} s`),
    500,
  );
  const log = await buildSite().finally(() => {
    clearInterval(clock);
    line.stop();
  });
  if (log !== undefined) throw new ExpectedError(say.buildFailed(log), EXIT.failed);
  voice.say(say.built(seconds()));
}
