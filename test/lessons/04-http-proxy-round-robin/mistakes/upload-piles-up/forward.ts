import { request, type IncomingMessage, type ServerResponse } from "node:http";
import { pipeline } from "node:stream";
import { introduce } from "./client.ts";
import { Rotation } from "./rotation.ts";
import { settings } from "./settings.ts";

const rotation = new Rotation(settings.targets, settings.coolDownMs);

/** Without a library: each piece of a body is written as it comes. */
export async function forward(req: IncomingMessage, res: ServerResponse): Promise<void> {
  introduce(req);
  delete req.headers.connection;
  const first = rotation.next();
  const error = await send(req, res, first!);
  if (!error || res.destroyed) return;
  rotation.rest(first!);
  const second = req.method === "GET" || req.method === "HEAD" ? rotation.next(first) : undefined;
  if (second === undefined || res.headersSent) return fail(res);
  if (await send(req, res, second)) {
    rotation.rest(second);
    fail(res);
  }
}

function fail(res: ServerResponse): void {
  if (res.headersSent) res.destroy();
  else res.writeHead(502).end();
}

/** Resolves with the error when the target failed, or with nothing when the answer is on its way or the client has gone. */
function send(req: IncomingMessage, res: ServerResponse, target: string) {
  return new Promise<Error | void>((resolve) => {
    const { method = "GET", headers } = req;
    const { hostname, port } = new URL(target);
    const out = request({ hostname, port, path: req.url!, method, headers, agent: false });
    out.setTimeout(settings.answerWithinMs, () => out.destroy(new Error("too slow")));
    out.on("response", (answer) => {
      const { connection: _, "keep-alive": __, ...rest } = answer.headers;
      res.writeHead(answer.statusCode!, rest);
      // A pipeline destroys both sides when one of them breaks: this is what pipe() lacks.
      pipeline(answer, res, () => resolve());
    });
    out.on("error", (error) => resolve(res.destroyed ? undefined : error));
    res.on("close", () => res.writableFinished || out.destroy());
    if (req.readableEnded || method === "GET" || method === "HEAD") out.end();
    else req.on("data", (piece: Buffer) => out.write(piece)).on("end", () => out.end());
  });
}
