// The names of Node.js before 16, function expressions, one file for everything in the primary: all of it still works.
import cluster from "node:cluster";
import readline from "node:readline";

var size = parseInt(process.env.WEB_CONCURRENCY || "2", 10);
var limit = parseInt(process.env.STOP_WITHIN_MS || "5000", 10);
var listening: number[] = [];

function write(line: object) {
  process.stdout.write(JSON.stringify(line) + "\n");
}

if (cluster.isMaster) {
  cluster.setupMaster({
    exec: "worker.ts",
    args: ["--season=winter"],
    silent: true,
    serialization: "advanced",
  });
  for (var i = 1; i <= size; i++) start(i);
  process.on("SIGTERM", stop);
}

function start(number: number) {
  var worker = cluster.fork({ COUNTER: "counter-" + number });
  var id = worker.id;
  write({ worker: id, event: "fork" });
  worker.on("online", function () {
    write({ worker: id, event: "online" });
  });
  worker.on("listening", function () {
    write({ worker: id, event: "listening" });
    if (listening.indexOf(id) < 0) listening.push(id);
    if (listening.length === size) write({ event: "ready" });
  });
  worker.on("disconnect", function () {
    write({ worker: id, event: "disconnect" });
  });
  worker.on("exit", function (code, signal) {
    listening = listening.filter(function (one) {
      return one !== id;
    });
    write({
      worker: id,
      event: "exit",
      code: code,
      signal: signal,
      planned: worker.exitedAfterDisconnect,
    });
  });
  worker.on("message", function (news) {
    for (var key in cluster.workers) {
      if (key !== String(id)) cluster.workers[key]!.send(news);
    }
  });
  [worker.process.stdout!, worker.process.stderr!].forEach(function (input) {
    readline.createInterface({ input: input }).on("line", function (line) {
      process.stdout.write("[" + id + "] " + line + "\n");
    });
  });
}

function stop() {
  Object.keys(cluster.workers!).forEach(function (key) {
    var worker = cluster.workers![key]!;
    var timer = setTimeout(function () {
      process.kill(worker.process.pid!, "SIGKILL");
    }, limit);
    worker.on("exit", function () {
      clearTimeout(timer);
    });
    worker.disconnect();
  });
}
