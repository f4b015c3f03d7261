import type { Effect, Measure } from "../effects/effect.js";
import { warningMessages as texts } from "../errors/messages.js";
import { confidenceInterval } from "../pool/confidenceInterval.js";
import { fitStatistics } from "../pool/fitStatistics.js";
import { heterogeneity } from "../pool/heterogeneity.js";
import type { ResolvedOptions } from "../pool/options.js";
import { predictionInterval } from "../pool/predictionInterval.js";
import type { PooledEffect, Tau2 } from "../pool/result.js";
import { warningsOf } from "../pool/warnings.js";
import { weighted } from "../pool/weighted.js";

/** The fit of a group again, at a τ² that is not its own. */
export function fitAtTau2<M extends Measure>(
  own: PooledEffect<M>,
  effects: readonly Effect<M>[],
  { tau2, choices }: { tau2: Tau2; choices: ResolvedOptions },
): PooledEffect<M> {
  const y = Float64Array.from(own.studies, ({ yi }) => yi);
  const v = Float64Array.from(own.studies, ({ vi }) => vi);
  const { k } = own;
  const { value } = tau2;
  const { interval, prediction, level } = choices;
  const commonEffect = choices.tau2.id === "EE";
  const sums = weighted(y, v, value);
  const { w1, mean } = sums;
  const estimated = { tau2, atZero: weighted(y, v, 0), sums };
  const se = Math.sqrt(1 / w1);
  const ci = confidenceInterval(v, estimated, { rule: interval, level });
  const warnings = warningsOf(effects, { chosen: interval.id, se, ci, tau2 });
  return {
    ...own,
    estimate: mean,
    se,
    ci,
    ...predictionInterval(prediction, { k, mean, tau2: value, ci, commonEffect }),
    tau2,
    heterogeneity: heterogeneity(k, estimated, { tau2Ci: tau2.ci, commonEffect, level }),
    studies: own.studies.map((study) => ({ ...study, weight: 100 / (study.vi + value) / w1 })),
    fit: fitStatistics(y, v, { tau2: value, parameters: commonEffect ? 1 : 2 }),
    warnings: warnings.map((warning) =>
      warning.code === "SINGLE_STUDY"
        ? texts.singleInGroup({ study: effects[0]!.study, chosen: interval.id })
        : warning,
    ),
  };
}
