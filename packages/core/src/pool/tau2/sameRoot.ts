import type { Tau2Estimator } from "./estimator.js";
import { pauleMandel } from "./pauleMandel.js";

/**
 * Estimators that differ from Paule and Mandel's in how they are derived and iterated, but not in what they find: the
 * fixed point of each is the τ² at which the generalised Q equals k − 1, or 0. They are kept under their own names for
 * those who look for them.
 */
function sameRoot<Id extends string>(id: Id, label: string, citation: string): Tau2Estimator<Id> {
  return { ...pauleMandel, id, label, citation, r: id };
}

/** From the approximate likelihood of Morris: Viechtbauer et al. 2015 show that it is Paule and Mandel's. */
export const empiricalBayes = sameRoot(
  "EB",
  "empirical Bayes (Morris), equal to Paule-Mandel",
  "Morris 1983, Journal of the American Statistical Association 78:47-55",
);

/** DerSimonian and Laird's estimator with weights 1/(v + τ²) renewed until nothing changes. */
export const dersimonianLairdIterated = sameRoot(
  "DLIT",
  "DerSimonian-Laird, iterated, equal to Paule-Mandel",
  "DerSimonian & Kacker 2007, Contemporary Clinical Trials 28:105-114, sec. 3",
);

/** Sidik and Jonkman's estimator with τ₀² renewed until nothing changes. */
export const sidikJonkmanIterated = sameRoot(
  "SJIT",
  "Sidik-Jonkman, iterated, equal to Paule-Mandel",
  "Sidik & Jonkman 2007, Statistics in Medicine 26:1964-1981",
);
