import { latexText } from "../table/latexText.js";
import type { Publication } from "./parseCitations.js";
import { references } from "./references.js";

/** "hartung2001". */
export function keyOf(publication: Publication): string {
  return `${plainName(publication)}${publication.year ?? ""}`;
}

/** The name of the first author, or the title, in small letters without diacritics and signs. */
function plainName({ authors: [first], title }: Publication): string {
  const name = (first ?? title ?? "").normalize("NFD").replace(/[^A-Za-z]/g, "");
  return name.toLowerCase();
}

/** An entry with the fields that the citation tells, and those of its article in {@link references}. */
export function bibtexEntry(publication: Publication, key: string): string {
  const { journal, year, place } = publication;
  const known =
    journal === null ? undefined : references[`${plainName(publication)} ${journal.volume}:${journal.pages}`];
  const author = known === undefined ? authorsOf(publication) : latexText(known.authors);
  const title = known?.title ?? publication.title;
  const fields: readonly (readonly [string, string | null])[] = [
    ["author", author === "" ? null : author],
    ["title", title === null ? null : `{${latexText(title)}}`],
    ["journal", journal === null ? null : latexText(known?.journal ?? journal.name)],
    ["volume", journal === null ? null : latexText(journal.volume)],
    ["number", known?.number ?? null],
    ["pages", journal === null || journal.pages === "" ? null : journal.pages.replace("-", "--")],
    ["year", year === null ? null : String(year)],
    ["doi", known?.doi ?? null],
    ["note", place === "" ? null : latexText(place)],
  ];
  return entryOf(journal === null ? "misc" : "article", key, fields);
}

/** "@article{key, …}", its empty fields left out. */
export function entryOf(type: string, key: string, fields: readonly (readonly [string, string | null])[]): string {
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}}`]));
  return `@${type}{${key},\n${lines.join(",\n")}\n}`;
}

function authorsOf({ authors, andOthers }: Publication): string {
  return [
    ...authors.map((name) => (name.includes(" ") ? `{${latexText(name)}}` : latexText(name))),
    ...(andOthers ? ["others"] : []),
  ].join(" and ");
}
