/** What a check concludes about a program. `not-checked`: our side failed, or a component is missing. */
export type Verdict = "pass" | "wrong" | "crashed" | "timed-out" | "not-checked";

export type Data = Record<string, unknown>;

/**
 * Why a check did not pass: an id whose words stand in a findings file, and what was seen, as plain data.
 * A check throws it; the report puts it into words in the learner's language.
 */
export class Finding extends Error {
  override name = "Finding";
  readonly id: string;
  readonly data: Data;
  readonly verdict: Exclude<Verdict, "pass">;

  constructor(id: string, data: Data = {}, verdict: Exclude<Verdict, "pass"> = "wrong") {
    super(`${id} ${JSON.stringify(data)}`);
    this.id = id;
    this.data = data;
    this.verdict = verdict;
  }
}
