import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes longest comes first, so that the short ones fill the rest; vitest itself would begin with the longest text. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => /variants\.(odd|even)/.test(moduleId);
    return [...files.filter(isLong), ...(await super.sort(files.filter((file) => !isLong(file))))];
  }
}

/** The course's own suite. Checks of lessons are run by these tests, against programs that stand in a learner's place. */
export default defineConfig({
  test: {
    include: [
      "*.test.ts",
      "harness/*.test.ts",
      "../site/{src,plugins}/**/*.test.ts",
      "../course/src/**/*.test.ts",
    ],
    // Each file in a process of its own: some kill processes, change folders or run vitest themselves.
    pool: "forks",
    maxWorkers: 2,
    // Two variants side by side in each process keep two cores busy; more would only make each other slow.
    maxConcurrency: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
