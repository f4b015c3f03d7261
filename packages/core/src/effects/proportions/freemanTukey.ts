import { harmonicMeanOf } from "../harmonicMean.js";
import { type GroupSize, level } from "../measure.js";
import { type ProportionMeasure, proportionMeasure } from "./proportion.js";

/**
 * Freeman-Tukey double arcsine of a proportion, ½(asin √(a/(n + 1)) + asin √((a + 1)/(n + 1))), with variance 1/(4n + 2).
 * Defined at 0 and n, which are left as they are unless `to` says otherwise.
 * Freeman & Tukey 1950, Annals of Mathematical Statistics 21:607-611.
 *
 * Back again by Miller's inverse p = ½(1 − sgn(cos t)√(1 − (sin t + (sin t − 1/sin t)/n)²)), t = 2y: 0 and 1 beyond the
 * y of no and of n events. n is the number of patients; of a pooled y the harmonic mean of the studies', as Miller
 * proposes, can mislead where they differ much (Schwarzer, Chemaitelly, Abu-Raddad & Rücker 2019, Research Synthesis
 * Methods 10:476-483). Without it the limit of large n, sin² y. Miller 1978, The American Statistician 32:138.
 *
 * @example
 * import { backTransform, effectSize } from "@acumeta/core";
 * const y = effectSize("PFT", { a: 16, n: 17 }).yi;
 * y; // => 1.2819073
 * backTransform("PFT", y, { n: 17 }); // => 0.94117647
 * backTransform("PFT", y, { n: [17, 12, 8] }); // => 0.95099649
 */
export const freemanTukeyProportion: ProportionMeasure<"PFT"> = proportionMeasure({
  ...level,
  id: "PFT",
  label: "proportion (Freeman-Tukey double arcsine)",
  citation:
    "Freeman & Tukey 1950, Annals of Mathematical Statistics 21:607-611; Miller 1978, The American Statistician 32:138",
  backTransform: millersInverse,
  axisLabel: "Proportion",
  to: "none",
  of: ({ a, n }) => ({ yi: doubleArcsine(a, n), vi: 1 / (4 * n + 2) }),
});

function doubleArcsine(a: number, n: number): number {
  return (Math.asin(Math.sqrt(a / (n + 1))) + Math.asin(Math.sqrt((a + 1) / (n + 1)))) / 2;
}

function millersInverse(y: number, { n }: GroupSize = {}): number {
  if (n === undefined) return Math.sin(Math.min(Math.PI / 2, Math.max(0, y))) ** 2;
  const size = harmonicMeanOf({ n });
  if (y <= doubleArcsine(0, size)) return 0;
  if (y >= doubleArcsine(size, size)) return 1;
  const sine = Math.sin(2 * y);
  const inner = sine + (sine - 1 / sine) / size;
  return (1 - Math.sign(Math.cos(2 * y)) * Math.sqrt(Math.max(0, 1 - inner ** 2))) / 2;
}
