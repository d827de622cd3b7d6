import { availableParallelism } from "node:os";
import { Finding } from "../../harness/finding.ts";
import { request } from "../../harness/http.ts";
import { task } from "../../harness/task.ts";
import { distinct, opensLater, pidsOfAnswers, whoAnswers } from "./pids.ts";
import { whyTooFew } from "./too-few.ts";

task("many-workers", ({ check, shared }) => {
  const shop = shared();

  check("share-the-port", async () => {
    const program = await shop();
    const menu = () => request(program.url).get("/menu").expect(200);
    await menu().catch(async (error: Error) => {
      const gone = /ECONNREFUSED|ECONNRESET|socket hang up/.test(error.message);
      if (!gone || !(await opensLater(program))) throw error;
      await menu();
    });
    const wanted = availableParallelism();
    const answers = await whoAnswers(program, wanted);
    const workers = distinct(answers).filter((pid) => pid !== program.pid);
    if (workers.length < wanted) throw whyTooFew(program, answers, wanted);
  });

  check("primary-serves-nothing", async () => {
    const program = await shop();
    const { pid: main, trace } = program;
    const answers = await pidsOfAnswers(program, 12);
    const byPrimary = answers.filter((pid) => pid === main).length;
    if (byPrimary > 0)
      throw new Finding("primary-answers", { main, byPrimary, of: answers.length });
    // A worker's pid in the answer is no proof: the primary may have passed the request on.
    if (trace.of("request").some(({ pid }) => pid === main))
      throw new Finding("primary-proxies", { main });
  });
});
