import type { BoxedMinimum } from "../../numerics/minimiseInBox.js";
import { normalCdf } from "../../numerics/normal.js";
import { criticalValue } from "../../numerics/quantileCache.js";
import type { Bounds } from "../../pool/result.js";
import { information } from "./information.js";
import { notes } from "./notes.js";
import type { ResolvedSelection } from "./options.js";
import type { Problem } from "./problem.js";
import { profileTau2 } from "./profileTau2.js";
import type { Delta, Estimated, SelectionModel, StepInterval } from "./result.js";

interface Fit {
  readonly full: BoxedMinimum;
  readonly posed: Problem;
  readonly choices: ResolvedSelection;
  readonly intervals: readonly StepInterval[];
}

type Parameters = Pick<SelectionModel, "estimate" | "se" | "statistic" | "p" | "ci" | "note" | "tau2" | "delta">;

/** Every parameter with what can be said of its precision, in the units of the effects. */
export function estimates(fit: Fit): { readonly parameters: Parameters; readonly condition: number | null } {
  const { se, condition } = information(fit.full);
  const wald = (i: number): Estimated => {
    const { value, note } = pointOf(fit, i, condition);
    const error = note === null && se[i] !== null ? se[i]! * Math.abs(fit.posed.units[i]!) : null;
    return { value, se: error, ci: intervalOf(value, error, fit.choices.level), note };
  };
  const mu = wald(0);
  return {
    parameters: {
      estimate: mu.value,
      ...testOf(mu, 0),
      se: mu.se,
      ci: mu.ci,
      note: mu.note,
      tau2: tau2Of(fit, wald(1)),
      delta: fit.choices.parameters.map((_, j) => deltaOf(fit, j, wald)),
    },
    condition,
  };
}

function pointOf(
  { full: { x, value, converged }, posed: { box, units } }: Fit,
  i: number,
  condition: number | null,
): { readonly value: number | null; readonly note: string | null } {
  if (!Number.isFinite(value)) return { value: null, note: notes.noLikelihood };
  const at = x[i]!;
  const own = at * units[i]! + 0;
  if (box.lower[i] === box.upper[i]) return { value: own, note: notes.held };
  if (at === box.upper[i] || (i === 0 && at === box.lower[0])) return { value: own, note: notes.searchBound };
  if (at === box.lower[i]) return { value: own, note: notes.lowerBound };
  if (!converged) return { value: own, note: notes.notConverged };
  return { value: own, note: condition === null ? notes.singular : null };
}

function intervalOf(value: number | null, se: number | null, level: number): Bounds | null {
  if (value === null || se === null) return null;
  const half = criticalValue(level, null) * se;
  return { lower: value - half, upper: value + half, level, method: "z" };
}

function testOf({ value, se }: Estimated, none: number): Pick<Delta, "statistic" | "p"> {
  if (value === null || se === null) return { statistic: null, p: null };
  const statistic = (value - none) / se;
  return { statistic, p: 2 * normalCdf(Math.abs(statistic), { upper: true }) };
}

function tau2Of({ full, posed, choices }: Fit, wald: Estimated): Parameters["tau2"] {
  const atBoundary = full.x[1] === 0;
  if (choices.tau2 === "EE" || !full.converged || wald.note === notes.searchBound)
    return { ...wald, ci: null, atBoundary };
  const found = profileTau2(posed, full, choices.level);
  if (found === null) return { ...wald, ci: null, note: wald.note ?? notes.openProfile, atBoundary };
  const unit = posed.units[1]!;
  const ci = { lower: unit * found.lower, upper: unit * found.upper, level: choices.level, method: "PL" };
  return { ...wald, ci, atBoundary };
}

function deltaOf({ choices: { parameters }, intervals }: Fit, j: number, wald: (i: number) => Estimated): Delta {
  const { none, held, lower, upper } = parameters[j]!;
  if (held !== null)
    return { value: held, se: null, ci: null, note: notes.held, none, isHeld: true, statistic: null, p: null };
  const found = wald(2 + parameters.slice(0, j).filter((each) => each.held === null).length);
  return {
    ...found,
    ...testOf(found, none),
    ci: found.ci && { ...found.ci, lower: Math.max(found.ci.lower, lower), upper: Math.min(found.ci.upper, upper) },
    note: intervals[j]?.studies === 0 ? notes.emptyInterval : found.note,
    none,
    isHeld: false,
  };
}
