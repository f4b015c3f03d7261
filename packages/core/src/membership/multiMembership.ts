import type { Effect, Measure } from "../effects/effect.js";
import { warningMessages as texts } from "../errors/messages.js";
import { freeze } from "../numerics/freeze.js";
import { halfWidth } from "../numerics/quantileCache.js";
import { criteria } from "../pool/fitStatistics.js";
import { intervalAround } from "../pool/intervalAround.js";
import type { OneMeasure } from "../pool/oneMeasure.js";
import type { Warning } from "../pool/result.js";
import { orthogonalise } from "../regression/orthogonalise.js";
import { invertTriangle } from "../regression/weightedLeastSquares.js";
import type { MixedMaximum } from "../sparse/mixed/maximiseMixed.js";
import type { MixedFit } from "../sparse/mixed/mixedLikelihood.js";
import { termVariances } from "../sparse/mixed/termVariances.js";
import { type AveragedMembers, averagedMembers, fitOfMembers } from "./averaged.js";
import { type MembershipModel, membershipModel } from "./membershipModel.js";
import { type MultiMembershipOptions, resolveMembership } from "./options.js";
import type { MembershipTerm, MultiMembership } from "./result.js";
import { spreadOfMembers } from "./spreadOfMembers.js";

/**
 * Effects to which several members contribute: trials that needle many points, teams of many players. Of each column of members
 *
 *   y = Xγ + Σⱼ xⱼ bⱼ + u + e,   b ~ N(0, σ²),   u ~ N(0, τ²),   e ~ N(0, v)
 *
 * with variances by restricted maximum likelihood. A variance σ² above 0 says that members differ; the members' own effects are
 * predictions, the more drawn to 0 the less the effects tell of them: of members that always come together each has half of what
 * they have together.
 *
 * @param effects One measure, one effect for each trial, with columns that name the members: { study, measure, yi, vi, points }.
 * @param options `members` names the columns; `moderators` "~ 1" with `missing`, `reference` and `coding` as in `metaRegression`;
 * `level` 0.95 unless given.
 * @returns A deeply frozen, JSON-serialisable result. The interval of σ² is by profile likelihood and its p by half of a χ², which
 * hold for many effects and members: for few see `bootstrapMembership`. Members' intervals are averaged over what σ may be, so that
 * they hold where σ² is estimated as 0 too. Coefficients are tested by t with k − p degrees of freedom.
 *
 * Throws what `pool` throws for effects and `metaRegression` for moderators, `NO_MEMBER_COLUMNS`, `BAD_MEMBERS`,
 * `TOO_FEW_MEMBERS`, `MEMBERS_NOT_TOLD`. Warns by `MEMBERS_NOT_SEPARABLE` and `NO_VARIANCE`.
 *
 * Browne, Goldstein & Rasbash 2001, Statistical Modelling 1:103-124 (the model); Henderson 1975, Biometrics 31:423-447 (its
 * equations); Robinson 1991, Statistical Science 6:15-32 (predictions).
 *
 * @example
 * import { multiMembership } from "@acumeta/core";
 * const trials = [
 *   { study: "A", measure: "SMD", yi: 0.9, vi: 0.02, points: ["BL23", "GV3"] },
 *   { study: "B", measure: "SMD", yi: 0.8, vi: 0.03, points: ["BL23", "BL40"] },
 *   { study: "C", measure: "SMD", yi: 0.1, vi: 0.05, points: ["BL25", "BL40"] },
 *   { study: "D", measure: "SMD", yi: 0.2, vi: 0.04, points: ["BL25"] },
 *   { study: "E", measure: "SMD", yi: 0.3, vi: 0.01, points: ["GV3", "BL40"] },
 * ] as const;
 * const fit = multiMembership(trials, { members: "points" });
 * fit.terms[0].variance.value; // => 0.0812
 * fit.terms[0].members.map(({ member, estimate }) => [member, estimate]);
 * // => [["BL23", 0.4059], ["BL25", -0.183], ["BL40", -0.1115], ["GV3", 0.0007]]
 */
export function multiMembership<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  options: MultiMembershipOptions,
): MultiMembership<M> {
  const choices = resolveMembership(options);
  const { level } = choices;
  const model = membershipModel<M>(effects, choices);
  const spread = spreadOfMembers(model);
  const { best, terms } = termVariances(model.compact, level);
  const fit = fitOfMembers(model, best.theta, best.fit);
  const { measure, built, basis } = model;
  const { coefficients, vcov } = fixedPart(model, fit, level);
  const described = terms.map((variance, t): MembershipTerm => {
    const between = variance.value * spread.perVariance[t]!;
    const all = terms.reduce((sum, { value }, s) => sum + value * spread.perVariance[s]!, best.theta[0]!);
    const averaged = terms.length > 1 ? null : averagedMembers(model, best, variance.ci);
    const share = all === 0 ? null : between / all;
    return { ...membersOf(model, fit, { term: t, level, averaged }), variance, share };
  });
  return freeze<MultiMembership<M>>({
    measure,
    k: built.used.length,
    coefficients,
    vcov,
    aliased: built.names.filter((_, column) => !basis.kept.includes(column)),
    terms: described,
    tau2: {
      value: best.theta[0]!,
      method: "REML",
      se: null,
      ci: null,
      atBoundary: best.theta[0] === 0,
      iterations: best.iterations,
      converged: best.converged,
    },
    effectiveDf: effectiveDf(model, best, fit),
    fit: statistics(model, best),
    data: {
      formula: built.formula,
      studies: built.used.map((row) => effects[row]!.study),
      X: { names: built.names, rows: built.used.map((_, i) => built.X.map((column) => column[i]!)) },
    },
    leftOut: built.leftOut,
    level,
    warnings: warningsOf(model, best, spread.isSeparable),
  });
}

