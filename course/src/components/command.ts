import { existsSync, readFileSync } from "node:fs";
import type { Both } from "../words/cli.ts";
import { which, type Place } from "./place.ts";
import { componentFacts, type ComponentName, type PackageManager } from "./table.ts";
import { componentWords } from "./words.ts";

const MANAGERS: Record<PackageManager, string> = {
  "apt-get": "apt-get install -y --no-install-recommends",
  dnf: "dnf install -y",
  pacman: "pacman -S --noconfirm",
  brew: "brew install",
};

/** Whether a private copy can be made here: Debian, Ubuntu and what descends from them. */
export function isDebianLike(place: Place): boolean {
  return (
    existsSync("/etc/debian_version") && ["apt-get", "dpkg"].every((tool) => which(place, [tool]))
  );
}

/** The one command that installs components for the whole system, by the package manager that is there. */
export function installCommand(names: ComponentName[], place: Place): Both {
  const manager = (Object.keys(MANAGERS) as PackageManager[]).find((one) => which(place, [one]));
  if (!manager)
    return componentWords.noManager(names.map((name) => componentFacts[name].says.en).join(", "));
  const packages = names.flatMap((name) => {
    const facts = componentFacts[name];
    return manager === "apt-get" ? facts.packages : facts.elsewhere[manager];
  });
  const asRoot = manager === "brew" || process.getuid?.() === 0 ? "" : "sudo ";
  const snap = names.length === 1 && names[0] === "chromium" && isUbuntu();
  const command = snap
    ? `${asRoot}snap install chromium`
    : `${asRoot}${MANAGERS[manager]} ${packages.join(" ")}`;
  return { en: command, "zh-TW": command };
}

/** Ubuntu has Chromium as a snap only. */
export function isUbuntu(): boolean {
  const file = "/etc/os-release";
  return existsSync(file) && /^ID=ubuntu$/m.test(readFileSync(file, "utf8"));
}
