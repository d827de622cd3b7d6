import type { IncomingMessage, ServerResponse } from "node:http";
import { createProxyServer } from "httpxy";
import { introduce } from "./client.ts";
import { Rotation } from "./rotation.ts";
import { settings } from "./settings.ts";

const rotation = new Rotation(settings.targets, settings.coolDownMs);
const proxy = createProxyServer({ proxyTimeout: settings.answerWithinMs });

/**
 * httpxy's web() gives a promise, cancels what nobody waits for, and breaks what is broken. The promise rejects as long as nobody
 * listens for 'error'.
 */
export async function forward(req: IncomingMessage, res: ServerResponse): Promise<void> {
  introduce(req);
  let failed: string | undefined;
  for (let attempts = 1; attempts <= 2; attempts++) {
    const target = rotation.next(failed);
    if (!target) break;
    try {
      return await proxy.web(req, res, { target });
    } catch (error) {
      if (res.destroyed || res.headersSent) return void res.destroy();
      console.error(`${target} failed: ${(error as Error).message}`);
      rotation.rest(target);
      failed = target;
      if (req.method !== "GET" && req.method !== "HEAD") break;
    }
  }
  res.writeHead(502).end("no shop can answer this\n");
}
