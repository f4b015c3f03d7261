import type { Effect, Measure } from "../../effects/effect.js";
import { check } from "../../errors/check.js";
import { checkOptionNames } from "../../errors/checkOptionNames.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { bilinear, dot } from "../../linear/products.js";
import { symmetricEigen } from "../../linear/symmetricEigen.js";
import { freeze } from "../../numerics/freeze.js";
import type { OneMeasure } from "../../pool/oneMeasure.js";
import { orthogonalise, projectOut } from "../../regression/orthogonalise.js";
import { mixedLikelihood } from "../../sparse/mixed/mixedLikelihood.js";
import { type MembershipModel, membershipModel } from "../membershipModel.js";
import { type MultiMembershipOptions, resolveMembership } from "../options.js";

/** What to suppose of the variances, and what to ask. */
export interface MemberInformationOptions extends MultiMembershipOptions {
  /** σ², the variance of members' effects. */
  readonly variance: number;
  /** Between effects beyond their members. */
  readonly tau2: number;
  /** Sums of members' effects of which to know the prediction variance: [{ BL23: 1, BL40: -1 }]; none unless given. */
  readonly contrasts?: readonly Readonly<Record<string, number>>[];
}

/** What effects tell of a member. */
export interface InformedMember {
  readonly member: string;
  /** Effects that have it. */
  readonly k: number;
  /** Standard error of its prediction. */
  readonly se: number;
  /** 1 − se²/σ²: 0 where effects tell nothing of it, 1 where everything. */
  readonly reliability: number;
}

/** The frozen, JSON-serialisable result of {@link memberInformation}, of the first column of members. */
export interface MemberInformation {
  readonly members: readonly InformedMember[];
  /** Independent columns among the members beyond the fixed part, of as many as there are members. */
  readonly rank: number;
  /** Root of the largest over the smallest eigenvalue of those. */
  readonly condition: number;
  /** Prediction variances of the contrasts asked for. */
  readonly contrasts: readonly number[];
}

/** An eigenvalue in parts of the largest below which it counts as 0. */
const NOTHING = 1e-10;

/**
 * What a set of effects with members could tell of them if their variance were known, whatever the effects are: the design alone.
 * With one effect more it says what that would add.
 *
 * Throws what `multiMembership` throws, `NOT_A_VALID_NUMBER` for variances below 0, and `UNKNOWN_CHOICE` for a contrast of a member
 * that there is not.
 *
 * Henderson 1975, Biometrics 31:423-447 (prediction error variances).
 *
 * @example
 * import { memberInformation } from "@acumeta/core";
 * const trials = [
 *   { study: "A", measure: "SMD", yi: 0, vi: 0.02, points: ["BL23", "GV3"] },
 *   { study: "B", measure: "SMD", yi: 0, vi: 0.03, points: ["BL23", "BL40"] },
 *   { study: "C", measure: "SMD", yi: 0, vi: 0.05, points: ["BL40"] },
 * ] as const;
 * const told = memberInformation(trials, { members: "points", variance: 0.04, tau2: 0.01, contrasts: [{ BL23: 1, BL40: -1 }] });
 * told.members.map(({ member, reliability }) => [member, reliability]);
 * // => [["BL23", 0.3093], ["BL40", 0.2887], ["GV3", 0.2887]]
 * told.contrasts; // => [0.0495]
 */
export function memberInformation<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  options: MemberInformationOptions,
): MemberInformation {
  const known = ["members", "moderators", "missing", "reference", "coding", "level", "variance", "tau2", "contrasts"];
  checkOptionNames(options, known, { sigma2: "variance" });
  const { variance, tau2, contrasts = [], ...asked } = options;
  check({ variance }, (value) => value > 0 && Number.isFinite(value), "a variance above 0");
  check({ tau2 }, (value) => value >= 0 && Number.isFinite(value), "a variance, 0 or more");
  const model = membershipModel<M>(effects, resolveMembership(asked));
  const { mixed, terms } = model;
  const [{ names, rows }] = terms as readonly [MembershipModel["terms"][number]];
  const theta = Float64Array.of(tau2, ...terms.map(() => variance));
  const { vcov } = mixedLikelihood(mixed, theta)!;
  const { p } = mixed.design;
  const n = names.length;
  const C = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) C[i * n + j] = vcov[(mixed.fixed + i) * p + mixed.fixed + j]!;
  const { values, count } = spectrum(model);
  return freeze<MemberInformation>({
    members: names.map((member, i) => ({
      member,
      k: rows.filter((row) => row.some(([place]) => place === i)).length,
      se: Math.sqrt(C[i * n + i]!),
      reliability: Math.max(0, 1 - C[i * n + i]! / variance),
    })),
    rank: count,
    condition: count === 0 ? 1 : Math.sqrt(values[0]! / values[count - 1]!),
    contrasts: contrasts.map((contrast) => {
      const c = weightsOf(contrast, names);
      return bilinear(c, C, c);
    }),
  });
}

function weightsOf(contrast: Readonly<Record<string, number>>, names: readonly string[]): Float64Array {
  const c = new Float64Array(names.length);
  for (const [name, weight] of Object.entries({ ...contrast })) {
    const place = names.indexOf(name);
    if (place === -1) throw metaError(messages.unknownChoice({ option: "contrasts", id: name, known: names }));
    check({ [name]: weight }, Number.isFinite, "a finite weight");
    c[place] = weight;
  }
  return c;
}

/** Eigenvalues of MZZ′M, the largest first, with M = I − X(X′X)⁻¹X′, and how many count. */
function spectrum({ built, terms: [term] }: MembershipModel) {
  const k = built.used.length;
  const { Q } = orthogonalise(built.X, new Float64Array(k).fill(1));
  const Z = term!.names.map(() => new Float64Array(k));
  for (const [i, row] of term!.rows.entries()) for (const [place, amount] of row) Z[place]![i] = amount;
  for (const z of Z) projectOut(Q, z);
  const size = Math.min(k, Z.length);
  const products =
    k <= Z.length
      ? Float64Array.from({ length: k * k }, (_, at) =>
          Z.reduce((sum, z) => sum + z[Math.floor(at / k)]! * z[at % k]!, 0),
        )
      : Float64Array.from(Z.flatMap((a) => Z.map((b) => dot(a, b))));
  const { values } = symmetricEigen(products, size);
  return { values, count: Array.from(values).filter((value) => value > NOTHING * values[0]!).length };
}
