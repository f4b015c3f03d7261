import { logGamma } from "../../numerics/gamma.js";
import type { Component } from "./component.js";

/** x events of n with probability 1/(1 + exp(−η − offset)). */
export function binomial(x: number, n: number, offset = 0): Component {
  const constant = logGamma(n + 1) - logGamma(x + 1) - logGamma(n - x + 1);
  return {
    evaluate(eta, jet) {
      const e = eta + offset;
      const q = Math.exp(-Math.abs(e));
      const p = (e > 0 ? 1 : q) / (1 + q);
      const pq = q / (1 + q) ** 2;
      jet[0] = constant + x * e - n * (Math.max(e, 0) + Math.log1p(q));
      jet[1] = x - n * p;
      jet[2] = -n * pq;
      jet[3] = -n * pq * (1 - 2 * p);
    },
    best() {
      if (x === 0 || x === n) return { eta: x === 0 ? -Infinity : Infinity, information: 0, logLik: 0 };
      const logLik = constant + x * Math.log(x / n) + (n - x) * Math.log1p(-x / n);
      return { eta: Math.log(x / (n - x)) - offset, information: (x * (n - x)) / n, logLik };
    },
  };
}
