import { defineConfig } from "vitest/config";

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
    // Three variants side by side keep two cores busy; more would only make each other slow.
    maxConcurrency: 3,
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
