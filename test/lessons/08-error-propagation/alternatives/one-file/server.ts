import { randomUUID } from "node:crypto";
import { writeSync } from "node:fs";
import express, { type NextFunction, type Request, type Response } from "express";
import * as kitchen from "./kitchen.ts";

// No async function and no helper: every error is handed on by hand, with next(error).
const port = Number(process.env.PORT) || 3000;
const app = express();

/** next(undefined) would mean “no error”. */
function handOn(next: NextFunction): (reason: unknown) => void {
  return (reason) => next(reason ?? new Error("rejected without a reason"));
}

app.use(function (_req, res, next) {
  res.locals.id = randomUUID();
  res.setHeader("x-request-id", res.locals.id);
  next();
}, express.json());

app.get("/", function (_req, res) {
  res.json({ shop: "Uptime Tea", pid: process.pid, openPhotos: kitchen.openPhotos() });
});

app.get("/menu/:tea", function (req, res) {
  res.json(kitchen.describe(req.params.tea));
});

app.get("/stock/:tea", function ({ params: { tea } }, res, next) {
  kitchen
    .countStock(tea)
    .then((cups) => res.json({ tea, cups }))
    .catch(handOn(next));
});

app.get("/recipes/:tea", function (req, res, next) {
  kitchen.readRecipe(req.params.tea, function (error, recipe) {
    if (error) return next(error);
    res.json(recipe);
  });
});

app.get("/orders", function (_req, res) {
  res.json(kitchen.orders);
});

app.post("/orders", function (req, res, next) {
  const tea = String(req.body?.tea);
  kitchen.describe(tea);
  kitchen
    .countStock(tea)
    .then(function (cups) {
      if (cups === 0) return res.status(409).json({ error: "sold out: " + tea });
      const order = kitchen.placeOrder(tea);
      kitchen.printLabel(order).catch((error) => console.error("no label:", error));
      return res.status(201).json(order);
    })
    .catch(handOn(next));
});

app.get("/photos/:tea", function (req, res, next) {
  const photo = kitchen.openPhoto(req.params.tea);
  photo.on("error", next);
  res.on("close", () => photo.destroy());
  photo.once("readable", () => res.type("jpeg").set("Cache-Control", "max-age=3600"));
  photo.pipe(res);
});

app.get("/sales/:day", function (req, res, next) {
  res.type("csv");
  write(9).catch(handOn(next));

  function write(hour: number): Promise<unknown> {
    if (hour === 15) return Promise.resolve(res.end());
    return kitchen.sales(req.params.day, hour).then((line) => {
      res.write(line);
      return write(hour + 1);
    });
  }
});

app.post("/boiler", function (req, res) {
  kitchen.startBoiler(req.query.how === "reject" ? "reject" : "throw");
  res.status(202).json({ boiler: "heating" });
});

app.use(function (req: Request, res: Response) {
  res.status(404).json({ error: "no such path: " + req.path });
});

// Two error middlewares, one after the other: the first logs, the second answers.
app.use(function (error: any, _req: Request, res: Response, next: NextFunction) {
  console.error(res.locals.id, error);
  next(error);
});

app.use(function (error: any, req: Request, res: Response, _next: NextFunction) {
  if (res.headersSent) {
    req.socket.destroy();
    return;
  }
  const known = error.status >= 400 && error.status < 600;
  const status = known ? error.status : 500;
  res.removeHeader("Content-Type");
  res.status(status).json({ error: status < 500 ? error.message : "internal error" });
});

process.on("uncaughtException", function (error) {
  writeSync(2, JSON.stringify({ level: "fatal", error: String(error) }) + "\n");
  process.exit(1);
});

app.listen(port).on("error", function (error) {
  console.error("can't listen:", error.message);
  process.exit(1);
});
