import { Finding } from "../../harness/finding.ts";
import type { Program } from "../../harness/program.ts";
import { distinct } from "./pids.ts";

/** Why fewer than `wanted` workers answer, as far as the trace shows it. `answers`: the pid of every answer. */
export function whyTooFew(
  { pid: main, trace }: Program,
  answers: number[],
  wanted: number,
): Finding {
  const pids = distinct(answers);
  const forked = trace.of("fork").map(({ child }) => child);
  const byPrimary = answers.filter((pid) => pid === main).length;
  const crash = trace.of("crash").find(({ pid }) => forked.includes(pid));
  const alone = trace.of("listen-error").find(({ pid }) => forked.includes(pid));
  const listening = trace.of("listening");
  const ready = distinct(listening.map(({ child }) => Number(child)));

  if (/fork is not a function/.test(String(crash?.["message"]))) return new Finding("worker-forks");
  if (forked.length === 0 && pids.length === 1 && pids[0] === main)
    return new Finding("one-process", { main, wanted });
  if (byPrimary > 0) return new Finding("primary-answers", { main, byPrimary, of: answers.length });
  if (alone) return new Finding("listens-alone", { pids, wanted, code: alone["code"] });
  if (crash) return new Finding("worker-crashes", { message: crash["message"], wanted });
  if (forked.length > 0 && forked.length < wanted)
    return new Finding("too-few-forked", { forked: forked.length, wanted });
  const ports = distinct(listening.map(({ port }) => Number(port)));
  if (ports.length > 1 && ports.length === listening.length)
    return new Finding("ports-differ", { ready: ready.length, ports });
  if (ready.length >= wanted) return new Finding("workers-idle", { ready: ready.length, pids });
  // No worker has asked the primary for the port: it accepts by itself, and hands over by messages of its own.
  if (
    ready.length === 0 &&
    forked.length >= wanted &&
    trace.of("listen").some(({ pid }) => pid === main)
  )
    return new Finding("workers-idle", { ready: 0, forked: forked.length, pids });
  return new Finding("too-few-answer", { pids, wanted });
}
