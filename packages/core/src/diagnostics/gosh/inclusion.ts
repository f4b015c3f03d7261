/** What the subsets show that have a study, or have it not. */
export interface SubsetMeans {
  readonly subsets: number;
  /** Means over these subsets; null where there are none. */
  readonly estimate: number | null;
  readonly tau2: number | null;
  readonly I2: number | null;
}

/** The subsets with a study beside those without it: a study that splits the cloud of points shows here. */
export interface GoshStudy {
  readonly study: string;
  readonly included: SubsetMeans;
  readonly excluded: SubsetMeans;
}

/** One value a subset. */
export interface SubsetColumns {
  /** Row by row: 1 where the subset of the row has the study of the column. */
  readonly membership: Uint8Array;
  readonly estimate: Float64Array;
  readonly tau2: Float64Array;
  readonly I2: Float64Array;
}

/** For each study the means over the subsets with and without it. */
export function inclusionOf(studies: readonly string[], columns: SubsetColumns): readonly GoshStudy[] {
  return studies.map((study, i) => ({
    study,
    included: meansOf(columns, { column: i, k: studies.length, wanted: 1 }),
    excluded: meansOf(columns, { column: i, k: studies.length, wanted: 0 }),
  }));
}

function meansOf(
  { membership, estimate, tau2, I2 }: SubsetColumns,
  { column, k, wanted }: { column: number; k: number; wanted: 0 | 1 },
): SubsetMeans {
  const mean = { estimate: 0, tau2: 0, I2: 0 };
  let subsets = 0;
  for (let row = 0; row < estimate.length; row++) {
    if (membership[row * k + column] !== wanted) continue;
    subsets += 1;
    mean.estimate += (estimate[row]! - mean.estimate) / subsets;
    mean.tau2 += (tau2[row]! - mean.tau2) / subsets;
    mean.I2 += (I2[row]! - mean.I2) / subsets;
  }
  return subsets === 0 ? { subsets, estimate: null, tau2: null, I2: null } : { subsets, ...mean };
}
