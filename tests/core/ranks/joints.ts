import type { JointEstimates } from "@acumeta/core";
import { uniforms } from "../../../packages/core/src/resample/random.ts";

/** Three treatments against a reference that is one of them. */
export const three: JointEstimates = {
  names: ["acupuncture", "sham"],
  estimates: [-0.6, -0.3],
  vcov: [
    [0.02, 0.01],
    [0.01, 0.03],
  ],
  reference: "waiting",
};

/** Synthetic estimates of n treatments with correlations of every size; `own` is what each varies on its own. */
export function randomJoint(
  n: number,
  seed: number,
  { df = null, own = 0.05 }: { readonly df?: number | null; readonly own?: number } = {},
): JointEstimates {
  const uniform = uniforms(seed);
  const number = () => 2 * uniform() - 1;
  const rows = Array.from({ length: n }, () => Array.from({ length: 3 }, number));
  return {
    names: rows.map((_, i) => `t${i}`),
    estimates: rows.map(() => number()),
    vcov: rows.map((a, i) => rows.map((b, j) => a.reduce((sum, x, k) => sum + x * b[k]!, 0) + (i === j ? own : 0))),
    df,
  };
}

/** The same in another order. */
export function reordered(joint: JointEstimates, order: readonly number[]): JointEstimates {
  return {
    ...joint,
    names: order.map((i) => joint.names[i]!),
    estimates: order.map((i) => joint.estimates[i]!),
    vcov: order.map((i) => order.map((j) => joint.vcov[i]![j]!)),
  };
}

/** With every estimate moved by the same, which also varies and correlates with each in its own way. */
export function shifted(joint: JointEstimates, by: number): JointEstimates {
  const along = joint.names.map((_, i) => 0.1 * i);
  return {
    ...joint,
    estimates: joint.estimates.map((estimate) => estimate + by),
    vcov: joint.vcov.map((row, i) => row.map((covariance, j) => covariance + 5 + along[i]! + along[j]!)),
  };
}

/** With the other sign. */
export function turned(joint: JointEstimates): JointEstimates {
  return { ...joint, estimates: joint.estimates.map((estimate) => -estimate) };
}
