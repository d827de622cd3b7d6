import { isDeepStrictEqual } from "node:util";
import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import { jsonOf } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import { askShop } from "./pids.ts";

/** Keeps one core busy for about half a second on a fast machine, longer on others. */
export const LONG = 200_000_000;
/** So many orders has a report that nobody gave a number. */
const UNTOLD = 1_000_000;
const RIGHT: Record<number, object> = {
  1000: { orders: 1000, favourite: "taro milk", cups: [251, 246, 249, 254] },
  2000: { orders: 2000, favourite: "winter melon tea", cups: [500, 490, 510, 500] },
  [UNTOLD]: { orders: UNTOLD, favourite: "taro milk", cups: [250053, 250021, 249865, 250061] },
};

/**
 * Asks for a report.
 * @param orders on how many; as many as the shop chooses, unless told.
 * @throws {Finding} when the answer is not the starter's.
 */
export async function mustBeRight(program: Program, orders?: number): Promise<void> {
  const path = orders === undefined ? "/report" : `/report?orders=${orders}`;
  // Milliseconds of computing, and the start of whatever computes.
  const outcome = await askShop(program, path, { within: patience(8000) });
  if (outcome.kind === "late") throw new Finding("report-never-comes", { path });
  if (outcome.kind !== "answer") throw new Finding("report-broken", endOf(outcome));
  const [report, right] = [jsonOf(outcome), RIGHT[orders ?? UNTOLD]];
  if (isDeepStrictEqual(report, right)) {
    const type = outcome.headers["content-type"] ?? "-";
    if (/\bjson\b/i.test(type)) return;
    throw new Finding("report-type", { path, type });
  }
  const data = { path, right: JSON.stringify(right), ...endOf(outcome) };
  const told = report?.["orders"];
  if (typeof told === "string" && isDeepStrictEqual({ ...report, orders: Number(told) }, right))
    throw new Finding("report-number-as-text", data);
  const asked = typeof told === "number" && (told in RIGHT || told >= LONG);
  if (asked && told !== (orders ?? UNTOLD)) throw new Finding("report-of-another", data);
  const lost = orders === undefined && told === null;
  throw new Finding(lost ? "report-without-number" : "report-wrong", data);
}
