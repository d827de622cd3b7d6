import { randomInt } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import type { Outcome } from "../../harness/probe.ts";
import { task } from "../../harness/task.ts";
import { mustBeServed, withShop, type Shop } from "./shop.ts";

const STYLE = "/assets/shop.css";
/** That something may be kept for a while. */
const MAX_AGE = /max-age=0*[1-9]/;
type Answer = Outcome & { kind: "answer" };

task("static-and-errors", ({ check }) => {
  check("served-by-nginx", async (context) => {
    await withShop(context, async (shop) => {
      const { headers, body } = await style(shop);
      const file = await readFile(join(context.folder, "public", STYLE), "utf8");
      if (body !== file) throw new Finding("other-file", {});
      const type = headers["content-type"] ?? "-";
      if (!type.startsWith("text/css")) throw new Finding("wrong-type", { type });
      const missing = await shop.ask(`/assets/${randomInt(1e9)}.css`);
      if (wasAsked(shop)) throw new Finding("missing-file-passed-on", {});
      if (missing.kind !== "answer" || missing.status !== 404)
        throw new Finding("missing-file-found", endOf(missing));
      // Whether the file is there makes no difference to who is asked.
      const other = `/assets/${randomInt(1e9)}.webp`;
      await shop.ask(other);
      if (wasAsked(shop)) throw new Finding("goes-by-ending", {});
    });
  });

  check("small-and-cached", async (context) => {
    await withShop(context, async (shop) => {
      const plain = await style(shop);
      const { headers } = await style(shop, { "accept-encoding": "gzip, deflate, br" });
      if (plain.headers["content-encoding"]) throw new Finding("always-compressed", {});
      if (headers["content-encoding"] !== "gzip") throw new Finding("not-compressed", {});
      const vary = headers.vary ?? "-";
      if (!/(^|,)\s*(accept-encoding|\*)\s*(,|$)/i.test(vary))
        throw new Finding("vary-missing", { vary });
      const cache = cacheControl(headers);
      if (!MAX_AGE.test(cache)) throw new Finding("not-cacheable", { cache });
      const passedOn = await shop.ask("/whoami");
      mustBeServed(shop, passedOn);
      const kept = cacheControl((passedOn as Answer).headers);
      if (MAX_AGE.test(kept)) throw new Finding("answers-kept", { cache: kept });
    });
  });

  check("own-error-page", async (context) => {
    await withShop(context, async (shop) => {
      for (const counter of shop.counters) counter.close();
      const outcome = await shop.ask("/", { headers: { "accept-encoding": "identity" } });
      if (outcome.kind !== "answer") throw new Finding("no-error-page", endOf(outcome));
      const { status, body, headers } = outcome;
      const { location = "-" } = headers;
      if (status >= 300 && status < 400) throw new Finding("sent-away", { status, location });
      const page = await readFile(join(context.folder, "public/closed.html"), "utf8");
      const isOurs = body === page;
      if (isOurs && status === 502) return await mustShowIt(shop, page);
      if (isOurs) throw new Finding("page-with-other-status", { status });
      const why = /<center>nginx/.test(body) ? "default-page" : "no-error-page";
      throw new Finding(status === 404 ? "page-not-found" : why, endOf(outcome));
    });
  });
});

/** Who places an order (POST) while no server answers gets the page, too. */
async function mustShowIt(shop: Shop, page: string): Promise<void> {
  const headers = { "accept-encoding": "identity" };
  const outcome = await shop.ask("/orders", { method: "POST", body: "oolong", headers });
  if (outcome.kind === "answer" && outcome.status === 502 && outcome.body === page) return;
  throw new Finding("page-for-get-only", endOf(outcome));
}

/** The style sheet, which nginx must find by itself. */
async function style(shop: Shop, headers: Record<string, string> = {}): Promise<Answer> {
  const outcome = await shop.ask(STYLE, { headers });
  if (wasAsked(shop)) throw new Finding("server-asked", {});
  if (outcome.kind !== "answer" || outcome.status !== 200)
    throw new Finding("file-not-served", endOf(outcome));
  return outcome;
}

function wasAsked({ counters }: Shop): boolean {
  return counters.some(({ arrived }) => arrived.length > 0);
}

function cacheControl(headers: Answer["headers"]): string {
  return headers["cache-control"] ?? "-";
}
