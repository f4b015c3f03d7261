import type { FitStatistics } from "../../pool/result.js";
import type { Design } from "../design.js";
import { mixedEffectsRegression } from "../mixedEffects.js";
import { orthogonalise } from "../orthogonalise.js";
import { regressionStatistics } from "../regressionStatistics.js";
import { residualTau2Estimators } from "../residualTau2/index.js";
import type { Subset } from "./subsets.js";

/** A model fitted by maximum likelihood. */
export interface SubsetFit {
  readonly subset: Subset;
  /** Places in the full model matrix of the columns with a coefficient. */
  readonly columns: readonly number[];
  readonly beta: Float64Array;
  readonly variances: Float64Array;
  readonly tau2: number;
  readonly statistics: FitStatistics;
}

/** The fit of a subset; null where fewer than two studies more than parameters are left, so that AICc does not exist. */
export function fitOf(full: Design, subset: Subset, places: readonly number[]): SubsetFit | null {
  const design = { ...full, X: places.map((place) => full.X[place]!) };
  const { fit, tau2 } = mixedEffectsRegression(design, residualTau2Estimators.ML);
  const p = fit.kept.length;
  if (full.y.length < p + 3) return null;
  return {
    subset,
    columns: fit.kept.map((at) => places[at]!),
    beta: fit.beta,
    variances: fit.beta.map((_, i) => fit.vcov[i * p + i]!),
    tau2: tau2.value,
    statistics: regressionStatistics(design, fit, { tau2: tau2.value, fixedTau2: false }).ML,
  };
}

/** Fits of different models. */
export interface Different {
  readonly fits: readonly SubsetFit[];
  /** Candidates that one has in place of another, or one of the same columns beside it. */
  readonly entangled: ReadonlySet<number>;
}

/** Of models whose columns span the same, that of the fewest terms. */
export function different(fits: readonly SubsetFit[], X: readonly Float64Array[]): Different {
  const sorted = [...fits].sort(
    (a, b) => b.statistics.logLik - a.statistics.logLik || a.subset.length - b.subset.length,
  );
  const out: SubsetFit[] = [];
  const entangled = new Set<number>();
  for (const fit of sorted) {
    let at = out.length - 1;
    while (at >= 0 && isNear(fit, out[at]!) && !spansTheSame(fit, out[at]!, X)) at -= 1;
    const other = out[at];
    if (other === undefined || !isNear(fit, other)) {
      out.push(fit);
      continue;
    }
    for (const place of fit.subset) if (!other.subset.includes(place)) entangled.add(place);
    for (const place of other.subset) if (!fit.subset.includes(place)) entangled.add(place);
    if (fit.subset.length < other.subset.length) out[at] = fit;
  }
  return { fits: out, entangled };
}

const SAME = 1e-9;

function isNear({ statistics: one }: SubsetFit, { statistics: other }: SubsetFit): boolean {
  return Math.abs(one.logLik - other.logLik) <= SAME * (1 + Math.abs(one.logLik));
}

function spansTheSame(a: SubsetFit, b: SubsetFit, X: readonly Float64Array[]): boolean {
  if (a.columns.length !== b.columns.length) return false;
  const both = [...new Set([...a.columns, ...b.columns])].map((place) => X[place]!);
  return orthogonalise(both, new Float64Array(X[0]!.length).fill(1)).kept.length === a.columns.length;
}
