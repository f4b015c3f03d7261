import type { Measure } from "../../effects/effect.js";

/** What a set of studies is like, as far as it decides how much a method is worth. */
export interface Circumstances {
  readonly k: number;
  readonly measure: Measure;
  /** Percent. */
  readonly I2: number;
  /** Whether standard errors differ by less than a quarter: then none is a small study among large ones. */
  readonly similarSizes: boolean;
}

/**
 * Measures whose standard error depends on the effect, so that the funnel is slanted without any bias; what to take.
 */
const INSTEAD: Readonly<Partial<Record<Measure, string>>> = {
  SMD: '"Pustejovsky"',
  SMDH: '"Pustejovsky"',
  logRR: '"Peters" or "Harbord"',
  logOR: '"Peters" or "Harbord"',
  logIRR: 'the predictor "sqrtninv"',
  COR: 'the predictor "sqrtninv"',
  PLO: 'the predictor "sqrtninv"',
};

/** Tests that look at sizes which do not depend on the effect. */
const UNCOUPLED: readonly string[] = ["Harbord", "Peters", "Deeks", "Schwarzer", "Pustejovsky"];

const FEW = 10;

function studies(k: number): string {
  return k === 1 ? "1 study" : `${k} studies`;
}

/** The general caution: what no method can make up for. */
export function cautionOf({ k, I2, similarSizes }: Circumstances): string {
  return [
    k < FEW
      ? `${studies(k)} ${k === 1 ? "is" : "are"} too few to tell small-study effects from chance: tests need ${FEW} (Sterne et al. 2011).`
      : `With ${studies(k)} a test finds only strong small-study effects: no p value speaks for their absence.`,
    ...(similarSizes ? ["The studies are of nearly the same size, so that none can show what small ones do."] : []),
    ...(I2 > 50 ? [`Heterogeneity (I² ${I2.toFixed(0)} %) alone can make a funnel look asymmetric.`] : []),
    "Asymmetry has causes other than unpublished studies: poorer methods or other patients in small trials, chance.",
  ].join(" ");
}

/** What a regression or rank test is worth. */
export function worthOfTest(test: string, { k, measure, I2 }: Circumstances): string {
  const power = k < FEW ? `Low power with ${studies(k)}.` : k < 20 ? "Moderate power." : "Fair power.";
  if (test === "Begg") return `${power} Weaker than Egger's test, but free of its straight line.`;
  const instead = UNCOUPLED.includes(test) ? undefined : INSTEAD[measure];
  if (instead !== undefined)
    return `${power} Rejects too often for ${measure}, whose standard error goes with the effect: see ${instead}.`;
  if (test === "Egger" && I2 > 50) return `${power} Takes heterogeneity for noise of each study: see "mixed".`;
  return power;
}

export function worthOfTrimAndFill({ k, I2 }: Circumstances): string {
  const few = k < FEW ? ` With ${studies(k)} k₀ is mostly chance.` : "";
  return I2 > 50
    ? `Little: with I² ${I2.toFixed(0)} % it fills in studies where none is missing (Peters et al. 2007).${few}`
    : `A sensitivity analysis that takes all asymmetry for missing studies.${few}`;
}

export function worthOfExcess({ k, I2 }: Circumstances): string {
  const few = k < FEW ? `Low power with ${studies(k)}. ` : "";
  return I2 > 50
    ? `${few}Heterogeneity (I² ${I2.toFixed(0)} %) by itself makes an excess: not a sign of selection here.`
    : `${few}A hint at selective reporting; the pooled effect, if biased, hides it.`;
}

export function worthOfCorrection(method: string, { k, I2 }: Circumstances): string {
  if (method === "UWLS" || method === "WAAP-WLS")
    return "Less biased than a random-effects mean where small studies are; no correction where all are.";
  if (k < FEW) return `Unreliable: an extrapolation from ${studies(k)}.`;
  if (k < 20 || I2 > 80) return "Unreliable with fewer than 20 studies or I² above 80 % (Stanley 2017).";
  return "A sensitivity analysis; its interval, not its point, is what it says.";
}

export function worthOfLimit({ k }: Circumstances): string {
  return k < FEW
    ? `Unreliable: an extrapolation from ${studies(k)}.`
    : "A sensitivity analysis that allows for heterogeneity.";
}

export const worthOfHenmiCopas =
  "An interval that bias of small studies moves little, whether there is any or not; the wider for heterogeneity.";
