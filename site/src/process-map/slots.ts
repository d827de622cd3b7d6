import type { Model, Process } from "./model.ts";

/** Where a process stands: primaries with workers are pots, all others cups. */
export interface Place {
  readonly kind: "pot" | "cup";
  readonly slot: number;
}

export interface Slots {
  readonly places: ReadonlyMap<number, Place>;
  readonly pots: number;
  readonly cups: number;
}

/**
 * Gives every process a place: the one that has been empty longest, else a new one. So a worker
 * that is forked after a death stands where the dead one stood.
 */
export function slotsOf(model: Model): Slots {
  const processes = Object.values(model.processes).sort((a, b) => a.bornAt - b.bornAt);
  const parents = new Set(processes.map((process) => process.parent));
  const places = new Map<number, Place>();
  const free = { pot: [] as Process[], cup: [] as Process[] };
  for (const process of processes) {
    const kind = isPot(process, parents) ? "pot" : "cup";
    const vacated = free[kind]
      .map((occupant, slot) => ({ slot, end: occupant.endedAt ?? Infinity }))
      .filter(({ end }) => end <= process.bornAt)
      .sort((a, b) => a.end - b.end);
    const slot = vacated[0]?.slot ?? free[kind].length;
    free[kind][slot] = process;
    places.set(process.pid, { kind, slot });
  }
  return { places, pots: free.pot.length, cups: free.cup.length };
}

/** The processes of one place up to now, the present one last. */
export function occupants(model: Model, slots: Slots, place: Place): readonly Process[] {
  return Object.values(model.processes)
    .filter(({ pid }) => {
      const own = slots.places.get(pid);
      return own?.kind === place.kind && own.slot === place.slot;
    })
    .sort((a, b) => a.bornAt - b.bornAt);
}

function isPot(process: Process, parents: ReadonlySet<number | undefined>): boolean {
  return process.role === "primary" && parents.has(process.pid);
}
