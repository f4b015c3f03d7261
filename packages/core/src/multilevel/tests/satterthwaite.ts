import { bilinear, crossProducts, multiply } from "../../linear/products.js";
import { pseudoInverse } from "../../linear/pseudoInverse.js";
import { submatrix } from "../../linear/submatrix.js";
import { movedColumns, slopesOfVariance } from "./slopesOfVcov.js";
import type { CoefficientTestRule } from "./test.js";

/**
 * t distribution whose degrees of freedom are twice the squared variance of the coefficient over the variance of that
 * variance, from the second derivatives of the likelihood. Parameters at a bound count as known, and directions in which
 * the likelihood is flat as nothing; k − p where no parameter is left.
 */
export const satterthwaite = {
  id: "Satterthwaite",
  label: "t distribution with Satterthwaite's degrees of freedom",
  citation: "Satterthwaite 1946, Biometrics Bulletin 2:110-114; Giesbrecht & Burns 1985, Biometrics 41:477-486",
  compute: ({ model, at, free, hessian }) => {
    const moved = movedColumns(model, at);
    const informations = free.map((j) => crossProducts(moved[j]!, at.WX));
    const covariance = pseudoInverse(submatrix(hessian, moved.length, free), free.length);
    return {
      vcov: at.C,
      df: (combination) => {
        const slopes = slopesOfVariance(informations, multiply(at.C, combination));
        const ofVariance = bilinear(slopes, covariance, slopes);
        const residual = model.y.length - model.X.length;
        if (!(ofVariance > 0)) return residual;
        return (2 * bilinear(combination, at.C, combination) ** 2) / ofVariance;
      },
    };
  },
} as const satisfies CoefficientTestRule;
