import { afterAll, beforeAll, expect, test } from "vitest";
import { copyCourse, type CourseCopy } from "../support/course-copy.ts";

let copy: CourseCopy;
beforeAll(async () => {
  copy = await copyCourse();
});
afterAll(() => copy.remove());

test("prove --load makes the machine slow, proves, counts, and takes the slowness back", async () => {
  const words = ["prove", "08", "--load", "--times", "1", "--at-most", "1", "--seed", "5"];
  const { code, stdout } = await copy.course(words);
  expect(code, stdout).toBe(0);
  expect(stdout).toMatch(/half a core +1 +0\n.*8 busy processes per core +1 +0\n/);
});
