import type { ReactNode } from "react";
import type { ProofData } from "../../plugins/proof.ts";
import { Page } from "../components/Page.tsx";
import { useLessons } from "../lessons.ts";
import { useLocale, useMessages } from "../messages/index.ts";
import { Cheaters } from "./Cheaters.tsx";
import { Figures } from "./Figures.tsx";

/** How the checks are proved, in figures: for contributors, and for whoever wants to know whether to trust a verdict. */
export default function Proof({ data }: { data: ProofData }): ReactNode {
  const { proof: words } = useMessages();
  const locale = useLocale();
  const titles = new Map(useLessons().map(({ folder, title }) => [folder, title[locale]]));
  const lessons = data.lessons.map((one) => ({
    ...one,
    name: `${one.folder.slice(0, 2)} ${titles.get(one.folder) ?? one.folder}`,
  }));
  const tried = lessons.filter(({ mutants }) => mutants);
  const loaded = lessons.filter(({ load }) => load);
  return (
    <Page title={words.title} lead={words.lead}>
      <Figures
        {...words.variants}
        rows={lessons.map(({ name, tasks, checks, alternatives, mistakes }) => [
          name,
          ...[tasks, checks, alternatives, mistakes].map(String),
        ])}
      />
      <Figures
        {...words.mutants}
        rows={tried.map(({ name, mutants }) => {
          const { made, caught, letPass, equivalent } = mutants!;
          const score = Math.floor((100 * caught) / Math.max(1, made - equivalent));
          return [name, ...[made, caught, letPass, equivalent].map(String), `${score} %`];
        })}
      />
      <Figures
        {...words.load}
        rows={loaded.map(({ name, load }) => [
          name,
          ...["half-core", "crowded"].flatMap((kind) => {
            const { runs, wrong } = load![kind] ?? { runs: 0, wrong: 0 };
            return [String(runs), String(wrong)];
          }),
        ])}
      />
      <Figures
        {...words.bench}
        lead={words.bench.lead(data.machine.cores, data.machine.node)}
        rows={data.bench.map(({ name, median, least, most, ratio }) => [
          name[locale],
          ...[median, least, most, ratio].map((value) => value.toFixed(2)),
        ])}
      />
      <Cheaters cheaters={data.cheaters} />
    </Page>
  );
}
