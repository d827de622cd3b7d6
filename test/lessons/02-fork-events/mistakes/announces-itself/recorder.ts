import cluster, { type Worker } from "node:cluster";

/** The flight recorder writes one line of JSON on standard output for each event. */
function record(event: string, fields: object = {}): void {
  console.log(JSON.stringify({ event, ...fields }));
}

// #region life
/** Records the life of every worker that is forked from now on. */
export function recordLife(): void {
  for (const event of ["fork", "online", "disconnect"] as const) {
    cluster.on(event, (worker: Worker) => record(event, { worker: worker.id }));
  }
  cluster.on("message", (worker, message) => {
    if (message === "open") record("listening", { worker: worker.id });
  });
  cluster.on("exit", recordExit);
}
// #endregion

// #region exit
/** Either `code` or `signal` is null: null must stay null, because 0 would mean success. */
function recordExit(worker: Worker, code: number | null, signal: string | null): void {
  record("exit", { worker: worker.id, code, signal, planned: worker.exitedAfterDisconnect });
}
// #endregion

// #region ready
/** Reports `ready` once, when so many different workers have said that they are open. */
export function recordReady(workers: number): void {
  const open = new Set<number>();
  cluster.on("exit", (worker) => open.delete(worker.id));
  cluster.on("message", function count(worker, message) {
    if (message === "open") open.add(worker.id);
    if (open.size < workers) return;
    cluster.off("message", count);
    record("ready");
  });
}
// #endregion
