import { availableParallelism } from "node:os";
import { limitToOneCpu } from "../../harness/affinity.ts";
import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import type { Program } from "../../harness/program.ts";
import { task } from "../../harness/task.ts";
import { until } from "../../harness/wait.ts";
import { distinct, whoAnswers } from "./pids.ts";

const NONSENSE = ["abc", "0", "-2", "1.5", "1x"];
/** What parseInt() or parseFloat() makes a whole number of. */
const BENT = ["1.5", "1x"];

task("pool-size", ({ check }) => {
  check("follows-web-concurrency", async ({ start }) => {
    const wanted = availableParallelism() === 3 ? 2 : 3;
    // More than there are CPUs: a number that the machine limits isn't the variable's.
    const usual: ReturnType<typeof limitToOneCpu> = { command: ["node", "server.ts"] };
    const { command, env } = availableParallelism() < wanted ? usual : limitToOneCpu(usual.command);
    const program = await start({ command, env: { ...env, WEB_CONCURRENCY: String(wanted) } });
    const seen = distinct(await whoAnswers(program, wanted)).length;
    if (seen !== wanted) throw new Finding("pool-ignores-variable", { wanted, seen });
  });

  check("follows-the-machine", async ({ start }) => {
    const { command, env } = limitToOneCpu(["node", "server.ts"]);
    const program = await start({ command, env });
    const seen = distinct(await whoAnswers(program, 1)).length;
    if (seen !== 1) throw new Finding("pool-ignores-affinity", { seen });
  });

  check("refuses-nonsense", async ({ start }) => {
    const programs = NONSENSE.map(async (value) => {
      const program = await start({ env: { WEB_CONCURRENCY: value }, ready: "none" });
      return judge(value, program);
    });
    const findings = await Promise.all(programs);
    const first = findings.find((one) => one !== undefined);
    if (first) throw first;
  });
});

/** What is wrong with how the program takes a value that makes no sense, if anything. */
async function judge(value: string, program: Program): Promise<Finding | undefined> {
  const listeners = () => distinct(program.trace.of("listen").map(({ pid }) => pid));
  // A program that listens has taken the value; one that looks at it late gets as long again.
  const started = performance.now();
  await until(() => program.exit ?? listeners().length > 0, {
    what: "exit",
    within: patience(15_000),
  }).catch(() => {});
  const exit =
    program.exit ?? (await program.exited(performance.now() - started).catch(() => undefined));
  if (!exit) {
    const workers = listeners().filter((pid) => pid !== program.pid).length;
    if (workers === 0) return new Finding("nonsense-ignored", { value });
    const data = { value, workers };
    if (BENT.includes(value)) return new Finding("nonsense-rounded", data);
    const said = program.output.text.includes("WEB_CONCURRENCY");
    return new Finding(said ? "nonsense-only-said" : "nonsense-replaced", data);
  }
  await program.stop(); // its last lines may arrive after the news of its end
  const crash = program.trace
    .of("crash")
    .map(({ message }) => String(message))
    .join();
  const named = (crash || program.output.text).includes("WEB_CONCURRENCY");
  if (exit.code === 0)
    return new Finding(named ? "nonsense-said-with-0" : "nonsense-ends-with-0", { value });
  return named ? undefined : new Finding("nonsense-without-sentence", { value });
}
