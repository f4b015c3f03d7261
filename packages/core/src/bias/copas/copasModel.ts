import { median } from "simple-statistics";
import type { Effect, Measure } from "../../effects/effect.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { freeze } from "../../numerics/freeze.js";
import { checkEffects } from "../../pool/checkEffects.js";
import type { OneMeasure } from "../../pool/oneMeasure.js";
import { unadjustedFit } from "../selection/unadjusted.js";
import { type CopasOptions, resolveCopas } from "./options.js";
import { type Ends, pointAt, type ScaledStudies } from "./pointAt.js";
import { regressionOnSe } from "./regression.js";
import type { CopasModel, CopasPoint } from "./result.js";

/** Parameters μ, τ and ρ. */
const FEWEST = 3;
/** Standard errors that differ by no larger part tell nothing of selection by size. */
const SAME = 1e-7;

/**
 * The Copas selection model: a study with standard error s is published where γ₀ + γ₁/s + δ > 0, δ ~ N(0, 1), which is
 * correlated (ρ) with the error of its effect. The data say too little of γ₀ and γ₁, so that μ, τ and ρ are estimated by
 * maximum likelihood on a grid of them: how far does the mean move as selection grows stronger?
 *
 * Each point tells the probability that the study with the largest standard error was published, the number of studies
 * that this implies remain unpublished, and whether the funnel is still asymmetric beyond it (likelihood-ratio test of a
 * slope of the effects on s). The suggested `adjusted` point needs the fewest unpublished studies to leave no asymmetry.
 *
 * @param options `points` 10 values each of `gamma0` and `gamma1` unless these are given; `asymmetryLevel` 0.1, `level` 0.95.
 *
 * Throws `TOO_FEW_EFFECTS` for fewer than 3, `SAME_PRECISION` where all variances are equal, `NOT_A_VALID_NUMBER`,
 * `UNKNOWN_OPTION`, and what `pool` throws.
 * Copas & Shi 2000, Biostatistics 1:247-262; Copas & Shi 2001, Statistical Methods in Medical Research 10:251-265; choice
 * of a point: Carpenter, Schwarzer, Rücker & Künstler 2009, Journal of Clinical Epidemiology 62:624-631.
 *
 * @example
 * import { copasModel } from "@acumeta/core";
 * const y = [0.1, 0.25, 0.2, 0.35, 0.45, 0.3, 0.6, 0.75, 0.5, 0.9];
 * const effects = y.map((yi, i) => ({ study: `${i}`, measure: "SMD" as const, yi, vi: (0.05 + 0.04 * i) ** 2 }));
 * const { unadjusted, grid } = copasModel(effects, { gamma0: [-1, 0], gamma1: [0.1] });
 * unadjusted.estimate; // => 0.2741
 * grid[0].estimate; // => 0.1077
 * grid[0].unpublished; // => 22.15
 */
export function copasModel<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  options: CopasOptions = {},
): CopasModel<M> {
  const { measure, y, v } = checkEffects<M>(effects);
  const k = y.length;
  if (k < FEWEST) throw metaError(messages.tooFewEffects({ k, needed: FEWEST, what: "a Copas selection model" }));
  const s = v.map(Math.sqrt);
  if (s.every((each) => Math.abs(each - s[0]!) <= SAME * s[0]!)) throw metaError(messages.samePrecision());
  const { gamma0, gamma1, asymmetryLevel, level } = resolveCopas(options, s);
  const unadjusted = unadjustedFit(y, v, "ML");
  const unit = median(Array.from(s));
  const scaled = { y: y.map((each) => each / unit), s: s.map((each) => each / unit), unit, level };
  const tau = Math.sqrt(unadjusted.tau2) / unit;
  const start = { mu: unadjusted.estimate / unit, tau, regression: regressionOnSe(scaled.y, scaled.s, tau) };
  const rows = fitGrid(gamma0, gamma1, { ...scaled, ...start });
  const grid = rows.flat();
  return freeze<CopasModel<M>>({
    measure,
    k,
    grid,
    contour: {
      gamma0: [...gamma0],
      gamma1: [...gamma1],
      estimate: rows.map((row) => row.map(({ estimate }) => estimate)),
      publishLargestSe: rows.map((row) => row.map(({ publishLargestSe }) => publishLargestSe)),
    },
    adjusted: leastSelected(grid.filter(({ asymmetryP }) => asymmetryP !== null && asymmetryP > asymmetryLevel)),
    unadjusted,
    choices: { asymmetryLevel, level },
  });
}

/** Every point is searched from where its neighbours ended, too. */
function fitGrid(
  gamma0: readonly number[],
  gamma1: readonly number[],
  studies: ScaledStudies,
): readonly (readonly CopasPoint[])[] {
  const above: (Ends | null)[] = gamma1.map(() => null);
  return gamma0.map((row) => {
    let before: Ends | null = null;
    return gamma1.map((column, j) => {
      const neighbours = [before, above[j]!].filter((each) => each !== null);
      const { point, ends } = pointAt(studies, { gamma0: row, gamma1: column }, neighbours);
      before = ends;
      above[j] = ends;
      return point;
    });
  });
}

function leastSelected(points: readonly CopasPoint[]): CopasPoint | null {
  return points.reduce<CopasPoint | null>(
    (least, point) => (least === null || point.unpublished < least.unpublished ? point : least),
    null,
  );
}
