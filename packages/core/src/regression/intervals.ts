import { hartungKnapp } from "../pool/interval/hartungKnapp.js";
import { hartungKnappAdHoc } from "../pool/interval/hartungKnappAdHoc.js";
import { normal } from "../pool/interval/normal.js";
import { studentT } from "../pool/interval/studentT.js";
import { type Registered, registry } from "../registry/registry.js";

/** The factor by which variances of coefficients are multiplied, and their t distribution (`df` null: normal). */
export interface Scaled {
  readonly factor: number;
  readonly df: number | null;
}

/** An interval of coefficients, from QE at the estimated τ² and its k − p degrees of freedom. */
export interface RegressionInterval<Id extends string = string> extends Registered<Id> {
  /** The `test` of metafor's rma that is the same. */
  readonly r: string;
  readonly compute: (spread: { readonly QE: number; readonly df: number }) => Scaled;
}

const wald: RegressionInterval<"z"> = {
  id: "z",
  label: normal.label,
  citation: normal.citation,
  r: "z",
  compute: () => ({ factor: 1, df: null }),
};

const t: RegressionInterval<"t"> = {
  id: "t",
  label: "Wald, t distribution with k − p df",
  citation: studentT.citation,
  r: "t",
  compute: ({ df }) => ({ factor: 1, df }),
};

/** Every variance times QE/(k − p), which may be below 1. */
const knappHartung: RegressionInterval<"HKSJ"> = {
  id: "HKSJ",
  label: hartungKnapp.label,
  citation: "Knapp & Hartung 2003, Statistics in Medicine 22:2693-2710",
  r: "knha",
  compute: ({ QE, df }) => ({ factor: QE / df, df }),
};

const knappHartungAdHoc: RegressionInterval<"HKSJ-adhoc"> = {
  id: "HKSJ-adhoc",
  label: hartungKnappAdHoc.label,
  citation: hartungKnappAdHoc.citation,
  r: "adhoc",
  compute: ({ QE, df }) => ({ factor: Math.max(1, QE / df), df }),
};

/** Confidence intervals of the coefficients of a meta-regression, by id. */
export const regressionIntervals = registry([wald, t, knappHartung, knappHartungAdHoc]);

export type RegressionIntervalMethod = keyof typeof regressionIntervals;
