import { representable } from "../errors/check.js";
import { dot } from "../linear/products.js";
import { normalCdf } from "../numerics/normal.js";
import { halfWidth } from "../numerics/quantileCache.js";
import { tTwoSided } from "../numerics/studentT.js";
import type { Interval } from "../pool/result.js";
import { sandwichMoments } from "./moments.js";
import type { RobustCoefficient } from "./result.js";
import { coefficientDirection, covariance, NOTHING, type Sandwich } from "./sandwich.js";
import type { RobustTest } from "./test/robustTest.js";

/** Each coefficient with its test and interval. */
export function robustCoefficients(
  sandwich: Sandwich,
  { names, test, level }: { names: readonly string[]; test: RobustTest; level: number },
): readonly RobustCoefficient[] {
  return names.map((name, j) => {
    const estimate = sandwich.fit.beta[j]!;
    const along = coefficientDirection(sandwich, j);
    const { mean, variance } = sandwichMoments(sandwich, [along]);
    if (!(mean[0]! > NOTHING * dot(along, along))) return { name, estimate, ci: null };
    const se = Math.sqrt(covariance(sandwich, [along])[0]!);
    representable({ [`se of ${name}`]: se });
    const df = test.df(sandwich.sizes, (2 * mean[0]! ** 2) / variance);
    const half = halfWidth(level, { se, df });
    const bounds = { lower: estimate - half, upper: estimate + half, level, method: test.id, se, df };
    return { name, estimate, ci: { ...bounds, ...tested(estimate, { se, df }) } };
  });
}

function tested(estimate: number, { se, df }: { se: number; df: number | null }): Pick<Interval, "statistic" | "p"> {
  if (se === 0) return { statistic: null, p: estimate === 0 ? 1 : 0 };
  const statistic = estimate / se;
  return { statistic, p: df === null ? 2 * normalCdf(-Math.abs(statistic)) : tTwoSided(statistic, df) };
}
