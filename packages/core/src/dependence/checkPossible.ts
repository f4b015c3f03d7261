import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { cholesky } from "../linear/cholesky.js";
import { symmetricEigen } from "../linear/symmetricEigen.js";
import type { Cluster } from "./clusters.js";

/** What is left of the variance of an effect, given those before it, where it does not follow from them. */
const LEAST_OWN_VARIANCE = 1e-10;

/**
 * Refuses (`IMPOSSIBLE_CORRELATIONS`) correlations R that are not positive definite and says how far they would have to be
 * shrunk, to I + s(R − I), whose smallest eigenvalue 1 − s(1 − λ) is above 0 for s < 1/(1 − λ) with λ that of R.
 */
export function checkPossible({ label, rows }: Cluster, R: Float64Array): void {
  const n = rows.length;
  const L = cholesky(R, n);
  if (L !== null && rows.every((_, i) => L[i * n + i]! ** 2 > LEAST_OWN_VARIANCE)) return;
  const smallest = symmetricEigen(R, n).values[n - 1]!;
  const same = R.findIndex((r, at) => Math.floor(at / n) < at % n && Math.abs(r) > 1 - LEAST_OWN_VARIANCE);
  const isEqual = R.every((r, at) => at % (n + 1) === 0 || r === R[1]);
  throw metaError(
    messages.impossibleCorrelations({
      cluster: label,
      n,
      times: Math.min(1, 1 / (1 - smallest)),
      same: same < 0 ? null : [rows[Math.floor(same / n)]! + 1, rows[same % n]! + 1],
      isEqual,
    }),
  );
}
