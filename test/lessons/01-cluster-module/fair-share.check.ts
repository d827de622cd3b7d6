import { Finding } from "../../harness/finding.ts";
import { ask, oneConnection } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import { task } from "../../harness/task.ts";
import { allSettled, distinct, pidsOfAnswers, whoAnswers } from "./pids.ts";
import { whyTooFew } from "./too-few.ts";

const WORKERS = 3;
/** So many are sent over one connection. */
const REQUESTS = 13;

task("fair-share", ({ check, shared }) => {
  const shop = shared({ env: { WEB_CONCURRENCY: String(WORKERS) } });

  check("fresh-connections-spread", async () => {
    const program = await shop();
    const answers = await whoAnswers(program, WORKERS);
    if (distinct(answers).length < WORKERS) throw whyTooFew(program, answers, WORKERS);
  });

  check("kept-connection-stays", async () => {
    const program = await shop();
    // While there is one worker only, everything stays with it.
    await allSettled(program);
    const agent = oneConnection();
    const first = await ask(program.url, { agent });
    const pids = distinct(await pidsOfAnswers(program, REQUESTS - 1, { agent }));
    agent.destroy();
    const headers = first.kind === "answer" ? first.headers : {};
    if (/close/i.test(String(headers.connection))) throw new Finding("connection-closed", { pids });
    // Node.js' own client gives a connection up one second before the announced end.
    const announced = /timeout=(\d+)/.exec(String(headers["keep-alive"]))?.[1];
    const wanders = pids.length > 1;
    if (wanders && Number(announced) <= 1) throw new Finding("connection-cut", { pids, announced });
    // By chance, the same worker may have got each new connection.
    const after = await answersPerConnection(program);
    if (after) throw new Finding("connection-capped", { after });
    if (wanders) throw new Finding("connection-wanders", { pids });
  });
});

/** After how many answers the program says that it closes the connection, if it does. */
async function answersPerConnection(program: Program): Promise<number | undefined> {
  const agent = oneConnection();
  try {
    for (let answers = 1; answers <= REQUESTS; answers++) {
      const outcome = await ask(program.url, { agent });
      if (outcome.kind === "answer" && /close/i.test(String(outcome.headers.connection)))
        return answers;
    }
    return undefined;
  } finally {
    agent.destroy();
  }
}