/** Leads from the orthonormal columns back to those of the data. */
function fixedPart(
  { mixed: { fixed, design }, basis: { R, kept }, built }: MembershipModel,
  { effects, vcov: C }: MixedFit,
  level: number,
): Pick<MultiMembership, "coefficients" | "vcov"> {
  const { p } = design;
  const inverse = invertTriangle(R);
  const rows = kept.map((_, i) => Array.from(kept, (__, m) => (m >= i ? inverse[m]![i]! : 0)));
  const vcov = rows.map((a) =>
    rows.map((b) => a.reduce((sum, x, i) => sum + b.reduce((part, z, j) => part + x * z * C[i * p + j]!, 0), 0)),
  );
  const df = built.used.length - fixed;
  return {
    coefficients: rows.map((row, i) => {
      const estimate = row.reduce((sum, share, m) => sum + share * effects[m]!, 0);
      const se = Math.sqrt(vcov[i]![i]!);
      return { name: built.names[kept[i]!]!, estimate, ci: intervalAround(estimate, { se, df, level, method: "t" }) };
    }),
    vcov,
  };
}

function membersOf(
  { mixed: { fixed, termOf, design }, terms }: MembershipModel,
  { effects, vcov: C }: MixedFit,
  {
    term,
    level,
    averaged,
  }: { readonly term: number; readonly level: number; readonly averaged: AveragedMembers | null },
): Pick<MembershipTerm, "column" | "members" | "vcov" | "averaged"> {
  const { p } = design;
  const { column, names, rows } = terms[term]!;
  const first = fixed + termOf.indexOf(term);
  const used = new Int32Array(names.length);
  for (const row of rows) for (const [place] of row) used[place]! += 1;
  return {
    column,
    members: names.map((member, i) => {
      const estimate = effects[first + i]!;
      const se = Math.sqrt(C[(first + i) * (p + 1)]!);
      const half = halfWidth(level, { se, df: null });
      const known = { lower: estimate - half, upper: estimate + half, level, method: "z" };
      return { member, estimate, se, ci: averaged?.limits[i] ?? known, k: used[i]! };
    }),
    vcov: names.map((_, i) => names.map((__, j) => C[(first + i) * p + first + j]!)),
    averaged: averaged && { estimates: averaged.estimates, vcov: averaged.vcov },
  };
}

/** Hodges & Sargent 2001, Biometrika 88:367-379. */
function effectiveDf(
  { mixed: { fixed, termOf, design } }: MembershipModel,
  { theta }: MixedMaximum,
  { vcov }: MixedFit,
) {
  return termOf.reduce((sum, term, i) => {
    const variance = theta[1 + term]!;
    return variance === 0 ? sum : sum + 1 - vcov[(fixed + i) * (design.p + 1)]! / variance;
  }, fixed);
}

/** The restricted likelihood of k − p contrasts of unit length, ½log|X′X| being added (Harville 1974, Biometrika 61:383-385). */
function statistics({ basis, built, mixed }: MembershipModel, { logLik }: MixedMaximum): MultiMembership["fit"] {
  const lengths = ({ R }: { readonly R: readonly Float64Array[] }) =>
    R.reduce((sum, row, j) => sum + Math.log(row[j]!), 0);
  const { fixed } = mixed;
  const parameters = fixed + 1 + mixed.terms;
  const equal = orthogonalise(built.X, new Float64Array(built.used.length).fill(1));
  return { ...criteria(logLik + lengths(equal) - lengths(basis), built.used.length - fixed, parameters), parameters };
}

function warningsOf({ terms, built }: MembershipModel, best: MixedMaximum, isSeparable: boolean): readonly Warning[] {
  const missing = [...new Set(built.leftOut.flatMap((each) => each.missing))];
  return [
    ...(best.converged ? [] : [texts.notConverged({ method: "REML", iterations: best.iterations })]),
    ...(isSeparable ? [] : [texts.membersAreEffects({ column: terms.map(({ column }) => column).join(", ") })]),
    ...terms.flatMap(({ column }, t) => (best.theta[1 + t] === 0 ? [texts.noVariance({ of: column })] : [])),
    ...(built.leftOut.length > 0
      ? [texts.leftOutForModerator({ studies: built.leftOut.map(({ study }) => study), missing })]
      : []),
  ];
}
