import { type Publication, parseCitations } from "./parseCitations.js";

/** "(Hartung & Knapp 2001)", of several "(Katz et al. 1978; Cochrane Handbook 6.4.1.1)"; empty for no citation. */
export function inText(citations: readonly string[]): string {
  const names = [...new Set(citations.flatMap(parseCitations).map(shortName))];
  return names.length === 0 ? "" : ` (${names.join("; ")})`;
}

/** "Brannick et al. 2019". */
export function shortName({ authors, andOthers, year, title }: Publication): string {
  if (year === null) return title ?? "";
  const [first = "", ...others] = authors;
  const last = others.at(-1);
  if (andOthers || others.length > 2) return `${first} et al. ${year}`;
  return `${last === undefined ? first : `${[first, ...others.slice(0, -1)].join(", ")} & ${last}`} ${year}`;
}
