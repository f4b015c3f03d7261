import { consistencyModel } from "../network/arrange/networkDesign.js";
import { chiSquareCdf } from "../numerics/chiSquare.js";
import { type SparseLeastSquares, sparseLeastSquares } from "../sparse/sparseLeastSquares.js";
import type { ArrangedComponents } from "./design/arrangeComponents.js";
import type { AdditivityTest } from "./result.js";

/**
 * By how much Q falls where each treatment has an effect of its own; null where no trial joins the parts of the network.
 *
 * Rücker, Petropoulou & Schwarzer 2020, Biometrical Journal 62:808-821.
 */
export function additivity(
  { trials, treatments, parts }: ArrangedComponents,
  { q1, df }: SparseLeastSquares,
): AdditivityTest | null {
  if (parts.length > 1) return null;
  const { design } = consistencyModel(trials, treatments, 0);
  const standard = sparseLeastSquares(design, 0);
  const difference = df - standard.df;
  const Q = difference === 0 ? 0 : Math.max(0, q1 - standard.q1);
  return {
    QStandard: standard.q1,
    dfStandard: standard.df,
    Q,
    df: difference,
    p: difference === 0 ? 1 : chiSquareCdf(Q, difference, { upper: true }),
  };
}
