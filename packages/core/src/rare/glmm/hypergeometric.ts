import { logGamma } from "../../numerics/gamma.js";
import { cellAtOddsRatio } from "../cellAtOddsRatio.js";
import type { Stratum } from "../zeroCells.js";
import type { Component } from "./component.js";
import { decreasingRoot } from "./decreasingRoot.js";

/**
 * Fisher's non-central hypergeometric likelihood of a table with fixed margins, by its log odds ratio: P(a) =
 * f(a)/Σf(u), f(u) = C(n₁, u) C(n₂, m − u) exp(uη). The sum starts at its largest term and ends where terms are too
 * small to count, O(√m) of them.
 *
 * Fisher 1935, JRSS 98:39-54; Liao & Rosen 2001, The American Statistician 55:366-369; Stijnen, Hamza & Özdemir 2010,
 * Statistics in Medicine 29:3046-3067, eq. 3.
 */
export function hypergeometric({ a, n1, c, n2 }: Stratum): Component {
  const m = a + c;
  const least = Math.max(0, m - n2);
  const most = Math.min(n1, m);
  const observed = logChoose(n1, a) + logChoose(n2, c);

  const evaluate = (eta: number, jet: Float64Array): void => {
    const psi = Math.exp(eta);
    const middle = cellAtOddsRatio({ n1: n1 + 1, n2: n2 + 1, m: m + 1 }, psi);
    const mode = Math.min(most, Math.max(least, Math.floor(middle)));
    let [s0, s1, s2, s3] = [1, 0, 0, 0];
    for (const direction of [1, -1] as const) {
      let term = 1;
      for (let u = mode + direction; u >= least && u <= most; u += direction) {
        // f(u)/f(u − 1) on the way up, f(u)/f(u + 1) on the way down
        term *=
          direction > 0
            ? ((n1 - u + 1) / u) * ((m - u + 1) / (n2 - m + u)) * psi
            : (((u + 1) / (n1 - u)) * ((n2 - m + u + 1) / (m - u))) / psi;
        if (term < NEGLIGIBLE * s0) break;
        const d = u - mode;
        s0 += term;
        s1 += term * d;
        s2 += term * d * d;
        s3 += term * d * d * d;
      }
    }
    const mean = s1 / s0;
    const second = s2 / s0;
    const logTop = logChoose(n1, mode) + logChoose(n2, m - mode);
    jet[0] = observed - logTop + (a - mode) * eta - Math.log(s0);
    jet[1] = a - mode - mean;
    jet[2] = -(second - mean * mean);
    jet[3] = -(s3 / s0 - 3 * mean * second + 2 * mean ** 3);
  };

  return {
    evaluate,
    best() {
      if (a === least || a === most) return { eta: a === least ? -Infinity : Infinity, information: 0, logLik: 0 };
      const jet = new Float64Array(4);
      const slopeAt = (eta: number) => {
        evaluate(eta, jet);
        return jet[1]!;
      };
      const start = Math.log(a / (n1 - a)) - Math.log(c / (n2 - c));
      const information = 1 / (1 / a + 1 / (n1 - a) + 1 / c + 1 / (n2 - c));
      const eta = decreasingRoot(slopeAt, start, { slope: -information });
      evaluate(eta, jet);
      return { eta, information: -jet[2]!, logLik: jet[0]! };
    },
  };
}

/** Terms below this share of the sum end it. */
const NEGLIGIBLE = 1e-20;

function logChoose(n: number, r: number): number {
  return logGamma(n + 1) - logGamma(r + 1) - logGamma(n - r + 1);
}
