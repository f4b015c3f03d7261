import { logRatio, type MantelHaenszelMeasure } from "./measure.js";

/**
 * Odds ratio Σ(ad/N)/Σ(bc/N), as its logarithm, with the variance
 *
 *   ΣPR/(2(ΣR)²) + Σ(PS + QR)/(2ΣRΣS) + ΣQS/(2(ΣS)²),   P = (a + d)/N, Q = (b + c)/N, R = ad/N, S = bc/N
 *
 * Mantel & Haenszel 1959, JNCI 22:719-748; Robins, Breslow & Greenland 1986, Biometrics 42:311-323, eq. 3.
 */
export const oddsRatio: MantelHaenszelMeasure<"OR"> = {
  id: "OR",
  label: "odds ratio",
  citation: "Mantel & Haenszel 1959, JNCI 22:719-748; Robins, Breslow & Greenland 1986, Biometrics 42:311-323",
  scale: "logOR",
  per: "patients",
  weight: ({ a, n1, c, n2 }) => ((n1 - a) * c) / (n1 + n2),
  pooled({ ofVariance }) {
    let [sumR, sumS, PR, PSQR, QS] = [0, 0, 0, 0, 0];
    for (const { a, n1, c, n2 } of ofVariance) {
      const [b, d, N] = [n1 - a, n2 - c, n1 + n2];
      const P = (a + d) / N;
      const Q = (b + c) / N;
      const R = (a * d) / N;
      const S = (b * c) / N;
      sumR += R;
      sumS += S;
      PR += P * R;
      PSQR += P * S + Q * R;
      QS += Q * S;
    }
    return logRatio(sumR, sumS, (PR / sumR ** 2 + PSQR / (sumR * sumS) + QS / sumS ** 2) / 2);
  },
  effect: ({ a, n1, c, n2 }) => Math.log(a / (n1 - a)) - Math.log(c / (n2 - c)),
  effectVariance: ({ a, n1, c, n2 }) => 1 / a + 1 / (n1 - a) + 1 / c + 1 / (n2 - c),
};
