import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { cholesky } from "../linear/cholesky.js";
import { dot } from "../linear/products.js";
import { orthogonalise, projectOut } from "../regression/orthogonalise.js";
import type { MembershipModel } from "./membershipModel.js";

/** How members spread effects beyond what the fixed columns tell, with M = I − X(X′X)⁻¹X′. */
export interface SpreadOfMembers {
  /** For each term tr(Z′MZ)/(k − p): how much variance a member variance of 1 gives an effect. */
  readonly perVariance: readonly number[];
  /** Whether no term spreads effects as another one does, or as differences between effects do. */
  readonly isSeparable: boolean;
}

/** What is left of a term's spread beyond others, in parts of it, below which they count as the same. */
const SAME = 1e-6;

/** Refuses (`MEMBERS_NOT_TOLD`) a term that spreads nothing. */
export function spreadOfMembers({ built, terms }: MembershipModel): SpreadOfMembers {
  const k = built.used.length;
  const { Q } = orthogonalise(built.X, new Float64Array(k).fill(1));
  const df = k - Q.length;
  const columns = terms.map(({ names, rows }) => {
    const Z = names.map(() => new Float64Array(k));
    for (const [i, row] of rows.entries()) for (const [place, amount] of row) Z[place]![i] = amount;
    const whole = Z.reduce((sum, z) => sum + dot(z, z), 0);
    for (const z of Z) projectOut(Q, z);
    return { Z, whole, left: Z.reduce((sum, z) => sum + dot(z, z), 0) };
  });
  for (const [t, { whole, left }] of columns.entries())
    if (left <= SAME * whole) throw metaError(messages.membersNotTold({ column: terms[t]!.column }));
  const size = 1 + terms.length;
  const together = new Float64Array(size * size);
  const traceOf = (i: number, j: number) => {
    if (i === 0 && j === 0) return df;
    if (i === 0 || j === 0) return columns[Math.max(i, j) - 1]!.left;
    return columns[i - 1]!.Z.reduce(
      (sum, a) => sum + columns[j - 1]!.Z.reduce((part, b) => part + dot(a, b) ** 2, 0),
      0,
    );
  };
  for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) together[i * size + j] = traceOf(i, j);
  const scaled = together.map((each, place) => {
    const [i, j] = [Math.floor(place / size), place % size];
    return each / Math.sqrt(together[i * (size + 1)]! * together[j * (size + 1)]!);
  });
  for (let i = 0; i < size; i++) scaled[i * (size + 1)]! -= SAME;
  return { perVariance: columns.map(({ left }) => left / df), isSeparable: cholesky(scaled, size) !== null };
}
