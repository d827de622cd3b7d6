import { Finding } from "../../harness/finding.ts";
import type { Program } from "../../harness/program.ts";
import { EVENTS } from "./flight.ts";

/** An event's name behind the word event, or as the value of a field: JSON over several lines, a printed object … */
const ALIKE = new RegExp(`(\\bevent\\W+|\\w["']?: ?["'])(${EVENTS.join("|")})\\b`);

/** Why not one line of an event could be read: it stands elsewhere, or in another form, or nowhere. */
export function whyNoLines({ stdout, stderr }: Program): Finding {
  const find = (lines: string[]) => lines.find((line) => ALIKE.test(line))?.trim();
  const onError = find(stderr.lines);
  if (onError) return new Finding("recorded-on-stderr", { line: onError });
  const unreadable = find(stdout.lines);
  if (unreadable) return new Finding("recorded-not-as-json", { line: unreadable });
  return new Finding("nothing-recorded", { events: EVENTS });
}
