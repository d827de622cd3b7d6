const express = require("express");
const helmet = require("helmet");

const given = process.env.PORT;
if (given && !(/^[0-9]+$/.test(given) && +given > 0 && +given < 65536)) {
  console.error("can't start: PORT=" + given + " is no port");
  process.exitCode = 78;
} else {
  start(given ? +given : 3000);
}

function start(port) {
  const app = express();
  app.enable("trust proxy");
  app.set("trust proxy", (address, hop) => hop === 0);
  app.use(helmet(), express.json());
  app.use(function (req, res, next) {
    if (req.headers["x-forwarded-proto"] === "http") {
      res.redirect(307, "https://" + req.headers.host + req.url);
    } else next();
  });
  app.get("/", (req, res) => res.send({ client: req.ip }));
  app.get("/slow", (req, res) => setTimeout(() => res.send({}), +req.query.ms));
  app
    .route("/orders")
    .get((req, res) => {
      fetch(process.env.ORDERS_URL)
        .then((answer) => answer.json())
        .then((all) => res.send(all))
        .catch((error) => res.status(502).send({ error: error.message }));
    })
    .post((req, res) => {
      const headers = { "content-type": "application/json" };
      fetch(process.env.ORDERS_URL, { method: "POST", headers, body: JSON.stringify(req.body) })
        .then((answer) => res.status(answer.ok ? 201 : 502).end())
        .catch((error) => res.status(502).send({ error: error.message }));
    });

  const sockets = new Set();
  const server = app.listen(port, () => console.log("listening"));
  server.keepAliveTimeout = 100000;
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  process.on("SIGTERM", function () {
    server.close(() => process.exit());
    // Idle ones go now, busy ones within a second of becoming idle.
    setInterval(() => server.closeIdleConnections(), 1000);
    setTimeout(() => sockets.forEach((socket) => socket.destroy()), 20000).unref();
  });
}
