import useDocusaurusContext from "@docusaurus/useDocusaurusContext";
import type { ReactNode } from "react";
import { messagesIn, useLocale, type Locale } from "../../../messages/index.ts";

/** A host has one 404 page for the whole site, so it speaks both languages. */
export default function NotFoundContent(): ReactNode {
  const locale = useLocale();
  return (
    <main className="page not-found">
      <Part locale={locale} first />
      <Part locale={locale === "en" ? "zh-TW" : "en"} />
    </main>
  );
}

function Part({ locale, first = false }: { locale: Locale; first?: boolean }): ReactNode {
  const { notFound } = messagesIn(locale);
  const { siteConfig, i18n } = useDocusaurusContext();
  const Heading = first ? "h1" : "h2";
  // The site's base address, without the part of the current language.
  const base = siteConfig.baseUrl.replace(new RegExp(`${i18n.currentLocale}/$`), "");
  return (
    <section lang={locale}>
      <Heading>{notFound.title}</Heading>
      <p>{notFound.text}</p>
      <p>
        <a href={locale === "en" ? base : `${base}${locale}/`}>{notFound.home}</a>
      </p>
    </section>
  );
}
