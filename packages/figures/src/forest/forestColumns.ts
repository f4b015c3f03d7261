import { countText, type FittedStudy, type PooledEffect, percent } from "@acumeta/core";
import { forestScale, withInterval } from "./forestScale.js";

/** A column of a forest plot beside the studies' names. */
export interface ForestColumn {
  readonly head: string;
  readonly align: "left" | "right";
  /** The side of the plot it stands on. */
  readonly side: "left" | "right";
  readonly cell: (study: FittedStudy) => string;
  /** Its text in the row of the pooled effect; none unless given. */
  readonly pooled?: string;
  /** Its text in the row of a group, of the group's studies; that of the group's own fit unless given. */
  readonly group?: (studies: readonly FittedStudy[]) => string;
  /** Its text in the row of the prediction interval; none unless given. */
  readonly prediction?: string;
}

/** The columns a forest plot knows by name. */
export const forestColumns = {
  /** Patients. */
  n: (fit: PooledEffect): ForestColumn => ({
    head: "n",
    align: "right",
    side: "left",
    cell: ({ n }) => (n === null ? "" : countText(n)),
    pooled: fit.n === null ? "" : countText(fit.n),
  }),
  estimate: (fit: PooledEffect): ForestColumn => {
    const scale = forestScale(fit.measure, fit.studies);
    return {
      head: `${scale.short} [${percent(fit.choices.level)} CI]`,
      align: "right",
      side: "right",
      cell: (study) => withInterval({ ...study, estimate: study.yi }, scale),
      pooled: withInterval({ ...fit.ci, estimate: fit.estimate }, scale),
      prediction: fit.pi === null ? "" : `[${scale.text(fit.pi.lower)}, ${scale.text(fit.pi.upper)}]`,
    };
  },
  weight: (): ForestColumn => ({
    head: "Weight",
    align: "right",
    side: "right",
    cell: ({ weight }) => `${weight.toFixed(1)}%`,
    group: (studies) => `${studies.reduce((sum, { weight }) => sum + weight, 0).toFixed(1)}%`,
    pooled: "100%",
  }),
} as const;

export type ForestColumnId = keyof typeof forestColumns;
