import type { Command } from "commander";
import type { Setup } from "./setup-command.ts";

/** The commands about this machine: doctor, setup. */
export function addMachineCommands(_program: Command, _setup: Setup): void {}
