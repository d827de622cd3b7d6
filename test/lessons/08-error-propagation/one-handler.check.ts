import { randomUUID } from "node:crypto";
import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import type { Outcome } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import { task } from "../../harness/task.ts";
import { errorText, isJson, malformed, mustWork, request, statusOf } from "./counter.ts";

task("one-handler", ({ check, shared }) => {
  const open = shared();

  check("thrown-is-json", async () => {
    const shop = await open();
    await mustWork(shop, "/menu/oolong", isJson);
    const outcome = await request(shop, "/menu/lychee");
    const status = statusOf(outcome);
    if (isJson(outcome) && status < 400) throw new Finding("error-with-200", { status });
    if (status >= 500 && errorText(outcome)) return;
    if (outcome.kind === "late") throw new Finding("handler-silent", {}, "timed-out");
    if (isHtml(outcome)) throw await whyHtml(shop, outcome);
    if (status >= 500) throw new Finding("not-json", { json: isJson(outcome), ...endOf(outcome) });
    throw new Finding("thrown-otherwise", endOf(outcome));
  });

  check("unknown-path", async () => {
    const shop = await open();
    const outcome = await request(shop, "/teapot");
    const status = statusOf(outcome);
    if (status === 404 && errorText(outcome)) return mustBeEverywhere(shop);
    if (status === 404) throw new Finding("unknown-is-html", endOf(outcome));
    if (status === 500) {
      // The error of express.json() carries a status. Whether that counts tells what is missing.
      const always = statusOf(await request(shop, "/orders", malformed)) === 500;
      throw new Finding("unknown-is-500", { always });
    }
    throw new Finding("unknown-otherwise", endOf(outcome));
  });

  check("malformed-json", async () => {
    const outcome = await request(await open(), "/orders", malformed);
    const status = statusOf(outcome);
    if (status === 400 && errorText(outcome)) return;
    if (status === 500) throw new Finding("malformed-is-500", {});
    throw new Finding("malformed-otherwise", endOf(outcome));
  });
});

/** A path that no program can know is answered like the one in the guide, whoever asks. */
async function mustBeEverywhere(shop: Program): Promise<void> {
  for (const method of ["GET", "POST", "DELETE"]) {
    const outcome = await request(shop, `/${randomUUID()}`, { method });
    if (statusOf(outcome) === 404 && errorText(outcome)) continue;
    const html = isHtml(outcome);
    throw new Finding("unknown-elsewhere", { method, html, ...endOf(outcome) });
  }
}

function isHtml(outcome: Outcome): boolean {
  return outcome.kind === "answer" && /<html|<pre>/i.test(outcome.body);
}

/** Express's own page came. Why did no error middleware answer? */
async function whyHtml(shop: Program, page: Outcome): Promise<Finding> {
  // The page shows the error that it got: the one that was thrown, or another that came on top.
  const thrown = page.kind === "answer" && page.body.includes("torn out");
  if (!thrown) return new Finding("handler-fails", {});
  const unknown = await request(shop, "/teapot");
  if (statusOf(unknown) === 500) return new Finding("three-parameters", {});
  const early = await request(shop, "/orders", malformed);
  return new Finding(errorText(early) ? "handler-too-early" : "default-page", {});
}
