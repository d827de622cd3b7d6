import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Exports of node:http that load undici, see loadLeanHttp() in trace-preload.ts. */
const LAZY = /\b(WebSocket|CloseEvent|MessageEvent)\b/;

/**
 * Whether programs in this folder may boot without undici: where none of their files has one of the names that stand for it.
 * @returns what the preload of the trace needs for that in its environment.
 */
export async function leanHttp(folder: string): Promise<{ UPTIME_LEAN_HTTP?: string }> {
  const files = glob("**/*.{ts,mts,cts,js,mjs,cjs}", {
    cwd: folder,
    exclude: (path) => path.split(/[\\/]/).includes("node_modules"),
  });
  for await (const file of files) {
    const text = await readFile(join(folder, file), "utf8").catch(() => "");
    if (LAZY.test(text)) return {};
  }
  return { UPTIME_LEAN_HTTP: "1" };
}
