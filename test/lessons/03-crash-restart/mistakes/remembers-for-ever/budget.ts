import { settings } from "./settings.ts";

export class DeathBudget {
  #deaths = 0;

  isSpent(): boolean {
    this.#deaths += 1;
    return this.#deaths >= settings.maxDeaths;
  }
}
