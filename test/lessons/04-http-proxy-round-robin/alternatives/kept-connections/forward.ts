import { Agent, request, type IncomingMessage, type ServerResponse } from "node:http";
import { pipeline } from "node:stream";
import { introduce } from "./client.ts";
import { Rotation } from "./rotation.ts";
import { settings } from "./settings.ts";

const rotation = new Rotation(settings.targets, settings.coolDownMs);
const agent = new Agent({ keepAlive: true });
const REPEATABLE = new Set(["GET", "HEAD"]);

/** Connections to the targets are kept. One that was closed meanwhile is nobody's failure: the same target is asked anew. */
export async function forward(req: IncomingMessage, res: ServerResponse): Promise<void> {
  introduce(req);
  delete req.headers.connection;
  let failed: string | undefined;
  for (let number = 1; number <= 2; number++) {
    const target = rotation.next(failed);
    if (target === undefined) break;
    const error = await send(req, res, target);
    if (!error || res.destroyed) return;
    rotation.rest(target);
    failed = target;
    if (!REPEATABLE.has(req.method!)) break;
  }
  res.writeHead(502).end();
}

/** Resolves with the error when the target failed, or with nothing when the answer is on its way or the client has gone. */
function send(req: IncomingMessage, res: ServerResponse, target: string) {
  return new Promise<Error | void>((resolve) => {
    const { method = "GET", headers } = req;
    const { hostname, port } = new URL(target);
    const out = request({ hostname, port, path: req.url!, method, headers, agent });
    const cancel = () => res.writableFinished || out.destroy();
    res.on("close", cancel);
    out.setTimeout(settings.answerWithinMs, () => out.destroy(new Error("too slow")));
    out.on("response", (answer) => {
      const { connection: _, "keep-alive": __, ...rest } = answer.headers;
      res.writeHead(answer.statusCode!, rest);
      pipeline(answer, res, () => resolve());
    });
    out.on("error", (error: NodeJS.ErrnoException) => {
      res.off("close", cancel);
      const closedMeanwhile = out.reusedSocket && error.code === "ECONNRESET";
      if (res.destroyed || res.headersSent) resolve();
      else if (closedMeanwhile && REPEATABLE.has(method)) resolve(send(req, res, target));
      else resolve(error);
    });
    if (REPEATABLE.has(method)) out.end();
    else req.pipe(out);
  });
}
