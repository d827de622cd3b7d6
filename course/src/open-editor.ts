import { spawnSync } from "node:child_process";
import type { Voice } from "./console.ts";
import { say } from "./words/say.ts";

/** Opens a file in the editor that VISUAL or EDITOR names, else in VS Code where it is installed; else says where it is. */
export function openInEditor(path: string, voice: Voice): void {
  const named = process.env["VISUAL"] ?? process.env["EDITOR"];
  for (const command of named ? [named] : ["code"]) {
    const [name, ...words] = command.split(" ");
    const { error } = spawnSync(name!, [...words, path], { stdio: "inherit" });
    if (!error) return;
  }
  voice.say(say.noEditor(path));
}
