import { type Effect, multilevel, type NetworkEffect } from "@acumeta/core";

/**
 * The τ² of netmeta's REML and ML, which leave out the sampling covariances within trials of several arms: of the comparisons of a
 * trial they take those against the network's reference or, without an arm of it, against the trial's last arm, with
 * heterogeneity that correlates by ½, but with independent sampling errors. metafor's rma.mv gives netmeta's τ² with these
 * variances alone and ours with their covariances: see tests/core/network/likelihood/.
 */
export function tau2WithoutCovariances(
  effects: readonly NetworkEffect<"SMD">[],
  { reference, method }: { readonly reference: string; readonly method: "REML" | "ML" },
): number {
  const kept = againstOneArm(effects, reference);
  const names = kept.map((_, row) => String(row));
  const others = [...new Set(kept.flatMap(({ treat1, treat2 }) => [treat1, treat2]))].filter(
    (name) => name !== reference,
  );
  const matrix = kept.map(({ study }, i) => kept.map((other, j) => (i === j ? 1 : study === other.study ? 0.5 : 0)));
  const rows = kept.map(({ treat1, treat2 }) =>
    others.map((name) => Number(name === treat1) - Number(name === treat2)),
  );
  const fit = multilevel(
    kept.map(({ study, measure, yi, vi }, row): Effect<"SMD"> & { row: string } => ({
      study,
      measure,
      yi,
      vi,
      row: names[row]!,
    })),
    {
      random: { group: "row", correlation: { names, matrix } },
      moderators: { names: others, rows },
      method,
      test: "z",
    },
  );
  return fit.random[0]!.components[0]!.value;
}

/** Of a trial of several arms the comparisons with one of them, all as effects against it. */
function againstOneArm(effects: readonly NetworkEffect<"SMD">[], reference: string): readonly NetworkEffect<"SMD">[] {
  const studies = [...new Set(effects.map(({ study }) => study))];
  return studies.flatMap((name) => {
    const comparisons = effects.filter(({ study }) => study === name);
    if (comparisons.length === 1) return comparisons;
    const arms = comparisons.flatMap(({ treat1, treat2 }) => [treat1, treat2]).sort();
    const base = arms.includes(reference) ? reference : arms.at(-1)!;
    return comparisons
      .filter(({ treat1, treat2 }) => [treat1, treat2].includes(base))
      .map((each) =>
        each.treat2 === base ? each : { ...each, treat1: each.treat2, treat2: each.treat1, yi: -each.yi },
      );
  });
}
