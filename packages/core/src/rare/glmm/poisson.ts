import { logGamma } from "../../numerics/gamma.js";
import type { Component } from "./component.js";

/** x events in a time t at the rate exp(η). */
export function poisson(x: number, t: number): Component {
  const constant = x * Math.log(t) - logGamma(x + 1);
  return {
    evaluate(eta, jet) {
      const mean = t * Math.exp(eta);
      jet[0] = constant + x * eta - mean;
      jet[1] = x - mean;
      jet[2] = -mean;
      jet[3] = -mean;
    },
    best() {
      if (x === 0) return { eta: -Infinity, information: 0, logLik: 0 };
      return { eta: Math.log(x / t), information: x, logLik: constant + x * Math.log(x / t) - x };
    },
  };
}
