/** A line as it is in every run: the port and all other numbers have no value. */
function shape(line: string, port: number): string {
  return line.replaceAll(String(port), "PORT").replaceAll(/\d+/g, "0").trim();
}

const linesOf = (text: string) => text.split(/\r?\n/).filter((line) => line.trim() !== "");

/** The lines of a run that a usual run doesn't print. */
export function newLines(usual: string, usualPort: number, text: string, port: number): string[] {
  const known = new Set(linesOf(usual).map((line) => shape(line, usualPort)));
  return linesOf(text).filter((line) => !known.has(shape(line, port)));
}

/** Whether a run printed every kind of line that a usual run prints, as if nothing were wrong. */
export function sameLines(usual: string, usualPort: number, text: string, port: number): boolean {
  const printed = new Set(linesOf(text).map((line) => shape(line, port)));
  const expected = linesOf(usual).map((line) => shape(line, usualPort));
  return expected.length > 0 && expected.every((line) => printed.has(line));
}

const STACK = /^\s*at /;
const MACHINE = /^\s*(errno|code|syscall|address|port):|^Emitted /;
const ERROR = /^\s*(Uncaught )?\w*Error\b/;

/** The lines that name the port and are written for people: no stack, no printed error object. “Error: …” alone is a sentence. */
export function sentences(lines: string[], port: number): string[] {
  return lines.filter((line, i) => {
    const dumped = ERROR.test(line) && STACK.test(lines[i + 1] ?? "");
    return (
      line.includes(String(port)) && ![STACK, MACHINE].some((one) => one.test(line)) && !dumped
    );
  });
}
