import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../../course/src/components/run.ts";
import { Finding } from "./finding.ts";
import { unterminatedLine } from "./nginx-conf.ts";
import { findOdd } from "./odd-character.ts";
import { patience } from "./pace.ts";

/** `nginx -t` must accept the copy, and have nothing to remark. */
export async function mustBeValid(
  [path, ...args]: string[],
  { folder, env, back }: { folder: string; env: object; back: (text: string) => string },
): Promise<void> {
  // A name that is no upstream is looked for in the DNS; without a network, that takes long.
  const quick = { RES_OPTIONS: "timeout:1 attempts:1" };
  const { code, stderr } = await run(path!, ["-t", ...args], {
    within: patience(10_000),
    env: { ...env, ...quick },
  });
  const lines = stderr.split("\n").map((line) => back(plain(line)));
  const grave = lines.find((line) => /^\[emerg\]|^\[alert\]/.test(line));
  if (code === 0 && !grave) {
    const remark = lines.find(
      (line) => line.startsWith("[warn]") && !/"user" directive/.test(line),
    );
    if (remark) throw new Finding("nginx-warns", await where(remark, folder));
    return;
  }
  throw new Finding("nginx-refuses", await where(grave ?? lines[0] ?? "", folder));
}

/** A message of nginx, with the line of the learner's file that it names. */
async function where(message: string, folder: string): Promise<Record<string, unknown>> {
  const said = message.replace(/^\[\w+\] /, "");
  const [, text, file, line] = /^(.*) in (\S+):(\d+)$/.exec(said) ?? [];
  if (!file) return { said };
  const content = await readFile(join(folder, file), "utf8").catch(() => "");
  const source = content.split("\n")[Number(line) - 1]?.trim() ?? "";
  // A byte order mark stands at the file's begin, whatever line nginx names.
  const open = unterminatedLine(content);
  const odd = findOdd(content, "nginx", [
    content.startsWith("\ufeff") ? 1 : (open ?? Number(line)),
    Number(line),
  ]);
  if (odd) return { said: text, file, line: Number(line), source, odd };
  const suspect = open !== undefined && open <= Number(line) ? { suspect: open } : {};
  return { said: text, file, line: Number(line), source, ...suspect };
}

/** A line of the log without what differs from run to run. */
export function plain(line: string): string {
  return line
    .replace(/^nginx: /, "")
    .replace(/^\d{4}\/\d\d\/\d\d [\d:]{8} /, "")
    .replace(/^(\[\w+\]) \d+#\d+: (\*\d+ )?/, "$1 ");
}
