import type { Both } from "../words/cli.ts";

/** The programs that are not Node.js. Lessons name them in `needs`; chromium is for the course's own browser tests. */
export const COMPONENTS = ["nginx", "redis", "chromium"] as const;
export type ComponentName = (typeof COMPONENTS)[number];

export type PackageManager = "apt-get" | "dnf" | "brew" | "pacman";

export interface ComponentFacts {
  /** Its program under all names it goes by, the best first. */
  programs: string[];
  /** Places outside the PATH where an app may be. */
  apps: string[];
  /** Prints the version and ends at once. */
  versionFlag: string;
  /** Debian's and Ubuntu's packages that hold the program; what these depend on is found by apt. */
  packages: string[];
  /** Where the program lies inside those packages. */
  inside: string[];
  /** What other package managers call it. */
  elsewhere: Record<Exclude<PackageManager, "apt-get">, string>;
  /** The name of the service that the system's package may start. */
  service?: string;
  says: Both;
}

const same = (name: string): Both => ({ en: name, "zh-TW": name });

export const componentFacts: Record<ComponentName, ComponentFacts> = {
  nginx: {
    programs: ["nginx"],
    apps: [],
    versionFlag: "-v",
    packages: ["nginx"],
    inside: ["usr/sbin/nginx"],
    elsewhere: { dnf: "nginx", brew: "nginx", pacman: "nginx" },
    service: "nginx",
    says: same("nginx"),
  },
  redis: {
    // Fedora and Arch replaced Redis by Valkey, which speaks the same protocol.
    programs: ["redis-server", "valkey-server"],
    apps: [],
    versionFlag: "--version",
    // redis-server is only a link to a program in redis-tools.
    packages: ["redis-server", "redis-tools"],
    inside: ["usr/bin/redis-server"],
    elsewhere: { dnf: "valkey", brew: "redis", pacman: "valkey" },
    service: "redis-server",
    says: same("Redis"),
  },
  chromium: {
    programs: ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser"],
    apps: [
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
    versionFlag: "--version",
    packages: ["chromium"],
    inside: ["usr/lib/chromium/chromium"],
    elsewhere: { dnf: "chromium", brew: "--cask google-chrome", pacman: "chromium" },
    says: same("Chromium"),
  },
};
