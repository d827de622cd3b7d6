import cluster, { type Worker } from "node:cluster";

/** The flight recorder writes one line of JSON on standard output for each event. */
function record(event: string, fields: object = {}): void {
  console.log(JSON.stringify({ event, ...fields }));
}

// #region life
/** Records the life of every worker that is forked from now on. */
export function recordLife(): void {
  for (const event of ["fork", "online", "listening", "disconnect"] as const) {
    cluster.on(event, (worker: Worker) => record(event, { id: worker.id }));
  }
  cluster.on("exit", recordExit);
}
// #endregion

// #region exit
/** Either `code` or `signal` is null: null must stay null, because 0 would mean success. */
function recordExit(worker: Worker, code: number | null, signal: string | null): void {
  record("exit", { id: worker.id, code, signal, planned: worker.exitedAfterDisconnect });
}
// #endregion

// #region ready
/** Reports `ready` once, when so many different workers listen at the same time. */
export function recordReady(workers: number): void {
  const listening = new Set<number>();
  cluster.on("exit", (worker) => listening.delete(worker.id));
  cluster.on("listening", function count(worker) {
    listening.add(worker.id);
    if (listening.size < workers) return;
    cluster.off("listening", count);
    record("ready");
  });
}
// #endregion
