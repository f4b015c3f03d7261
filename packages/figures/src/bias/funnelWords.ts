import { type BiasTestResult, counted, pText } from "@acumeta/core";
import type { FunnelContent } from "./funnelPlot.js";

const FEW = 10;

/** The small print of a funnel plot. */
export function funnelNotes({ funnel, filled, test }: FunnelContent): readonly string[] {
  return [
    ...(test === null ? [] : [testNote(test)]),
    ...(filled === null ? [] : [filledNote(filled)]),
    ...(funnel.k < FEW
      ? [
          `With ${funnel.k === 1 ? "one study" : `${funnel.k} studies`} asymmetry can hardly be told from chance (fewer than ten: Sterne et al. 2011, BMJ 343:d4002).`,
        ]
      : [
          "An uneven funnel has other reasons than studies that were not published: small trials differ from large ones in more than size.",
        ]),
  ];
}

function testNote({ label, p, notes }: BiasTestResult): string {
  if (p === null) return [`${label}: cannot be tested.`, ...notes].join(" ");
  return `${label}: ${pText(p)}.`;
}

function filledNote({ filled, estimator, side, adjusted }: NonNullable<FunnelContent["filled"]>): string {
  if (adjusted === null) return `Trim and fill (${estimator}) is not defined for these effects.`;
  if (filled.length === 0) return `Trim and fill (${estimator}) fills in no study.`;
  return `Trim and fill (${estimator}) fills in ${counted(filled.length, "mirror image")} on the ${side}: a sensitivity analysis, which takes all asymmetry for missing studies.`;
}

/** What the figure says, in words: its alternative text. */
export function describeFunnel({ funnel, filled, test, scale }: FunnelContent, title: string): string {
  const { k, estimate, limits, points } = funnel;
  const outside = points.filter(({ yi, se }) => {
    const half = ((limits.upper - limits.apex) * se) / (funnel.maxSe || 1);
    return Math.abs(yi - limits.apex) > half;
  });
  const studies = `${k} ${k === 1 ? "study" : "studies"}`;
  const facts = [
    `pooled ${scale.short} ${scale.text(estimate)}`,
    `${outside.length} outside the ${100 * limits.level}% limits`,
    ...(filled === null ? [] : [`${filled.filled.length} filled in`]),
    ...(test?.p == null ? [] : [`${test.label} ${pText(test.p)}`]),
  ];
  return `Funnel plot of ${studies}${title === "" ? "" : `, ${title}`}: ${facts.join("; ")}.`;
}
