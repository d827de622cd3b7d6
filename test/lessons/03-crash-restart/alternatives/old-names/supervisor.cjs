// CommonJS, the names of Node.js 14 (isMaster, setupMaster), callbacks, and messages between the processes.
const cluster = require("cluster");

var port = process.env.PORT;
var size = Number(process.env.WEB_CONCURRENCY || 2);
var wait = Number(process.env.BACKOFF_MS || 100);
var healthy = Number(process.env.HEALTHY_MS || 5000);
var most = Number(process.env.MAX_DEATHS || 5);
var frame = Number(process.env.DEATH_WINDOW_MS || 10000);
var limit = Number(process.env.STOP_WITHIN_MS || 10000);

var row = 0;
var times = [];
var leaving = {};
var stopping = false;
var renewing = false;
var timers = [];

cluster.setupMaster({ exec: require("path").join(__dirname, "counter.ts") });

function start(ready, failed) {
  var worker = cluster.fork();
  var since = null;
  worker.on("listening", function () {
    since = Date.now();
    if (ready) ready(worker);
    ready = failed = null;
  });
  worker.on("exit", function (code, signal) {
    var planned = worker.exitedAfterDisconnect || leaving[worker.id];
    clearTimeout(leaving[worker.id]);
    if (planned) return;
    console.log(
      "[supervisor] worker pid=" +
        worker.process.pid +
        " exited code=" +
        code +
        " signal=" +
        signal,
    );
    if (failed) return failed();
    died(since !== null && Date.now() - since >= healthy);
  });
}

function died(wasHealthy) {
  if (stopping) return;
  var now = Date.now();
  times.push(now);
  while (now - times[0] >= frame) times.shift();
  if (times.length >= most) {
    console.error("[supervisor] " + most + " deaths in " + frame + " ms, giving up");
    process.exitCode = 1;
    return stop();
  }
  if (wasHealthy) row = 0;
  row += 1;
  if (row === 1) return start();
  timers.push(setTimeout(start, wait * Math.pow(2, row - 2)));
}

function dismiss(worker) {
  if (leaving[worker.id]) return;
  leaving[worker.id] = setTimeout(function () {
    worker.process.kill("SIGKILL");
  }, limit);
  worker.on("error", function () {}); // it may be dying in this moment
  worker.send("leave");
}

function stop() {
  if (stopping) return;
  stopping = true;
  timers.forEach(clearTimeout);
  Object.keys(cluster.workers).forEach(function (id) {
    dismiss(cluster.workers[id]);
  });
}

function renew() {
  if (renewing) return;
  renewing = true;
  var old = Object.keys(cluster.workers).map(function (id) {
    return cluster.workers[id];
  });
  (function next() {
    var worker = old.shift();
    if (!worker || stopping) {
      renewing = false;
      return;
    }
    start(
      function () {
        worker.on("exit", next);
        dismiss(worker);
      },
      function () {
        renewing = false;
        console.error("[supervisor] the new version does not start, keeping the old one");
      },
    );
  })();
}

if (cluster.isMaster) {
  console.log("[supervisor] port " + port);
  for (var i = 0; i < size; i++) start();
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  process.on("SIGHUP", renew);
}
