import express, { type ErrorRequestHandler } from "express";

const port = Number(process.env.PORT || 8001);
const app = express();

// #region trust
app.set("trust proxy", true);
// #endregion

let orders = 0;

app.get("/", (_req, res) => {
  res.json({ shop: "Uptime Tea", port });
});

app.get("/whoami", (req, res) => {
  res.json({ ip: req.ip, protocol: req.protocol, hostname: req.hostname });
});

// An order: {"tea": "oolong"}
app.post("/orders", express.json(), (req, res) => {
  orders += 1;
  console.log(`shop ${port} makes order ${orders}: ${req.body?.tea}`);
  res.status(201).json({ order: orders, tea: req.body?.tea, port });
});

// A drink that takes so many milliseconds: /slow?ms=2000
app.get("/slow", (req, res) => {
  const ms = Number(req.query["ms"]) || 1000;
  console.log(`shop ${port} brews for ${ms} ms`);
  const kettle = setTimeout(() => {
    console.log(`shop ${port} is done`);
    res.json({ ms, port });
  }, ms);
  res.once("close", () => {
    if (res.writableFinished) return;
    clearTimeout(kettle);
    console.log(`shop ${port}: the customer has gone`);
  });
});

// The live order board: an answer that goes on for as long as somebody reads it.
app.get("/board", (_req, res) => {
  res.type("text/event-stream");
  const show = () => res.write(`data: ${orders} orders\n\n`);
  const timer = setInterval(show, 1000);
  res.once("close", () => clearInterval(timer));
  show();
});

// A bug: whoever touches this dies of it.
app.all("/poison", () => {
  setImmediate(() => {
    throw new Error("the milk was off");
  });
});

// One line for each error; lesson 8 does this properly.
const onError: ErrorRequestHandler = (error, _req, res, next) => {
  console.log(`shop ${port}: ${error.message}`);
  if (res.headersSent) next(error);
  else res.status(error.status ?? 500).json({ error: error.message });
};
app.use(onError);

app.listen(port, (error) => {
  if (error) throw error;
  console.log(`shop on port ${port}`);
});
