import { expect, test } from "vitest";
import { buildSite, siteIsFresh } from "../../course/src/site/build.ts";
import { openSite } from "../support/open-site.ts";
import { faultsOf } from "../support/site-faults.ts";
import { LOOKS } from "../support/site-views.ts";

const buildLog = siteIsFresh() ? undefined : await buildSite();
const site = await openSite();

test("the site builds", () => {
  expect(buildLog).toBeUndefined();
});

test.skipIf(!site).each(LOOKS.filter(({ first }) => !first))(
  "axe, width and headings: $name",
  (look) =>
    site!.on(look.path, async (page) => {
      expect(await faultsOf(page, look)).toEqual([]);
    }),
);
