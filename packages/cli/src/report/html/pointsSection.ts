import type { PointComparison, PointEffect, PointEffects, PointPair, PointUse } from "@acumeta/acupoints";
import { counted, countText } from "@acumeta/core";
import { decimals, pValue } from "../../output/numbers.js";
import { NO_POINTS, spreadInWords } from "../../output/pointWords.js";
import { SHOWN_FROM } from "../pointResults.js";
import type { PointResults } from "../results.js";
import { figure } from "./figure.js";
import { type Html, html } from "./html.js";
import { htmlTable } from "./htmlTable.js";

/** Which points are used, which rank high, and what chance alone would rank as high. */
export function pointsSection(results: PointResults, svgs: ReadonlyMap<string, string>): Html {
  const { prescriptions, use, effects, shownEffects, pairs, published, withoutPoints, untrusted } = results;
  const effectOf = new Map(effects.points.map((point) => [point.code, point]));
  return html`
<p>${counted(prescriptions, "trial")} ${prescriptions === 1 ? "prints" : "print"} the points of the acupuncture; ${withoutPoints.length} do not, or chose them for each patient; of ${untrusted.length} the list is left out because it was read from a third party's extraction, not from the paper. Rankings in the literature give each point the average effect of the trials that list it. Here that average stands beside what the same table looks like when the prescriptions are shuffled among the trials with the same comparator, so that points cannot matter.</p>
<p>${inWords(results)}</p>
${figure("popularity-vs-effect", svgs)}
${figure("ranked-points", svgs)}
<p class="quiet">The figures show ${counted(shownEffects.points.length, "point")} that at least ${SHOWN_FROM} of ${counted(effects.trials, "trial")} with an effect list; the table below and <a href="tables/points.csv">points.csv</a> have all ${use.length}.</p>
<h3>Every point</h3>
${pointTable(use, effectOf)}
<h3>Points prescribed together</h3>
${pairTable(pairs)}
<p class="quiet">The ${Math.min(PAIRS_SHOWN, pairs.length)} most frequent of ${counted(pairs.length, "pair")} in at least two trials; all in <a href="tables/pairs.csv">pairs.csv</a>. Lift is how many times more often together than if they were chosen independently.</p>
${published.length === 0 ? html`` : publishedPart(published)}
`;
}

function publishedPart(published: readonly PointComparison[]): Html {
  return html`<h3>Published rankings</h3>
<p>Rankings for low back pain stand beside those of our trials of low back pain, the last beside all.</p>
${publishedTable(published)}
<p class="quiet">τ and ρ compare the order of the points that both lists rank. Top: of the listed points, how many are among as many of ours from the top, and how many would be by chance. Item by item in <a href="tables/published-rankings.csv">published-rankings.csv</a>.</p>`;
}

function inWords({ effects, shownEffects }: PointResults): string {
  const { points, overall, trials } = effects;
  const [best] = points;
  if (best === undefined) return NO_POINTS;
  const lone = points.filter(({ k }) => k === 1).length;
  return [
    `In ${counted(trials, "trial")} with both, the average is ${decimals(overall.estimate)} SD. ${best.code} ranks first with ${decimals(best.estimate)} from ${counted(best.k, "trial")}; ${lone} of ${counted(points.length, "point")} ${lone === 1 ? "rests" : "rest"} on a single trial.`,
    ...spreadInWords(effects),
    ...verdict(effects),
    ...(shownEffects.spread === null
      ? []
      : [
          `Among ${counted(shownEffects.points.length, "point")} in several trials: p ${pValue(shownEffects.spread.p)}.`,
        ]),
  ].join(" ");
}

function verdict({ spread }: PointEffects): readonly string[] {
  if (spread === null) return [];
  return spread.p < 0.05
    ? ["That is more than shuffled prescriptions give."]
    : [
        "That is no more than shuffled prescriptions give: these data do not show that any point works better than another.",
      ];
}

const PAIRS_SHOWN = 15;

function pointTable(use: readonly PointUse[], effectOf: ReadonlyMap<string, PointEffect>): Html {
  const effect = ({ code }: PointUse) => effectOf.get(code);
  return htmlTable(use, [
    { head: "Point", cell: ({ code }) => code },
    { head: "Rank by use", cell: ({ rank }) => rank, numeric: true },
    { head: "Trials", cell: ({ trials }) => trials, numeric: true },
    { head: "Patients", cell: ({ patients }) => countText(patients), numeric: true },
    { head: "Rank by effect", cell: (row) => effect(row)?.rank ?? null, numeric: true },
    { head: "Trials with effect", cell: (row) => effect(row)?.k ?? null, numeric: true },
    { head: "Average effect", cell: (row) => number(effect(row)?.estimate), numeric: true },
    { head: "95 % CI", cell: (row) => interval(effect(row)), numeric: true },
    { head: "p by shuffling", cell: (row) => pValueOr(effect(row)?.p), numeric: true },
    { head: "q (false discovery)", cell: (row) => pValueOr(effect(row)?.q), numeric: true },
  ]);
}

function pairTable(pairs: readonly PointPair[]): Html {
  return htmlTable(pairs.slice(0, PAIRS_SHOWN), [
    { head: "Pair", cell: ({ a, b }) => `${a} + ${b}` },
    { head: "Trials", cell: ({ trials }) => trials, numeric: true },
    { head: "Lift", cell: ({ lift }) => decimals(lift), numeric: true },
    { head: "p", cell: ({ p }) => pValue(p), numeric: true },
    { head: "q (false discovery)", cell: ({ q }) => pValue(q), numeric: true },
  ]);
}

function publishedTable(published: readonly PointComparison[]): Html {
  return htmlTable(published, [
    { head: "Review", cell: ({ review }) => review },
    { head: "Ranks", cell: ({ list }) => list },
    {
      head: "Published order, with our rank",
      cell: ({ ranks }) => ranks.map(({ item, ours }) => `${item} (${ours ?? "–"})`).join(", "),
    },
    { head: "Kendall τ", cell: ({ kendallTauB }) => number(kendallTauB), numeric: true },
    { head: "Spearman ρ", cell: ({ spearman }) => number(spearman), numeric: true },
    {
      head: "Top (by chance)",
      cell: ({ overlap }) => `${overlap.found} of ${overlap.of} (${decimals(overlap.expected, 1)})`,
      numeric: true,
    },
  ]);
}

function number(value: number | null | undefined): string | null {
  return value == null ? null : decimals(value);
}

function interval(effect: PointEffect | undefined): string | null {
  return effect?.ci == null ? null : `[${decimals(effect.ci.lower)}, ${decimals(effect.ci.upper)}]`;
}

function pValueOr(p: number | undefined): string | null {
  return p === undefined ? null : pValue(p);
}
