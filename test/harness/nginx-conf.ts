import type { ConfFile } from "./nginx-files.ts";

/** A directive of an nginx configuration: its words, with their places in the text. */
export interface Directive {
  name: string;
  args: Word[];
  start: number;
  /** The place of what ends it: ";", "{" or, when the file ends too early, the end. */
  end: number;
  /** The names of the blocks that it is in. */
  blocks: string[];
}

interface Word {
  text: string;
  start: number;
  end: number;
}

export interface Privately {
  /** Ports that the configuration names, and what stands for each of them in the copy. */
  ports: Map<number, number>;
  /** A folder for all that nginx writes. */
  folder: string;
  /** Modules that this nginx was built without, such as "fastcgi". */
  without: string[];
  /** The value of `user` when nginx is run by root. */
  user?: string | undefined;
}

interface Edit {
  start: number;
  end: number;
  text: string;
}

const TEMPORARY = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];

/**
 * Rewrites a learner's configuration so that it can run beside others and as any user: its ports become free ones, and all
 * that nginx writes goes to a private folder. Nothing else changes, and every line keeps its number.
 * @returns the new texts by the files' names, and directives of the main context that they lack (for the option -g).
 */
export function privateCopy(
  files: ConfFile[],
  own: Privately,
): { texts: Map<string, string>; lacking: string[] } {
  const inside = (name: string) => `"${own.folder}/${name}"`; // a path may have spaces
  const fixed: Record<string, string> = {
    daemon: "off",
    pid: inside("nginx.pid"),
    error_log: "stderr warn",
    // Each worker process of nginx counts for itself: shares and failures could not be foretold with several.
    worker_processes: "1",
    ...(own.user && { user: own.user }),
  };

  const all = files.flatMap((file) => file.all);
  const has = (name: string) =>
    all.some((one) => one.name === name && one.blocks.join() === "http");
  const forHttp = TEMPORARY.filter((one) => !own.without.includes(one))
    .filter((one) => !has(`${one}_temp_path`))
    .map((one) => ` ${one}_temp_path ${inside(one)};`);
  if (!has("access_log")) forHttp.push(" access_log off;");

  const texts = new Map<string, string>();
  for (const { name, text, all: ones } of files) {
    const edits = ones.flatMap((one) => privateEdits(one, own, fixed, inside));
    const http = ones.find((one) => one.name === "http" && one.blocks.length === 0);
    if (http) edits.push({ start: http.end + 1, end: http.end + 1, text: forHttp.join("") });
    texts.set(name, edited(text, edits));
  }

  const given = new Set(all.flatMap(({ name, blocks }) => (blocks.length === 0 ? name : [])));
  const lacking = Object.entries(fixed)
    .filter(([name]) => !given.has(name))
    .map(([name, value]) => `${name} ${value};`);
  return { texts, lacking };
}

/** What must be different in one directive. */
function privateEdits(
  one: Directive,
  own: Privately,
  fixed: Record<string, string>,
  inside: (name: string) => string,
): Edit[] {
  const first = one.args[0];
  const body = first && { start: first.start, end: one.end };
  const temporary = /^(\w+)_temp_path$/.exec(one.name)?.[1];
  if (temporary && own.without.includes(temporary))
    return [{ start: one.start, end: one.end + 1, text: "" }];
  if (temporary && body) return [{ ...body, text: inside(temporary) }];
  if (fixed[one.name] && body) return [{ ...body, text: fixed[one.name]! }];
  if (/^(access_log|proxy_cache_path)$/.test(one.name) && first && first.text !== "off")
    return [{ start: first.start, end: first.end, text: inside(one.name) }];
  return one.args.map((word) => ({ ...word, text: withPorts(word.text, one.name, own.ports) }));
}

function withPorts(word: string, directive: string, ports: Map<number, number>): string {
  return word.replaceAll(
    /(^["']?|:)(\d{2,5})(?![\d.])/g,
    (whole, before: string, number: string) => {
      const free = ports.get(Number(number));
      const isPort = before === ":" || directive === "listen";
      return free && isPort ? before + free : whole;
    },
  );
}

/** Makes edits; what spans lines keeps their number. */
export function edited(text: string, edits: Edit[]): string {
  let result = text;
  for (const edit of edits.toSorted((a, b) => b.start - a.start)) {
    // What is replaced may span lines; they are kept, so that messages name the learner's line.
    const lines = text.slice(edit.start, edit.end).match(/\n/g)?.join("") ?? "";
    result = result.slice(0, edit.start) + edit.text + lines + result.slice(edit.end);
  }
  return result;
}

/** The number of a line that seems to lack its ";": the word that begins the next line is taken for a part of it. */
export function unterminatedLine(text: string): number | undefined {
  for (const { args } of directives(text)) {
    const stray = args.find(
      ({ text: word, start }) =>
        /^[a-z_]+$/.test(word) && /(^|\n)[ \t]*$/.test(text.slice(0, start)),
    );
    if (stray) return text.slice(0, stray.start).trimEnd().split("\n").length;
  }
  return undefined;
}

/**
 * The directives of a configuration, as nginx would split it; of a broken one, as far as they can be told.
 * @param around the blocks that an included file is in.
 */
export function directives(text: string, around: string[] = []): Directive[] {
  const found: Directive[] = [];
  const blocks = [...around];
  let words: Word[] = [];
  const finish = (end: number) => {
    const [name, ...args] = words;
    words = [];
    if (name) found.push({ name: name.text, args, start: name.start, end, blocks: [...blocks] });
    return name?.text ?? "";
  };
  // A comment, a mark, a quoted word, or a plain one; "${name}" belongs to its word.
  for (const match of text.matchAll(
    /#[^\n]*|[;{}]|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|(?:\\[\s\S]|\$\{|(?<=\$\{\w*)\}|[^\s;{}])+/g,
  )) {
    const [word] = match;
    const start = match.index;
    if (word === ";") finish(start);
    else if (word === "{") blocks.push(finish(start));
    else if (word === "}") {
      finish(start);
      blocks.pop();
    } else if (!word.startsWith("#")) words.push({ text: word, start, end: start + word.length });
  }
  finish(text.length);
  return found;
}
