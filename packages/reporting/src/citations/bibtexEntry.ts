import { latexText } from "../table/latexText.js";
import type { Publication } from "./parseCitations.js";

/** "hartung2001"; without diacritics and signs. */
export function keyOf({ authors: [first], year, title }: Publication): string {
  const name = (first ?? title ?? "").normalize("NFD").replace(/[^A-Za-z]/g, "");
  return `${name.toLowerCase()}${year ?? ""}`;
}

/** An entry with the fields that the citation tells; nothing is added to it. */
export function bibtexEntry(publication: Publication, key: string): string {
  const { journal, title, year, place } = publication;
  const author = authorsOf(publication);
  const fields: readonly (readonly [string, string | null])[] = [
    ["author", author === "" ? null : author],
    ["title", title === null ? null : `{${latexText(title)}}`],
    ["journal", journal === null ? null : latexText(journal.name)],
    ["volume", journal === null ? null : latexText(journal.volume)],
    ["pages", journal === null || journal.pages === "" ? null : journal.pages.replace("-", "--")],
    ["year", year === null ? null : String(year)],
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
