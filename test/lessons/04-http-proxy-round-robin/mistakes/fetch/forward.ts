import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { introduce } from "./client.ts";
import { Rotation } from "./rotation.ts";
import { settings } from "./settings.ts";

const rotation = new Rotation(settings.targets, settings.coolDownMs);

export async function forward(req: IncomingMessage, res: ServerResponse): Promise<void> {
  introduce(req);
  const hasBody = req.method !== "GET" && req.method !== "HEAD";
  const { connection, ...headers } = req.headers;
  try {
    const answer = await fetch(rotation.next()! + req.url, {
      method: req.method,
      headers: headers as Record<string, string>,
      ...(hasBody && { body: Readable.toWeb(req), duplex: "half" }),
    } as RequestInit);
    res.writeHead(answer.status, Object.fromEntries(answer.headers));
    if (answer.body) Readable.fromWeb(answer.body as any).pipe(res);
    else res.end();
  } catch {
    res.writeHead(502).end();
  }
}
