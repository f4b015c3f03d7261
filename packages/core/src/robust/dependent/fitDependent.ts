import type { Effect, Measure } from "../../effects/effect.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { buildDesign } from "../../formula/buildDesign.js";
import { freeze } from "../../numerics/freeze.js";
import { criticalValue } from "../../numerics/quantileCache.js";
import { checkEffects } from "../../pool/checkEffects.js";
import { checkLabels } from "../clusters.js";
import { robust } from "../robust.js";
import type { ClusterOf } from "./clusterForm.js";
import type { DependentEffects, DependentWeights } from "./model.js";
import type { DependentOptions } from "./options.js";
import type { DependentFit, DependentStudy } from "./result.js";

/** Weighted least squares by weights made for dependent effects, with robust variances. */
export function fitDependent<M extends Measure>(
  effects: readonly Effect<M>[],
  options: DependentOptions,
  {
    weights,
    rho,
    weigh,
  }: {
    readonly weights: DependentFit["choices"]["weights"];
    readonly rho: number | null;
    readonly weigh: (model: DependentEffects) => DependentWeights;
  },
): DependentFit<M> {
  const { cluster, moderators = "~ 1", smallSample = true, level = 0.95, missing, reference, coding } = options;
  const { measure, y: all, v: allV } = checkEffects(effects);
  const labelled = checkLabels(cluster, all.length);
  const { used, leftOut, names, X } = buildDesign(effects, moderators, {
    ...(missing && { missing }),
    ...(reference && { reference }),
    ...(coding && { coding }),
  });
  const labels = used.map((place) => labelled[place]!);
  const y = Float64Array.from(used, (place) => all[place]!);
  const v = Float64Array.from(used, (place) => allV[place]!);
  const clusters = clusterOf(labels);
  const [m, p] = [clusters.sizes.length, X.length];
  if (m <= p) throw metaError(messages.tooFewClusters({ m, needed: p + 1, what: `${weights} effects` }));
  const { variance, tau2, omega2, I2 } = weigh({ X, y, v, clusters });
  const blocks = Array.from(variance, (each, row) => ({ rows: [row], matrix: [each] }));
  const rule = smallSample
    ? ({ type: "CR2", test: "Satterthwaite" } as const)
    : ({ type: "CR1p", test: "naive-tp" } as const);
  const { choices: _, ...fit } = robust({ names, X, y, blocks }, { cluster: labels, level, ...rule });
  const usedEffects = used.map((place) => effects[place]!);
  return freeze<DependentFit<M>>({
    ...fit,
    measure,
    tau2,
    omega2,
    I2,
    studies: studiesOf(usedEffects, { labels, variance, level }),
    leftOut,
    choices: { weights, rho, smallSample, level },
  });
}

function clusterOf(labels: readonly string[]): ClusterOf {
  const places = new Map<string, number>();
  for (const label of labels) if (!places.has(label)) places.set(label, places.size);
  const of = Int32Array.from(labels, (label) => places.get(label)!);
  const sizes = new Int32Array(places.size);
  for (const place of of) sizes[place]! += 1;
  return { of, sizes };
}

function studiesOf(
  effects: readonly Effect[],
  { labels, variance, level }: { labels: readonly string[]; variance: Float64Array; level: number },
): readonly DependentStudy[] {
  const total = variance.reduce((sum, each) => sum + 1 / each, 0);
  return effects.map(({ study, yi, vi, n, arms }, i) => {
    const se = Math.sqrt(vi);
    const half = criticalValue(level, null) * se;
    return {
      study,
      cluster: labels[i]!,
      yi,
      vi,
      se,
      lower: yi - half,
      upper: yi + half,
      weight: 100 / variance[i]! / total,
      n: n ?? null,
      arms: [...(arms ?? [])],
    };
  });
}
