import express, { type Request, type RequestHandler, type Response } from "express";
import { answerError } from "./errors.ts";
import { facts } from "./facts.ts";
import * as kitchen from "./kitchen.ts";
import { log } from "./log.ts";
import { giveId } from "./request-id.ts";
import { sendStream } from "./send-stream.ts";

/** What a route says about a request. It writes nothing itself: one place turns results into answers. */
type Result = { status: number; body: object | string };

const ok = (body: object | string, status = 200): Result => ({ status, body });
const refused = (status: number, error: string): Result => ({ status, body: { error } });

/** What is expected to go wrong is a result; only what is not is thrown. */
const routes: Record<string, (req: Request) => Result | Promise<Result>> = {
  "GET /": () => ok({ shop: "Uptime Tea", pid: process.pid, openPhotos: kitchen.openPhotos() }),
  "GET /menu/:tea": (req) => ok(kitchen.describe(String(req.params.tea))),
  "GET /orders": () => ok(kitchen.orders),
  "POST /orders": order,
  "POST /boiler": boil,

  async "GET /stock/:tea"(req) {
    const tea = String(req.params.tea);
    return ok({ tea, cups: await kitchen.countStock(tea) });
  },

  "GET /recipes/:tea": ({ params }) =>
    new Promise((resolve, reject) => {
      kitchen.readRecipe(String(params.tea), (error, recipe) =>
        error ? reject(error) : resolve(ok(recipe!)),
      );
    }),

  // All lines are there before the first is sent, so a failure can still be answered.
  async "GET /sales/:day"(req) {
    const hours = [9, 10, 11, 12, 13, 14];
    const lines = await Promise.all(
      hours.map((hour) => kitchen.sales(String(req.params.day), hour)),
    );
    return ok(lines.join(""));
  },
};

async function order(req: Request): Promise<Result> {
  const tea = String(req.body?.tea);
  kitchen.describe(tea);
  if ((await kitchen.countStock(tea)) === 0) return refused(409, `There is no ${tea} left.`);
  const placed = kitchen.placeOrder(tea);
  void label(placed);
  return ok(placed, 201);
}

/** Resolves in any case, so it may be left alone. */
async function label(placed: { tea: string }): Promise<void> {
  const [printed] = await Promise.allSettled([kitchen.printLabel(placed)]);
  if (printed.status === "rejected") log("error", "no label", facts(printed.reason));
}

function boil(req: Request): Result {
  kitchen.startBoiler(req.query.how === "reject" ? "reject" : "throw");
  return ok({ boiler: "heating" }, 202);
}

const answer =
  (route: (req: Request) => Result | Promise<Result>): RequestHandler =>
  async (req, res) =>
    send(res, await route(req));

function send(res: Response, { status, body }: Result): void {
  res.status(status);
  if (typeof body === "string") res.type("csv").send(body);
  else res.json(body);
}

export function shop(): express.Express {
  const app = express().use(giveId, express.json());
  for (const [name, route] of Object.entries(routes)) {
    const [method, path] = name.split(" ") as ["GET" | "POST", string];
    if (method === "GET") app.get(path, answer(route));
    else app.post(path, answer(route));
  }
  app.get("/photos/:tea", (req, res) =>
    sendStream(res, kitchen.openPhoto(req.params.tea), {
      "Content-Type": "image/jpeg",
      "Cache-Control": "public, max-age=86400",
    }),
  );
  app.use((req, res) => send(res, refused(404, `There is nothing at ${req.path}.`)));
  return app.use(answerError);
}
