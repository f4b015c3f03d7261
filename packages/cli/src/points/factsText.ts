import type { PointFacts, PointInTrial } from "@acumeta/acupoints";
import { decimals } from "../output/numbers.js";
import { textTable } from "../output/table.js";
import { wrap } from "../output/wrap.js";

/** A point in plain text: where it is, what is warned of, and the trials that used it. */
export function factsText({ point, trials, certainty }: PointFacts): string {
  const { code, name, han, meridian, region, distal, cautions } = point;
  const place = distal === null ? "" : distal ? ", distal" : ", local";
  return [
    `${code} ${name} ${han.traditional}: ${meridian}, ${region ?? "any tender place"}${place}`,
    ...cautions.map(({ kind, sourceNote, sourceUrl }) => wrap(`Caution, ${kind}: ${sourceNote} (${sourceUrl})`)),
    wrap(certainty),
    ...(trials.length === 0 ? [] : [trialsTable(trials)]),
    "Facts, no advice to treat.",
  ].join("\n\n");
}

function trialsTable(trials: readonly PointInTrial[]): string {
  return textTable(trials, [
    { head: "trial", cell: ({ study }) => study },
    { head: "condition", cell: ({ condition }) => condition },
    { head: "other points", cell: ({ others }) => others, align: "right" },
    { head: "against", cell: ({ effect }) => effect?.against ?? null },
    { head: "SMD of the treatment", cell: ({ effect }) => effect && decimals(effect.estimate), align: "right" },
    { head: "SE", cell: ({ effect }) => effect && decimals(effect.se), align: "right" },
  ]);
}
