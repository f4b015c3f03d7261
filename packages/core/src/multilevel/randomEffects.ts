import { bilinear } from "../linear/products.js";
import { freeze } from "../numerics/freeze.js";
import { mostLevels, sumByLevel } from "./model/blockVectors.js";
import { restore } from "./restore.js";
import type { Multilevel } from "./result.js";

/** The predicted random effect of one level in one group. */
export interface PredictedEffect {
  readonly group: string;
  readonly level: string;
  readonly estimate: number;
  /** Standard error of prediction: of the difference between the prediction and the random effect. */
  readonly se: number;
}

/** The predicted random effects of one kind. */
export interface PredictedEffects {
  readonly label: string;
  readonly effects: readonly PredictedEffect[];
}

/**
 * Best linear unbiased predictions of the random effects of a multilevel model, û = GZ′M⁻¹(y − Xβ), with the standard
 * errors √diag(G − GZ′PZG), which take the estimation of β into account and the variances as known. Only levels that
 * occur in a group are predicted.
 *
 * Robinson 1991, Statistical Science 6:15-32; Harville 1976, Annals of Statistics 4:384-395.
 *
 * @example
 * import { multilevel, randomEffects } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.1, vi: 0.02 },
 *   { study: "A", measure: "SMD", yi: 0.3, vi: 0.03 },
 *   { study: "B", measure: "SMD", yi: 0.7, vi: 0.05 },
 *   { study: "C", measure: "SMD", yi: 0.3, vi: 0.01 },
 * ] as const;
 * const [studies] = randomEffects(multilevel(effects, { random: "~ 1 | study" }));
 * studies.effects[0].group; // => "A"
 * studies.effects[0].estimate; // => -0.091
 */
export function randomEffects(fit: Multilevel): readonly PredictedEffects[] {
  const { prepared, at } = restore(fit);
  const { model, scale } = prepared;
  const { blocks, terms } = model;
  const most = mostLevels(blocks);
  const r = new Float64Array(most);
  const inverse = new Float64Array(most * most);
  const columns = at.WX.map(() => new Float64Array(most));
  const predicted = terms.map((): (PredictedEffect & { readonly order: number })[] => []);
  for (const [b, { groups }] of blocks.entries())
    for (const [g, group] of groups.entries()) {
      const { term, levels, width, rows } = group;
      const { G } = at.covariances[term]!;
      const m = levels.length;
      at.factors[b]!.inverseSums(g, inverse);
      sumByLevel(group, at.r, r);
      for (const [c, column] of at.WX.entries()) sumByLevel(group, column, columns[c]!);
      const P = inverse.slice(0, m * m);
      for (let i = 0; i < m; i++)
        for (let j = 0; j < m; j++) P[i * m + j]! -= bilinear(atLevel(columns, i), at.C, atLevel(columns, j));
      const place = terms[term]!.outer[prepared.order[rows[0]!]!]!;
      for (const [i, level] of levels.entries()) {
        const own = Float64Array.from(levels, (other) => G[level * width + other]!);
        let estimate = 0;
        for (let j = 0; j < m; j++) estimate += own[j]! * r[j]!;
        predicted[term]!.push({
          group: terms[term]!.groups[place]!,
          level: terms[term]!.levels.names[level]!,
          estimate: scale * estimate,
          se: scale * Math.sqrt(Math.max(0, G[level * width + level]! - bilinear(own, P, own))),
          order: place * width + i,
        });
      }
    }
  return freeze(
    terms.map(({ label }, t) => ({
      label,
      effects: predicted[t]!.sort((a, b) => a.order - b.order).map(({ group, level, estimate, se }) => ({
        group,
        level,
        estimate,
        se,
      })),
    })),
  );
}

function atLevel(columns: readonly Float64Array[], level: number): Float64Array {
  return Float64Array.from(columns, (column) => column[level]!);
}
