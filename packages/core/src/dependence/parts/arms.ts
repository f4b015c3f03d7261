import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { columnOf, type Row } from "../../multilevel/random/columns.js";
import { choose } from "../../registry/choose.js";
import type { Cluster } from "../clusters.js";
import { numbersOf } from "../numbersOf.js";
import type { SharedArms } from "../options.js";
import { sharedArmRules } from "../sharedArm/index.js";
import type { Comparison, SharedArmRule } from "../sharedArm/rule.js";

/** What tells the comparisons of two effects apart, and what a correlation of the measurements makes of that of the effects. */
export interface ArmsPart {
  readonly tellsApart: (i: number, j: number) => boolean;
  readonly correlation: (i: number, j: number, rho: number) => number;
}

const size = {
  holds: (n: number) => n >= 1e-100 && n <= 1e100,
  allowed: "a number above 0 in every effect: the size of the group",
};

/** Effects that compare different groups: where arms are not given all compare the same two. */
export function armsPart(
  effects: readonly (Row & { readonly yi: number; readonly measure: string })[],
  clusters: readonly Cluster[],
  arms: SharedArms | undefined,
): ArmsPart {
  if (arms === undefined) return { tellsApart: () => false, correlation: (_i, _j, rho) => rho };
  const rule = choose<SharedArmRule>("arms.rule", sharedArmRules, arms.rule ?? "sizes");
  const { measure } = effects[0]!;
  if (rule.measure !== null && (measure !== rule.measure || arms.sizes === undefined))
    throw metaError(messages.sharedArmRuleNeeds({ rule: rule.id, needed: rule.measure, measure }));
  const all = comparisons(effects, arms);
  const patients = new Float64Array(effects.length);
  for (const { rows } of clusters) {
    const total = totalOf(rows.map((row) => all[row]!));
    for (const row of rows) patients[row] = total;
  }
  return {
    tellsApart: (i, j) => !all[i]!.arms.every((arm) => all[j]!.arms.includes(arm)),
    correlation: (i, j, rho) => rule.compute({ one: all[i]!, other: all[j]!, rho, patients: patients[i]! }),
  };
}

function comparisons(
  effects: readonly (Row & { readonly yi: number })[],
  { columns, sizes }: SharedArms,
): readonly Comparison[] {
  const [first, second] = columns.map((name) => columnOf(effects, name).map(String));
  const [n1, n2] = sizes === undefined ? [null, null] : sizes.map((name) => numbersOf(effects, name, size));
  return effects.map(({ study, yi }, row) => {
    const arms = [first![row]!, second![row]!] as const;
    if (arms[0] === arms[1]) throw metaError(messages.armAgainstItself({ study, arm: arms[0] }));
    return { arms, sizes: [n1?.[row] ?? 1, n2?.[row] ?? 1], yi };
  });
}

/** All patients of the groups compared, each group by its largest size. */
function totalOf(compared: readonly Comparison[]): number {
  const largest = new Map<string, number>();
  for (const { arms, sizes } of compared)
    for (const [side, arm] of arms.entries()) largest.set(arm, Math.max(largest.get(arm) ?? 0, sizes[side]!));
  return [...largest.values()].reduce((sum, n) => sum + n, 0);
}
