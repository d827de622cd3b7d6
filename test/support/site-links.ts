import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";

interface Html {
  ids: Set<string>;
  /** What its elements lead to or load. */
  links: string[];
}

const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>/gi;
const ATTRIBUTE = /\s(id|href|src)=(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi;
const HERE = "http://site";

/**
 * Looks at every page of a built site, in all languages at once: the generator looks only inside one language, and not at links that
 * are plain HTML.
 * @returns one line for each link, image or script that leads nowhere, and each anchor that its page does not have.
 */
export function brokenLinks(build: string): string[] {
  const files = globSync("**/*.html", { cwd: build }).map((file) => file.replaceAll("\\", "/"));
  const pages = new Map(files.map((file) => [file, readHtml(join(build, file))]));
  return [...pages].flatMap(([file, { links }]) =>
    links.flatMap((link) => {
      const { origin, pathname, hash } = new URL(
        link,
        `${HERE}/${file.replace(/index\.html$/, "")}`,
      );
      if (origin !== HERE) return [];
      const target = find(build, decodeURIComponent(pathname).slice(1));
      if (target === undefined) return [`${file}: ${link} leads nowhere`];
      const anchor = decodeURIComponent(hash.slice(1));
      const known = anchor === "" || (pages.get(target)?.ids.has(anchor) ?? true);
      return known ? [] : [`${file}: ${link} asks for #${anchor}, which ${target} does not have`];
    }),
  );
}

function find(build: string, path: string): string | undefined {
  const names = [path, `${path}.html`, `${path.replace(/\/$/, "")}/index.html`.replace(/^\//, "")];
  return names.find((name) => /\.\w+$/.test(name) && existsSync(join(build, name)));
}

function readHtml(file: string): Html {
  const html = readFileSync(file, "utf8").replaceAll(/(<script\b[^>]*>)[\s\S]*?<\/script>/gi, "$1");
  const found: Html = { ids: new Set(), links: [] };
  for (const [tag] of html.matchAll(TAG)) {
    for (const [, name, ...values] of tag.matchAll(ATTRIBUTE)) {
      const value = (values.find((one) => one !== undefined) ?? "").replaceAll("&amp;", "&");
      if (name === "id") found.ids.add(value);
      else found.links.push(value);
    }
  }
  return found;
}
