import { Finding } from "../../harness/finding.ts";
import { ask, oneConnection } from "../../harness/probe.ts";
import { task } from "../../harness/task.ts";
import { distinct, pidsOfAnswers, whoAnswers } from "./pids.ts";
import { whyTooFew } from "./too-few.ts";

const WORKERS = 3;

task("fair-share", ({ check, shared }) => {
  const shop = shared({ env: { WEB_CONCURRENCY: String(WORKERS) } });

  check("fresh-connections-spread", async () => {
    const program = await shop();
    const answers = await whoAnswers(program, WORKERS);
    if (distinct(answers).length < WORKERS) throw whyTooFew(program, answers, WORKERS);
  });

  check("kept-connection-stays", async () => {
    const { url } = await shop();
    const agent = oneConnection();
    const first = await ask(url, { agent });
    const pids = distinct(await pidsOfAnswers(url, 12, { agent }));
    agent.destroy();
    const closed = first.kind === "answer" && /close/i.test(String(first.headers.connection));
    if (closed) throw new Finding("connection-closed", { pids });
    if (pids.length > 1) throw new Finding("connection-wanders", { pids });
  });
});
