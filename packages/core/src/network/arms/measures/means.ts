import type { Group } from "../../../convert/combineGroups.js";
import type { TwoGroups } from "../../../effects/groups.js";
import { type MdOptions, md, mdVariances } from "../../../effects/means/meanDifference.js";
import { type RomOptions, ratioOfMeans } from "../../../effects/means/ratioOfMeans.js";
import type { EffectMeasure } from "../../../effects/measure.js";
import { ratioCorrection } from "../../../effects/ratioCorrections.js";
import { choose } from "../../../registry/choose.js";
import type { Registered } from "../../../registry/registry.js";
import { type ArmMeasure, comparedPair } from "./armMeasure.js";
import { pooledOverArms } from "./pooledOverArms.js";

/** Each arm with its own variance ("separate"), or all with that of the standard deviation pooled over them. */
function byMeans<Id extends string, Options extends MdOptions>(
  { id, label, citation, compute }: EffectMeasure<Id, TwoGroups, Options>,
  names: readonly (keyof Options & string)[],
  ruleOf: (options: Options) => readonly string[],
): ArmMeasure<Id, "means", Options> {
  return {
    id,
    label,
    citation,
    arms: "means",
    options: names,
    ofEstimates: true,
    compare(trials, options) {
      const variance = choose<Registered>("variance", mdVariances, options.variance ?? "separate");
      const rules = [...ruleOf(options), variance.label];
      const ofPair = { ...options, variance: "separate" };
      return trials.map((arms) => () => {
        const used = variance.id === "pooled" ? withPooledSd(arms) : arms;
        const pair = (a: number, b: number) => comparedPair(compute([twoGroups(used[a]!, used[b]!)], ofPair)[0]!);
        return { dropped: false, rules, pair };
      });
    },
  };
}

function withPooledSd(arms: readonly Group[]): readonly Group[] {
  const { sd } = pooledOverArms(arms, 1);
  return arms.map(({ n, mean }) => ({ n, mean, sd }));
}

function twoGroups(first: Group, second: Group): TwoGroups {
  return { n1: first.n, m1: first.mean, sd1: first.sd, n2: second.n, m2: second.mean, sd2: second.sd };
}

/** Differences of means with variances sd²/n of each arm. */
export const meanDifferences: ArmMeasure<"MD", "means", MdOptions> = byMeans(md, ["variance"], () => []);

/** Log ratios of means, of each arm ln m + ½c with variance c = sd²/(n m²). */
export const ratiosOfMeans: ArmMeasure<"ROM", "means", RomOptions> = byMeans(
  ratioOfMeans,
  ["variance", "correction"],
  (options) => [ratioCorrection(options).rule],
);
