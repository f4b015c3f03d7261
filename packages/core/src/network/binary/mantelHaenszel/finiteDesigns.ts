import type { EventsArm } from "../../arms/arm.js";
import type { TrialOfArms } from "../../arms/trialsOfArms.js";
import { leftOutArms } from "../leftOutArms.js";
import type { Admitted } from "../method.js";
import type { LeftOutComparison } from "../result.js";
import { withoutSilent } from "../withoutSilent.js";
import { grouped } from "./grouped.js";
import { oddsSums } from "./oddsSums.js";

type Trial = TrialOfArms<EventsArm>;

/**
 * Trials whose designs (sets of arms) have finite odds ratios: an arm that has no events, or only events, in all trials of a
 * design leaves it, since its odds ratios there are 0 or infinite, and then one whose odds ratios against most others are so
 * because each trial lacks one side. Trials go on with the arms they keep, as trials of that design.
 *
 * Efthimiou et al. 2019, Statistics in Medicine 38:2992-3012.
 */
export function finiteDesigns(given: readonly Trial[]): Admitted {
  const leftOut: LeftOutComparison[] = [];
  let trials = given;
  for (;;) {
    const admitted = withoutSilent(trials);
    leftOut.push(...admitted.leftOut);
    const leaving = new Map(
      grouped(admitted.trials, designOf).flatMap(([design, ofDesign]) => {
        const arm = leavingArm(ofDesign);
        return arm === null ? [] : [[design, arm] as const];
      }),
    );
    trials = admitted.trials.flatMap((trial) => {
      const out = leaving.get(designOf(trial));
      if (out === undefined) return [trial];
      leftOut.push(...leftOutArms(trial, out.why, (treatment) => treatment === out.treatment));
      const arms = trial.arms.filter(({ treatment }) => treatment !== out.treatment);
      return arms.length > 1 ? [{ study: trial.study, arms }] : [];
    });
    if (leaving.size === 0) return { trials, leftOut };
  }
}

/** A design by the names of its treatments. */
const designOf = ({ arms }: TrialOfArms<{ readonly treatment: string }>): string =>
  JSON.stringify(arms.map(({ treatment }) => treatment).sort());

interface Leaving {
  readonly treatment: string;
  readonly why: string;
}

function leavingArm(trials: readonly Trial[]): Leaving | null {
  const names = trials[0]!.arms.map(({ treatment }) => treatment).sort();
  const { R, events, others } = oddsSums(
    trials.map(({ arms }) => {
      const inOrder = names.map((name) => arms.find(({ treatment }) => treatment === name)!);
      return { a: Float64Array.from(inOrder, ({ a }) => a), n: Float64Array.from(inOrder, ({ n }) => n) };
    }),
  );
  const empty = names.findIndex((_, i) => events[i] === 0 || others[i] === 0);
  if (empty !== -1) {
    const what = events[empty] === 0 ? "no events" : "only events";
    return { treatment: names[empty]!, why: `${what} with ${names[empty]} in the trials of ${names.join(", ")}` };
  }
  const infinite = names.map((_, i) => names.filter((_each, j) => i !== j && R[i]![j]! * R[j]![i]! === 0).length);
  const most = Math.max(...infinite);
  if (most === 0) return null;
  const treatment = names[infinite.indexOf(most)]!;
  return { treatment, why: `no finite odds ratio of ${treatment} from the trials of ${names.join(", ")}` };
}
