import { chiSquareCdf } from "../../numerics/chiSquare.js";
import type { BoxedMinimum } from "../../numerics/minimiseInBox.js";
import { normalCdf } from "../../numerics/normal.js";
import { criticalValue } from "../../numerics/quantileCache.js";
import { highest, standardErrorOfMu } from "./fitAt.js";
import { atGammas, type CopasParameters, type CopasStudies, rhoOf } from "./likelihood.js";
import type { CopasPoint } from "./result.js";

/** Effects and standard errors in units of a typical one. */
export interface ScaledStudies {
  readonly y: Float64Array;
  readonly s: Float64Array;
  readonly unit: number;
  readonly level: number;
  /** From the random-effects model, in these units. */
  readonly mu: number;
  readonly tau: number;
  /** Of y on s, without selection; null for fewer than four studies. */
  readonly regression: { readonly intercept: number; readonly slope: number } | null;
}

/** Of ρ: no selection, and strong selection of large and of small effects. */
const STRONG = 0.8;
const ANGLES = [0, STRONG, -STRONG];
/** τ from which to search where there is none: at 0 itself its slope vanishes. */
const SOME = 0.3;

/** Where the searches of a point ended, of the model and of that with a slope: starts for its neighbours. */
export interface Ends {
  readonly level: CopasParameters;
  readonly sloped: CopasParameters | null;
}

/** The model at one γ₀ and γ₁ (of the unscaled standard errors), searched from usual starts and from neighbours' ends. */
export function pointAt(
  studies: ScaledStudies,
  { gamma0, gamma1 }: { readonly gamma0: number; readonly gamma1: number },
  neighbours: readonly Ends[],
): { readonly point: CopasPoint; readonly ends: Ends | null } {
  const { y, s, unit, mu } = studies;
  const u = s.map((each) => gamma0 + gamma1 / (each * unit));
  const selected = atGammas(y, s, u);
  const tau = Math.max(studies.tau, SOME);
  const best = highest(selected, [...ANGLES.map((r) => [mu, tau, r]), ...neighbours.map(({ level }) => level)]);
  const chances = { gamma0, gamma1, ...publication(u) };
  if (!Number.isFinite(best.value)) return { point: { ...chances, ...unknown }, ends: null };
  const se = standardErrorOfMu(best);
  const sloped = withSlope(studies, selected, [...neighbours.flatMap((each) => each.sloped ?? []), best.x]);
  return {
    point: {
      ...chances,
      ...tested(best.x[0]! * unit, se === null ? null : se * unit, studies.level),
      tau2: (best.x[1]! * unit) ** 2,
      rho: rhoOf(best.x),
      logLik: -best.value - y.length * Math.log(unit),
      asymmetryP:
        sloped === null ? null : chiSquareCdf(Math.max(0, 2 * (best.value - sloped.value)), 1, { upper: true }),
      converged: best.converged,
    },
    ends: { level: best.x, sloped: sloped?.x ?? null },
  };
}

const unknown = {
  estimate: null,
  se: null,
  ci: null,
  p: null,
  tau2: null,
  rho: null,
  logLik: null,
  asymmetryP: null,
  converged: false,
} as const;

/** The numbers stay finite: a chance is taken to be at least 1e-300. */
function publication(u: Float64Array) {
  const chance = u.map((each) => Math.max(normalCdf(each), 1e-300));
  return {
    publishLargestSe: chance.reduce((least, each) => Math.min(least, each)),
    publishSmallestSe: chance.reduce((most, each) => Math.max(most, each)),
    unpublished: u.reduce((sum, each, i) => sum + normalCdf(each, { upper: true }) / chance[i]!, 0),
  };
}

function tested(estimate: number, se: number | null, level: number): Pick<CopasPoint, "estimate" | "se" | "ci" | "p"> {
  if (se === null) return { estimate, se, ci: null, p: null };
  const half = criticalValue(level, null) * se;
  const ci = { lower: estimate - half, upper: estimate + half, level, method: "z" };
  return { estimate, se, ci, p: 2 * normalCdf(-Math.abs(estimate / se)) };
}

/** The model with a slope β of the effects on s; null where the studies can't tell it. */
function withSlope(
  { mu, tau, regression }: ScaledStudies,
  selected: CopasStudies,
  ends: readonly CopasParameters[],
): BoxedMinimum | null {
  if (regression === null) return null;
  const spread = Math.max(tau, SOME);
  return highest(selected, [
    ...ends.map((end) => [end[0]!, end[1]!, end[2]!, end[3] ?? 0]),
    ...ANGLES.map((r) => [regression.intercept, spread, r, regression.slope]),
    [mu, spread, STRONG, 0],
    [mu, spread, -STRONG, 0],
  ]);
}
