import { Limit } from "./limit.ts";
import type { Trace } from "./trace.ts";

interface Traced {
  trace: Pick<Trace, "of">;
}

/** The ports on which a program listens, or wanted to: a documented port may be taken here, or be for root alone. */
export function portsOf({ trace }: Traced): number[] {
  const tried = [...trace.of("listen"), ...trace.of("listen-error")];
  return tried.flatMap(({ port }) => Number(port ?? []) || []);
}

/**
 * Watches which ports a program opens. The first one may not be the only one: figures for those who watch the program often
 * have a port of their own, which opens before the shop.
 * @param ms how long none may have followed the last one.
 * @returns to be asked again and again: gives all of them as soon as no other is to be expected.
 */
export function watchPorts(program: Traced, ms: number): () => number[] | undefined {
  let limit: Limit | undefined;
  let count = 0;
  return () => {
    const ports = portsOf(program);
    if (ports.length > count) limit = new Limit(ms);
    count = ports.length;
    return limit?.over ? ports : undefined;
  };
}
