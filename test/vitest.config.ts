import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes longest comes first, so that the short ones fill the rest; vitest itself would begin with the longest text. */
const LONG = ["variants", "site", "start", "surroundings"];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) =>
      LONG.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
    const long = files.filter((file) => place(file) !== -1);
    const short = files.filter((file) => place(file) === -1);
    return [...long.toSorted((a, b) => place(a) - place(b)), ...(await super.sort(short))];
  }
}

const isolated = ["*.test.ts", "harness/*.test.ts"];
const light = ["{lessons,tree,recordings}.test.ts", "../{site,course}/{src,plugins}/**/*.test.ts"];

/** The course's own suite, or with UPTIME_LONG what `pnpm test --long` adds to it. Checks of lessons are run by these tests, against programs that stand in a learner's place. */
export default defineConfig({
  test: {
    // As many as cores. Within a file more side by side, because programs under check wait a good deal; but not so many that each
    // of them takes minutes on a machine that is slow by itself.
    maxWorkers: 2,
    maxConcurrency: 5,
    sequence: { sequencer: LongestFirst },
    testTimeout: 400_000,
    hookTimeout: 400_000,
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
