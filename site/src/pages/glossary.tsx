import useBrokenLinks from "@docusaurus/useBrokenLinks";
import { useState, type ReactNode } from "react";
import glossary from "../../../lessons/glossary.json";
import { Inline } from "../components/Inline.tsx";
import { Page } from "../components/Page.tsx";
import { useLocale, useMessages, type Locale } from "../messages/index.ts";

type Entry = (typeof glossary)[number];

// In both languages by the English word: one order that needs neither strokes nor sounds.
const sorted = glossary.toSorted((a, b) => a.en.localeCompare(b.en, "en"));

/** All terms in both languages, with a filter. */
export default function Glossary(): ReactNode {
  const words = useMessages().glossary;
  const locale = useLocale();
  const other: Locale = locale === "en" ? "zh-TW" : "en";
  const [wanted, setWanted] = useState("");
  const { collectAnchor } = useBrokenLinks();
  for (const { id } of glossary) collectAnchor(id);
  const terms = sorted.filter((entry) => matches(entry, wanted));
  return (
    <Page title={words.title} lead={words.lead}>
      <div className="filter">
        <label htmlFor="filter">{words.filter}</label>
        <input
          id="filter"
          type="search"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        <output>{terms.length > 0 ? words.count(terms.length) : words.none}</output>
      </div>
      <dl className="glossary">
        {terms.map((entry) => (
          <div key={entry.id} id={entry.id} tabIndex={-1}>
            <dt>
              <span>{entry[locale]}</span>
              <span lang={other}>{entry[other]}</span>
            </dt>
            <dd>
              <Inline text={entry.explain[locale]} />
            </dd>
            <dd lang={other}>
              <Inline text={entry.explain[other]} />
            </dd>
          </div>
        ))}
      </dl>
    </Page>
  );
}

function matches(entry: Entry, wanted: string): boolean {
  const text = [entry.en, entry["zh-TW"], entry.explain.en, entry.explain["zh-TW"]].join(" ");
  return text.toLowerCase().includes(wanted.trim().toLowerCase());
}
