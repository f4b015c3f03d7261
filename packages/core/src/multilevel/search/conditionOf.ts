import { submatrix } from "../../linear/submatrix.js";
import { symmetricEigen } from "../../linear/symmetricEigen.js";
import type { Maximum } from "./maximise.js";

/** Condition number of the second derivatives along the free parameters, scaled to a unit diagonal; null where it is none. */
export function conditionOf({ x, hessian, free }: Maximum): number | null {
  const n = free.length;
  const H = submatrix(hessian, x.length, free);
  const scales = Float64Array.from(free, (_, i) => Math.sqrt(Math.abs(H[i * n + i]!)));
  if (n === 0 || scales.some((scale) => !(scale > 0))) return null;
  const { values } = symmetricEigen(
    H.map((each, at) => each / (scales[Math.floor(at / n)]! * scales[at % n]!)),
    n,
  );
  return values[n - 1]! > 0 ? values[0]! / values[n - 1]! : null;
}
