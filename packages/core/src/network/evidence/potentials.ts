import type { SparseLeastSquares } from "../../sparse/sparseLeastSquares.js";
import type { NetworkModel } from "../arrange/networkModel.js";

/** The covariance of the effect of one treatment against another, by their places, with the effect of each treatment. */
export type Potentials = (treatment: number, against: number) => Float64Array;

/**
 * Covariances that tell how an estimate is made: it takes the comparison of c against d, of weight w, by w(z_c − z_d). With
 * weights as conductances z are the voltages where a current of 1 goes in at the one treatment and out at the other.
 *
 * Rücker 2012, Research Synthesis Methods 3:312-324.
 */
export function potentials(
  { treatments, reference, design: { p } }: NetworkModel,
  fit: SparseLeastSquares,
): Potentials {
  const C = fit.vcov();
  const rowOf = (place: number) => (place < reference ? place : place - 1) * p;
  return (treatment, against) => {
    const z = new Float64Array(treatments.length);
    for (const [place, sign] of [
      [treatment, 1],
      [against, -1],
    ] as const) {
      if (place === reference) continue;
      const row = rowOf(place);
      for (let other = 0; other < z.length; other++)
        if (other !== reference) z[other]! += sign * C[row + (other < reference ? other : other - 1)]!;
    }
    return z;
  };
}
