import { dispersedIntercept } from "./dispersedMean.js";
import type { BiasCorrection } from "./method.js";

/**
 * Unrestricted weighted least squares: the inverse-variance mean with a standard error scaled by √(Q/(k − 1)). Small
 * studies weigh less than in a random-effects mean, and so does their bias.
 *
 * Stanley & Doucouliagos 2015, Statistics in Medicine 34:2116-2127.
 */
export const unrestrictedWls: BiasCorrection<"UWLS"> = {
  id: "UWLS",
  label: "unrestricted weighted least squares",
  citation: "Stanley & Doucouliagos 2015, Statistics in Medicine 34:2116-2127",
  minimumK: 2,
  compute: (y, v) => ({ ...dispersedIntercept(y, v, null), used: "UWLS" }),
};

/** z_{0.975} + z_{0.80}: an effect of so many standard errors is found with a power of 80 %. */
const ADEQUATE = 2.8;

/**
 * Weighted average of the adequately powered: UWLS of the studies whose standard error is at most |μ|/2.8, μ the UWLS
 * of all; UWLS of all where fewer than two are.
 *
 * Ioannidis, Stanley & Doucouliagos 2017, Economic Journal 127:F236-F265; Stanley, Doucouliagos & Ioannidis 2017,
 * Statistics in Medicine 36:1580-1598.
 */
export const waapWls: BiasCorrection<"WAAP-WLS"> = {
  id: "WAAP-WLS",
  label: "weighted average of the adequately powered studies, else UWLS",
  citation: "Ioannidis, Stanley & Doucouliagos 2017, Economic Journal 127:F236-F265",
  minimumK: 2,
  compute(y, v) {
    const all = unrestrictedWls.compute(y, v);
    const isAdequate = (_: number, i: number) => Math.sqrt(v[i]!) <= Math.abs(all.estimate) / ADEQUATE;
    const powered = v.filter(isAdequate);
    if (powered.length < 2) {
      return { ...all, notes: [`${powered.length} of ${y.length} adequately powered: all are taken.`] };
    }
    const notes = [`${powered.length} of ${y.length} adequately powered.`];
    return { ...dispersedIntercept(y.filter(isAdequate), powered, null), used: "WAAP-WLS", notes };
  },
};
