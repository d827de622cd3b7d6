import { directives, type Directive } from "../../../test/harness/nginx-conf.ts";
import type { Edit } from "./mutant.ts";

/** The harness puts its own values in the place of these: no check can see a change. */
const REPLACED = /^(daemon|pid|user|error_log|access_log|worker_processes|\w+_temp_path)$/;
/** Their numbers are ports and statuses: another one is no slip, but another program. */
const NAMES_BY_NUMBER = /^(listen|error_page|return)$/;

/** The edits that make mutants of an nginx configuration. */
export function nginxEdits(text: string): Edit[] {
  return directives(text)
    .filter(({ name, end }) => text[end] === ";" && !REPLACED.test(name))
    .flatMap((one) => [
      { kind: "drop-directive", start: one.start, end: one.end + 1, by: "" },
      ...otherValues(one),
    ]);
}

function otherValues({ name, args }: Directive): Edit[] {
  return args.flatMap(({ text, start, end }): Edit[] => {
    if (text === "on" || text === "off")
      return [{ kind: "flip-boolean", start, end, by: text === "on" ? "off" : "on" }];
    const by = otherNumber(text);
    if (by === text || NAMES_BY_NUMBER.test(name)) return [];
    return [{ kind: "change-number", start, end, by }];
  });
}

/** Ten times as much, with its name and unit: "max_fails=3" becomes "max_fails=30". The version of HTTP steps back. */
function otherNumber(word: string): string {
  if (word === "1.1") return "1.0";
  return word.replace(
    /^(\w+=)?(\d+)([a-zA-Z]{0,2})$/,
    (_, name: string = "", number: string, unit: string) =>
      `${name}${Number(number) * 10 || 1}${unit}`,
  );
}
