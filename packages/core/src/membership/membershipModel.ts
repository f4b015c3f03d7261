import type { Effect, Measure } from "../effects/effect.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { type BuiltDesign, buildDesign } from "../formula/buildDesign.js";
import { checkEffects } from "../pool/checkEffects.js";
import { type Basis, orthogonalise } from "../regression/orthogonalise.js";
import { compactDesign } from "../sparse/mixed/compactDesign.js";
import type { MixedDesign } from "../sparse/mixed/mixedDesign.js";
import { sparseDesign } from "../sparse/sparseDesign.js";
import { type Memberships, membershipsOf } from "./memberships.js";
import type { ResolvedMembership } from "./options.js";

/** Effects on orthonormal fixed columns and on the columns of members. */
export interface MembershipModel<M extends Measure = Measure> {
  readonly measure: M;
  readonly mixed: MixedDesign;
  /** With the same likelihood, and no more columns than effects: for the variances. */
  readonly compact: MixedDesign;
  readonly basis: Basis;
  readonly built: BuiltDesign;
  readonly terms: readonly Memberships[];
}

/** The model of effects; without degrees of freedom beyond the fixed columns there is none. */
export function membershipModel<M extends Measure>(
  effects: readonly Effect<M>[],
  { members, moderators, design }: ResolvedMembership,
): MembershipModel<M> {
  const { measure, y, v } = checkEffects(effects);
  const built = buildDesign(effects, moderators, design);
  const used = built.used.map((row) => effects[row]!);
  const terms = members.map((column) => membershipsOf(used, column));
  const ownV = ofUsed(v, built);
  const ownY = ofUsed(y, built);
  const basis = orthogonalise(
    built.X,
    ownV.map((each) => 1 / each),
  );
  const fixed = basis.kept.length;
  if (fixed === 0) throw metaError(messages.noCoefficients({ formula: built.formula ?? built.names.join(", ") }));
  if (used.length <= fixed) throw metaError(messages.moreCoefficientsThanEffects({ k: used.length, p: fixed }));
  const firstOf = terms.map((_, t) => terms.slice(0, t).reduce((sum, { names }) => sum + names.length, fixed));
  const p = terms.reduce((sum, { names }) => sum + names.length, fixed);
  const rows = used.map((_, i) => ({
    x: [
      ...basis.Q.map((column, j) => [j, column[i]! * Math.sqrt(ownV[i]!)] as const),
      ...terms.flatMap(({ rows: amounts }, t) =>
        amounts[i]!.map(([place, amount]) => [firstOf[t]! + place, amount] as const),
      ),
    ],
    y: ownY[i]!,
    v: ownV[i]!,
  }));
  const mixed = {
    design: sparseDesign(p, rows),
    fixed,
    termOf: Int32Array.from(terms.flatMap(({ names }, t) => names.map(() => t))),
    terms: terms.length,
  };
  return { measure, mixed, compact: compactDesign(mixed), basis, built, terms };
}

function ofUsed(all: Float64Array, { used }: BuiltDesign): Float64Array {
  return Float64Array.from(used, (row) => all[row]!);
}
