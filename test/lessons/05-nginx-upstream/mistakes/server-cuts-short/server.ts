import express from "express";

/** One counter of the shop. Three of them run, on ports 8001, 8002 and 8003. */
const port = Number(process.env.PORT) || 8001;
const app = express();
let orders = 0;
let connections = 0;

// #region trust
// One hop before us is ours, nginx. What it says of the client holds, not what the client says.
app.set("trust proxy", 1);
// #endregion

// Nobody shall wait for ever.
app.use((_req, res, next) => {
  res.setTimeout(2000, () => {
    if (!res.headersSent) res.status(503).json({ error: "timeout" });
  });
  next();
});

app.get("/", (_req, res) => {
  res.json({ shop: "Uptime Tea", server: port, pid: process.pid });
});

app.post("/orders", (_req, res) => {
  orders += 1;
  res.status(201).json({ number: orders, server: port });
});

// What Express takes for the customer: logs, rate limits and links in mails are made from this.
app.get("/whoami", (req, res) => {
  res.json({ ip: req.ip, protocol: req.protocol, hostname: req.hostname, server: port });
});

// An order that takes so many milliseconds: /slow?ms=2000
app.get("/slow", (req, res) => {
  const ready = () => res.headersSent || res.json({ server: port });
  setTimeout(ready, Number(req.query.ms) || 1000);
});

// How many connections this server has accepted so far.
app.get("/connections", (_req, res) => {
  res.json({ server: port, connections });
});

// A bug: whichever server gets this request, dies of it.
app.get("/poison", () => {
  console.error(`server ${port} dies of a request`);
  process.exit(1);
});

// #region keep-alive
const server = app.listen(port, () => {
  console.log(`server ${port} is open, process ${process.pid}`);
});
// nginx keeps an idle connection for 60 seconds, and must be the one to close it:
// it sends the requests.
server.keepAliveTimeout = 65_000;
// #endregion
server.on("connection", () => (connections += 1));
