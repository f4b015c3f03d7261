import type { ReportedFit } from "../methods/reportedFit.js";
import { statementsOf } from "../methods/statementsOf.js";
import { version } from "../version.js";
import { bibtexEntry, entryOf, keyOf } from "./bibtexEntry.js";
import { shortName } from "./inText.js";
import { type Publication, parseCitations } from "./parseCitations.js";

/**
 * BibTeX entries of acumeta and of everything that {@link methodsText} cites for the same results, each once: authors, title,
 * year, journal, volume, pages and DOI, as far as they are known. Of rarely cited articles only what the registered citation tells
 * is known, which is no title.
 *
 * Throws `WRONG_ARGUMENT` for what is no result of `pool`, `metaRegression`, `multilevel`, `network` or `componentNetwork`.
 *
 * @example
 * import { pool } from "@acumeta/core";
 * import { bibtex } from "@acumeta/reporting";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.1, vi: 0.02 },
 *   { study: "B", measure: "SMD", yi: 0.5, vi: 0.05 },
 * ] as const;
 * bibtex(pool(effects)).includes("@article{viechtbauer2005,"); // => true
 */
export function bibtex(...fits: readonly ReportedFit[]): string {
  const cited = new Map<string, Publication>();
  for (const publication of fits.flatMap(statementsOf).flatMap(({ cites }) => cites.flatMap(parseCitations))) {
    const place = `${shortName(publication)} ${publication.journal?.pages ?? publication.title}`;
    if (!cited.has(place)) cited.set(place, { ...publication, place: "" });
  }
  const taken = new Map<string, number>();
  const entries = [...cited.values()].map((publication) => {
    const key = keyOf(publication);
    const times = taken.get(key) ?? 0;
    taken.set(key, times + 1);
    return bibtexEntry(publication, times === 0 ? key : `${key}${String.fromCharCode(97 + times)}`);
  });
  return `${[software(), ...entries].join("\n\n")}\n`;
}

function software(): string {
  return entryOf("misc", "acumeta", [
    ["key", "acumeta"],
    ["title", "{acumeta: meta-analysis in TypeScript}"],
    ["note", `Version ${version}`],
  ]);
}
