import { bilinear, crossProducts, dot, multiply } from "../../linear/products.js";
import { pseudoInverse } from "../../linear/pseudoInverse.js";
import { solveAll } from "../model/blockVectors.js";
import { expectedTraces } from "./expectedTraces.js";
import { movedColumns, slopesOfVariance } from "./slopesOfVcov.js";
import type { CoefficientTestRule, TestInput } from "./test.js";

/**
 * Covariance of the coefficients enlarged by what the estimation of the variances adds, Φ + 2Φ ΣΣ wᵢⱼ(Qᵢⱼ − PᵢΦPⱼ) Φ, and
 * a t distribution with its degrees of freedom, which for one coefficient are 2(c′Φc)²/(g′Wg). W is the inverse of the
 * expected information; the second derivatives of M count as 0, as they are for the variances and covariances of ID,
 * DIAG, CS and UN. The information is that of the restricted likelihood. Of several coefficients at once the F test has
 * the degrees of freedom that theirs make (Fai & Cornelius 1996), not Kenward and Roger's scale of F.
 */
export const kenwardRoger = {
  id: "Kenward-Roger",
  label: "t distribution with Kenward and Roger's variance and degrees of freedom",
  citation: "Kenward & Roger 1997, Biometrics 53:983-997",
  compute: (input) => {
    const { model, at, free } = input;
    const p = model.X.length;
    const moved = free.map((j) => movedColumns(model, at)[j]!);
    const solved = moved.map((columns) => columns.map((column) => solveAll(at.factors, column)));
    const P = moved.map((columns) => crossProducts(columns, at.WX));
    const Q = moved.map((columns) => solved.map((others) => crossProducts(columns, others)));
    const W = inverseInformation(input, P, Q);
    const inner = new Float64Array(p * p);
    for (const [i, row] of Q.entries())
      for (const [j, both] of row.entries()) {
        const correction = product(P[i]!, product(at.C, P[j]!, p), p);
        for (let at = 0; at < inner.length; at++) inner[at]! += W[i * free.length + j]! * (both[at]! - correction[at]!);
      }
    const added = product(at.C, product(inner, at.C, p), p);
    const residual = model.y.length - p;
    return {
      vcov: at.C.map((each, i) => each + 2 * added[i]!),
      df: (combination) => {
        const slopes = slopesOfVariance(P, multiply(at.C, combination));
        const ofVariance = bilinear(slopes, W, slopes);
        return ofVariance > 0 ? (2 * bilinear(combination, at.C, combination) ** 2) / ofVariance : residual;
      },
    };
  },
} as const satisfies CoefficientTestRule;

/** The (pseudo-)inverse of ½[tr(M⁻¹EᵢM⁻¹Eⱼ) − tr(2ΦQᵢⱼ − ΦPᵢΦPⱼ)]. */
function inverseInformation(
  { model, at, free }: TestInput,
  P: readonly Float64Array[],
  Q: readonly (readonly Float64Array[])[],
): Float64Array {
  const p = model.X.length;
  const n = free.length;
  const traces = expectedTraces(model, at, free);
  const information = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const twice = 2 * dot(at.C, Q[i]![j]!) - trace(product(product(at.C, P[i]!, p), product(at.C, P[j]!, p), p), p);
      information[i * n + j] = 0.5 * (traces[i * n + j]! - twice);
    }
  return pseudoInverse(information, n);
}

function product(A: Float64Array, B: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) for (let m = 0; m < n; m++) out[i * n + j]! += A[i * n + m]! * B[m * n + j]!;
  return out;
}

function trace(A: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += A[i * n + i]!;
  return sum;
}
