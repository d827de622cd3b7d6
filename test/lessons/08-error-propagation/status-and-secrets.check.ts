import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { type Outcome } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import { task } from "../../harness/task.ts";
import {
  errorText,
  isJsonLine,
  malformed,
  order,
  request,
  seen,
  statusOf,
  written,
} from "./counter.ts";
import { idsOfTogether } from "./together.ts";

/** The message of the error that /menu/lychee fails with. */
const MESSAGE = "page 7 is torn out";
/** Pieces of messages that are nobody's business. */
const SECRETS = { "/menu/lychee": "recipes.db", "/stock/lychee": "10.0.0.7" };
/** The same, of routes that may answer for themselves. */
const SECRETS_ELSEWHERE = { "/recipes/lychee": "read error", "/photos/lychee": "lychee.jpg" };
/** One of an error that has a status. */
const SECRET_WITH_STATUS = { "/stock/matcha": "k-4711" };
/** Errors whose status is none that an error may have. */
const NONSENSE = { "/stock/assam": 0, "/stock/sencha": 200 };

/** A line of a stack. */
const STACK = /\bat .*:\d+:\d+/;

/** An id of at least so many characters is not in a line by chance. */
const UNMISTAKABLE = 4;

task("status-and-secrets", ({ check, shared }) => {
  const open = shared({ env: { NODE_ENV: "production" } });

  check("status-honoured", async () => {
    const shop = await open();
    for (const [status, outcome] of [
      [404, await request(shop, "/menu/ketchup")],
      [409, await request(shop, "/orders", order("taro"))],
      [503, await request(shop, "/stock/matcha")],
    ] as const) {
      if (statusOf(outcome) === status && errorText(outcome)) continue;
      if (statusOf(outcome) === 500) throw new Finding("status-lost", { status });
      throw new Finding("status-otherwise", { status, ...endOf(outcome) });
    }
    const unknown = await request(shop, "/orders", order("ketchup"));
    if (statusOf(unknown) !== 404 || !errorText(unknown)) {
      throw new Finding("orders-the-unknown", endOf(unknown));
    }
    for (const [path, value] of Object.entries(NONSENSE)) {
      const outcome = await request(shop, path);
      const status = statusOf(outcome);
      if (status === 500 && errorText(outcome)) continue;
      const otherwise = status === 500 ? {} : { status };
      throw new Finding("nonsense-status", { path, value, ...otherwise, ...endOf(outcome) });
    }
  });

  check("nothing-leaks", async () => {
    const shop = await open();
    for (const [path, secret] of Object.entries(SECRETS)) {
      const text = textOf(await request(shop, path));
      if (STACK.test(text)) throw new Finding("stack-leaks", { path });
      if (text.includes(secret)) throw new Finding("message-leaks", { path, secret });
    }
    for (const [path, secret] of Object.entries(SECRET_WITH_STATUS)) {
      const text = textOf(await request(shop, path));
      if (text.includes(secret)) throw new Finding("status-opens-the-door", { secret });
    }
    for (const [path, secret] of Object.entries(SECRETS_ELSEWHERE)) {
      const outcome = await request(shop, path);
      // A photo that is not there may be a 404 as well.
      const ours = statusOf(outcome) >= 500;
      if (ours && textOf(outcome).includes(secret))
        throw new Finding("route-leaks", { path, secret });
    }
  });

  check("in-the-log", async () => {
    const shop = await open();
    const ids = [await failingId(shop), await failingId(shop)];
    const together = await idsOfTogether(shop, "/menu/lychee");
    if (ids[0] === ids[1] || new Set(together).size < together.length)
      throw new Finding("same-request-id", {});
    await mustHaveIdEverywhere(shop);
    const line = (id: string) => {
      const all = shop.output.lines.filter((one) => isAbout(one, id));
      const told = all.filter((one) => one.includes(MESSAGE));
      return told.find((one) => STACK.test(one)) ?? told[0] ?? all[0];
    };
    // A line about the request itself may have been written long before that of its error.
    await seen(() => ids.every((id) => hasStack(shop.output.lines, line(id))), 1500);
    for (const id of ids) {
      const found = line(id);
      if (!found) throw whyNotFound(shop);
      if (!found.includes(MESSAGE)) {
        throw new Finding("log-without-message", { emptied: found.includes("{}") });
      }
      if (!hasStack(shop.output.lines, found)) throw new Finding("log-without-stack", {});
    }
    for (const [path, secret] of Object.entries({ ...SECRETS, ...SECRET_WITH_STATUS })) {
      await request(shop, path);
      const logged = await seen(() => written(shop).includes(secret), 1500);
      if (!logged) throw new Finding("secret-not-logged", { path, secret });
    }
  });
});

/** Makes a request fail, and gives the id that its answer carries. */
async function failingId(shop: Program): Promise<string> {
  const outcome = await request(shop, "/menu/lychee");
  const id = outcome.kind === "answer" ? String(outcome.headers["x-request-id"] ?? "") : "";
  if (id === "") throw new Finding("no-request-id", endOf(outcome));
  return id;
}

/** An error may arise before the routes, and behind them. */
async function mustHaveIdEverywhere(shop: Program): Promise<void> {
  for (const [early, outcome] of [
    [true, await request(shop, "/orders", malformed)],
    [false, await request(shop, "/teapot")],
  ] as const) {
    const missing = outcome.kind === "answer" && !outcome.headers["x-request-id"];
    if (missing) throw new Finding("id-not-everywhere", { early });
  }
}

/** Whether a line of the log has the id: a short one, such as 7, as a field or as a word of its own. */
function isAbout(line: string, id: string): boolean {
  if (id.length >= UNMISTAKABLE) return line.includes(id);
  let found = false;
  try {
    JSON.parse(line, (_name, value: unknown) => {
      found ||= String(value) === id;
      return value;
    });
    return found;
  } catch {
    return line.split(/[^\w-]+/).includes(id);
  }
}

/** Plain text may go on in the next lines. An entry of JSON ends with its line: another one may be of another request. */
function hasStack(lines: string[], found = ""): boolean {
  if (!found.includes(MESSAGE)) return false;
  const last = isJsonLine(found) ? 1 : 6;
  return lines
    .slice(lines.indexOf(found))
    .slice(0, last)
    .some((one) => STACK.test(one));
}

function whyNotFound(shop: Program): Finding {
  const message = written(shop).includes(MESSAGE);
  return new Finding(message ? "log-without-id" : "not-in-the-log", {});
}

function textOf(outcome: Outcome): string {
  return outcome.kind === "answer" ? JSON.stringify(outcome.headers) + outcome.body : "";
}
