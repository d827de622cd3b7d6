import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { LoadContext, Plugin } from "@docusaurus/types";
import { parseFolder, root } from "./lessons/place.ts";
import { readFacts } from "./lessons/read.ts";

export type Both = { en: string; "zh-TW": string };
export type Cheater = { slug: string; way: Both; gets: { task: string; check: string } | null };
type LessonProof = {
  folder: string;
  tasks: number;
  checks: number;
  alternatives: number;
  mistakes: number;
  mutants?: { made: number; caught: number; letPass: number; equivalent: number };
  load?: Record<string, { runs: number; wrong: number }>;
};

/** What the page about the proofs shows: counted in the tests, and recorded by the commands that take long. */
export type ProofData = {
  machine: { cores: number; node: string };
  lessons: LessonProof[];
  cheaters: Cheater[];
  bench: { name: Both; median: number; least: number; most: number; ratio: number }[];
};

const tests = path.join(root, "test");
const recorded = path.join(tests, "proof.json");

/** Adds the page for contributors that shows how the checks are proved. */
export default function proofPlugin(context: LoadContext): Plugin {
  return {
    name: "uptime-proof",
    async contentLoaded({ actions }) {
      const data = await actions.createData("proof.json", JSON.stringify(readProof()));
      actions.addRoute({
        path: `${context.baseUrl}proof`,
        component: "@site/src/proof/Proof.tsx",
        exact: true,
        modules: { data },
      });
    },
    getPathsToWatch: () => [recorded, path.join(tests, "cheaters/*/cheater.json")],
  };
}

function readProof(): ProofData {
  const { machine, mutants, load, bench } = json(recorded);
  const folders = readdirSync(path.join(tests, "lessons")).filter(parseFolder).toSorted();
  return {
    machine,
    bench,
    lessons: folders.map((folder) => {
      const { tasks } = readFacts(folder);
      return {
        folder,
        tasks: tasks.length,
        checks: tasks.flatMap(({ checks }) => checks).length,
        alternatives: foldersIn(path.join(tests, "lessons", folder, "alternatives")),
        mistakes: foldersIn(path.join(tests, "lessons", folder, "mistakes")),
        mutants: mutants[folder],
        load: load[folder],
      };
    }),
    cheaters: readdirSync(path.join(tests, "cheaters")).map((slug) => ({
      slug,
      ...json(path.join(tests, "cheaters", slug, "cheater.json")),
    })),
  };
}

function foldersIn(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory()).length;
}

function json(file: string) {
  return JSON.parse(readFileSync(file, "utf8"));
}
