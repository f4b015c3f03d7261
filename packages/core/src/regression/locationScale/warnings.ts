import type { Effect } from "../../effects/effect.js";
import { warningMessages as texts } from "../../errors/messages.js";
import type { LeftOutStudy } from "../../formula/missing.js";
import type { Warning } from "../../pool/result.js";
import type { Tau2Estimate } from "../../pool/tau2/estimator.js";
import { describeAliased } from "../aliasedColumns.js";
import type { CoefficientSpace } from "../coefficientSpace.js";
import { regressionWarnings } from "../regressionWarnings.js";
import type { AliasedColumn, RegressionCoefficient } from "../result.js";
import type { LocationScaleMaximum } from "./maximise.js";
import type { ScaleCoefficient } from "./result.js";

interface Facts {
  readonly chosen: string;
  readonly space: CoefficientSpace;
  readonly first: RegressionCoefficient;
  readonly common: Tau2Estimate;
  /** Coefficients of moderators of the mean. */
  readonly moderators: number;
  readonly scale: readonly ScaleCoefficient[];
  readonly scaleAliased: readonly AliasedColumn[];
  readonly leftOut: readonly LeftOutStudy[];
  readonly withoutHeterogeneity: readonly string[];
  readonly maximum: LocationScaleMaximum;
}

/** What a reader must know of a fit: what `metaRegression` would say of its mean, and what can go wrong with τ². */
export function locationScaleWarnings(
  effects: readonly Effect[],
  { scale, scaleAliased, withoutHeterogeneity, maximum, common, moderators, ...facts }: Facts,
): readonly Warning[] {
  const { found, iterations } = maximum;
  const tau2 = { ...common, converged: true, method: facts.chosen, se: null, ci: null };
  const infinite = scale.filter(({ estimate }) => estimate === null).map(({ name }) => name);
  return [
    ...regressionWarnings(effects, { ...facts, tau2, moderators: moderators + scale.length - 1 }),
    ...(scaleAliased.length > 0 ? [texts.aliased({ columns: scaleAliased.map(describeAliased) })] : []),
    ...(infinite.length > 0 ? [texts.noFiniteScale({ coefficients: infinite, studies: withoutHeterogeneity })] : []),
    ...(found.converged ? [] : [texts.searchNotConverged({ iterations })]),
    ...(scale.some(({ estimate, se }) => estimate !== null && se === null) ? [texts.notIdentified()] : []),
  ];
}
