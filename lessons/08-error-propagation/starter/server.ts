import express from "express";
import {
  countStock,
  describe,
  openPhoto,
  openPhotos,
  orders,
  placeOrder,
  printLabel,
  readRecipe,
  sales,
  startBoiler,
} from "./kitchen.ts";
import { log } from "./log.ts";

const port = Number(process.env.PORT) || 3000;
const app = express();
app.use(express.json());

app.get("/", (_req, res) => {
  res.json({ shop: "Uptime Tea", pid: process.pid, openPhotos: openPhotos() });
});

app.get("/menu/:tea", (req, res) => {
  res.json(describe(req.params.tea));
});

app.get("/stock/:tea", (req, res) => {
  const { tea } = req.params;
  countStock(tea).then((cups) => res.json({ tea, cups }));
});

app.get("/recipes/:tea", (req, res) => {
  readRecipe(req.params.tea, (error, recipe) => {
    if (error) throw error;
    res.json(recipe);
  });
});

app.get("/orders", (_req, res) => {
  res.json(orders);
});

// An order: {"tea":"oolong"}. What the stock does not have can't be ordered.
app.post("/orders", async (req, res) => {
  const tea = String(req.body?.tea);
  describe(tea);
  if ((await countStock(tea)) === 0) {
    res.status(409).json({ error: `There is no ${tea} left.` });
  }
  const order = placeOrder(tea);
  printLabel(order);
  res.status(201).json(order);
});

app.get("/photos/:tea", (req, res) => {
  res.type("jpeg").set("Cache-Control", "max-age=3600");
  openPhoto(req.params.tea).pipe(res);
});

// The sales of a day as CSV, from 9 to 14 o'clock, line by line.
app.get("/sales/:day", async (req, res) => {
  res.type("csv");
  try {
    for (let hour = 9; hour < 15; hour++) res.write(await sales(req.params.day, hour));
  } finally {
    res.end();
  }
});

// The boiler has a bug, outside of any request: ?how=throw or ?how=reject
app.post("/boiler", (req, res) => {
  startBoiler(req.query.how === "reject" ? "reject" : "throw");
  res.status(202).json({ boiler: "heating" });
});

app.listen(port, () => {
  log("info", `counter open on port ${port}`, { pid: process.pid });
});
