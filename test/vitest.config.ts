import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const LONG = ["06", "03", "01", "04", "02", "07", "05", "08"].map((nr) => `variants/${nr}`);
LONG.splice(1, 0, "site");

/** What takes longest comes first, so that the short ones fill the rest; vitest itself would begin with the longest text. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) =>
      LONG.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
    const long = files.filter((file) => place(file) !== -1);
    const short = files.filter((file) => place(file) === -1);
    return [...long.toSorted((a, b) => place(a) - place(b)), ...(await super.sort(short))];
  }
}

const isolated = ["*.test.ts", "variants/*.test.ts", "harness/*.test.ts"];
const light = ["{lessons,tree,recordings}.test.ts", "../{site,course}/{src,plugins}/**/*.test.ts"];

/** The course's own suite, or with UPTIME_LONG what `pnpm test --long` adds to it. Checks of lessons are run by these tests, against programs that stand in a learner's place. */
export default defineConfig({
  test: {
    // One more than cores: some tests wait. More would only make each other slow.
    maxWorkers: 3,
    maxConcurrency: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 120_000,
    hookTimeout: 240_000,
    projects: [
      {
        extends: true,
        test: {
          name: "programs",
          // Each file in a process of its own: some kill processes, change folders or run vitest themselves.
          pool: "forks",
          include: process.env["UPTIME_LONG"] ? ["long/*.test.ts"] : isolated,
          exclude: light,
        },
      },
      {
        extends: true,
        test: {
          name: "files",
          // They only read files and compute.
          pool: "threads",
          isolate: false,
          include: process.env["UPTIME_LONG"] ? [] : light,
        },
      },
    ],
  },
});
