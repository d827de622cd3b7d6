import { directives, edited } from "../../harness/nginx-conf.ts";
import type { ConfFile } from "../../harness/nginx-files.ts";

const TIMES = ["proxy_read_timeout", "proxy_send_timeout"];
/** What nginx takes where the file says nothing. */
const DEFAULT_MS = 60_000;
const UNITS: Record<string, number> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
};

/** Makes nginx's patience with a silent connection so many times shorter, also where the files leave it at its default. */
export function hurry({ text, all }: ConfFile, files: ConfFile[], factor: number): string {
  const edits = all.flatMap(({ name, args, end }) => {
    const first = args[0];
    if (!TIMES.includes(name) || !first) return [];
    const ms = inMs(args.map((arg) => arg.text).join(" "));
    return ms === undefined ? [] : [{ start: first.start, end, text: shortened(ms, factor) }];
  });
  const everywhere = files.flatMap((file) => file.all);
  const given = everywhere.filter(({ blocks }) => blocks.join() === "http").map(({ name }) => name);
  const lacking = TIMES.filter((name) => !given.includes(name));
  const added = lacking.map((name) => `${name} ${shortened(DEFAULT_MS, factor)};`).join(" ");
  return addToHttp(edited(text, edits), added);
}

/** Puts directives into the http block, on the line where it begins. */
export function addToHttp(text: string, added: string): string {
  const http = directives(text).find(({ name, blocks }) => name === "http" && blocks.length === 0);
  if (!http || added === "") return text;
  return edited(text, [{ start: http.end + 1, end: http.end + 1, text: ` ${added}` }]);
}

function shortened(ms: number, factor: number): string {
  return `${Math.max(1, Math.round(ms / factor))}ms`;
}

/** A time as nginx writes it, such as 60, 90s, 1m30s or "1h 5m", in ms; undefined when it is none. */
function inMs(text: string): number | undefined {
  const plain = text.replaceAll(/["'\s]/g, "");
  if (!/^(\d+(ms|[smhdw])?)+$/.test(plain)) return undefined;
  return [...plain.matchAll(/(\d+)(ms|[smhdw])?/g)].reduce(
    (sum, [, number, unit]) => sum + Number(number) * UNITS[unit ?? "s"]!,
    0,
  );
}
