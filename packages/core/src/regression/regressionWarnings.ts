import type { Effect } from "../effects/effect.js";
import { warningMessages as texts } from "../errors/messages.js";
import type { LeftOutStudy } from "../formula/missing.js";
import type { Tau2, Warning } from "../pool/result.js";
import { warningsOf } from "../pool/warnings.js";
import { describeAliased } from "./aliasedColumns.js";
import type { CoefficientSpace } from "./coefficientSpace.js";
import type { RegressionCoefficient } from "./result.js";

/** Cochrane Handbook 6.5 (2024), sec. 10.11.5.1. */
const STUDIES_PER_MODERATOR = 10;

interface Facts {
  readonly chosen: string;
  readonly space: CoefficientSpace;
  /** Any coefficient: the chosen interval scales all alike. */
  readonly first: RegressionCoefficient;
  readonly tau2: Tau2;
  /** Coefficients of moderators. */
  readonly moderators: number;
  readonly leftOut: readonly LeftOutStudy[];
}

/** What a reader must know of a fit: what `pool` would say, and what moderators add to it. */
export function regressionWarnings(
  effects: readonly Effect[],
  { chosen, space, first, tau2, moderators, leftOut }: Facts,
): readonly Warning[] {
  const k = effects.length;
  const { df, method } = { df: space.fit.df, method: space.method };
  const waldSe = Math.sqrt(space.fit.vcov[0]!);
  const ofPool = warningsOf(effects, { chosen, se: waldSe, ci: { ...first, ...first.ci }, tau2 });
  return [
    ...ofPool.filter(({ code }) => moderators === 0 || code !== "ZERO_SPREAD"),
    ...(moderators > 0 && first.se === 0 ? [texts.noSpreadAround({ method })] : []),
    ...(df === 0 && k > 1 ? [texts.saturated({ chosen })] : []),
    ...(moderators > 0 && k < STUDIES_PER_MODERATOR * moderators
      ? [texts.fewPerModerator({ k, coefficients: moderators })]
      : []),
    ...(space.aliased.length > 0 ? [texts.aliased({ columns: space.aliased.map(describeAliased) })] : []),
    ...(leftOut.length > 0
      ? [
          texts.leftOutForModerator({
            studies: leftOut.map(({ study }) => study),
            missing: [...new Set(leftOut.flatMap(({ missing }) => missing))],
          }),
        ]
      : []),
  ];
}
