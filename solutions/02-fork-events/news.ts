/** What one counter tells the others. */
export interface News {
  /** The id of the worker that tells it. */
  from: number;
  text: string;
  at: Date;
  sold: Map<string, number>;
  photo: Buffer;
}

/** News with values that are more than plain JSON. */
export function makeNews(from: number, text: string): News {
  const sold = new Map([
    ["taro milk", 3],
    ["oolong latte", 5],
  ]);
  return { from, text, at: new Date(), sold, photo: Buffer.from("a cup") };
}

/** Tells of news what its parts are now: after a journey between processes, some may have become something else. */
export function describe({ from, text, at, sold, photo }: News): Record<string, unknown> {
  return { from, text, at: kindOf(at), sold: kindOf(sold), photo: kindOf(photo) };
}

function kindOf(value: unknown): string {
  if (value instanceof Date) return `Date ${value.toISOString()}`;
  if (value instanceof Map) return `Map with ${value.size} entries`;
  if (Buffer.isBuffer(value)) return `Buffer with ${value.length} bytes`;
  return typeof value;
}
