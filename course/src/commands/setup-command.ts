import type { Voice } from "../console.ts";

/** What every command is given. */
export interface Setup {
  voice: Voice;
}
