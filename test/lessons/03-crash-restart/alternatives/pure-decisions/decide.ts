import { settings } from "./settings.ts";

/** What the supervisor knows of the past. Nothing in this file has an effect: it can be tested without processes. */
export interface History {
  failuresInARow: number;
  deaths: readonly number[];
  stopping: boolean;
}

export interface Death {
  at: number;
  planned: boolean;
  listenedFor: number;
}

export type Decision = { do: "nothing" } | { do: "fork"; in: number } | { do: "give up" };

export const beginning: History = { failuresInARow: 0, deaths: [], stopping: false };

/** From the past and a death to what is to be done, and the new past. */
export function decide(history: History, death: Death): [Decision, History] {
  if (death.planned || history.stopping) return [{ do: "nothing" }, history];
  const recent = history.deaths.filter((at) => death.at - at < settings.deathWindowMs);
  const deaths = [...recent, death.at];
  if (deaths.length >= settings.maxDeaths)
    return [{ do: "give up" }, { ...history, deaths, stopping: true }];
  const before = death.listenedFor >= settings.healthyMs ? 0 : history.failuresInARow;
  const wait = before === 0 ? 0 : settings.backoffMs * 2 ** (before - 1);
  return [
    { do: "fork", in: wait },
    { ...history, deaths, failuresInARow: before + 1 },
  ];
}
