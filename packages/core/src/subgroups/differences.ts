import type { Measure } from "../effects/effect.js";
import { backTransform, measures } from "../effects/measures.js";
import { normalCdf } from "../numerics/normal.js";
import { halfWidth } from "../numerics/quantileCache.js";
import type { Interval } from "../pool/result.js";

/** How the pooled effects of two groups differ. */
export interface GroupDifference {
  readonly group: string;
  readonly comparedWith: string;
  /** That of `group` less that of `comparedWith`, on the scale of yi. */
  readonly estimate: number;
  readonly se: number;
  readonly ci: Interval;
  /** Of a ratio measure the ratio of the two ratios; null for others, and where it is too large for a number. */
  readonly ratio: { readonly estimate: number; readonly lower: number; readonly upper: number } | null;
}

/** A group as it is compared. */
export interface Compared {
  readonly label: string;
  readonly estimate: number;
  readonly se: number;
}

/**
 * Each group compared with each before it: the interaction, d = μ_g − μ_h with se² = se_g² + se_h² and a normal interval
 * and test, not adjusted for their number.
 *
 * Altman & Bland 2003, BMJ 326:219; Borenstein, Hedges, Higgins & Rothstein 2009, Introduction to Meta-Analysis, ch. 19.
 */
export function differencesBetween(
  groups: readonly Compared[],
  { measure, level }: { measure: Measure; level: number },
): readonly GroupDifference[] {
  return groups.flatMap((reference, h) =>
    groups.slice(h + 1).map((group): GroupDifference => {
      const estimate = group.estimate - reference.estimate;
      const se = Math.hypot(group.se, reference.se);
      const half = halfWidth(level, { se, df: null });
      const [lower, upper] = [estimate - half, estimate + half];
      const ci = { lower, upper, level, method: "z", se, df: null, ...tested(estimate, se) };
      return {
        group: group.label,
        comparedWith: reference.label,
        estimate,
        se,
        ci,
        ratio: ratioOf(measure, { estimate, lower, upper }),
      };
    }),
  );
}

function tested(estimate: number, se: number): Pick<Interval, "statistic" | "p"> {
  if (se === 0) return { statistic: null, p: estimate === 0 ? 1 : 0 };
  return { statistic: estimate / se, p: 2 * normalCdf(-Math.abs(estimate / se)) };
}

function ratioOf(measure: Measure, { estimate, lower, upper }: NonNullable<GroupDifference["ratio"]>) {
  if (!measures[measure].ratio || !Number.isFinite(backTransform(measure, upper))) return null;
  const shown = (x: number) => backTransform(measure, x);
  return { estimate: shown(estimate), lower: shown(lower), upper: shown(upper) };
}
