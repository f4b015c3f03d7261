import { type Registered, registry } from "../../registry/registry.js";
import type { Corrected, Stratum } from "../zeroCells.js";
import type { MantelHaenszelMeasure } from "./measure.js";

/** The cells from which an estimate is taken, and those from which its variance and weight are. */
interface Used {
  readonly ofEstimate: Stratum;
  readonly ofVariance: Stratum;
}

/** What becomes of a corrected table. */
export interface ZeroCellUse<Id extends string = string> extends Registered<Id> {
  readonly pooled: (measure: MantelHaenszelMeasure, observed: Stratum, corrected: Corrected) => Used;
  readonly own: (measure: MantelHaenszelMeasure, observed: Stratum, corrected: Corrected) => Used;
}

const both = (stratum: Stratum): Used => ({ ofEstimate: stratum, ofVariance: stratum });

const wholeTable: ZeroCellUse<"table"> = {
  id: "table",
  label: "the corrected table takes the place of the observed one",
  citation: "Gart & Zweifel 1967, Biometrika 54:181-187",
  pooled: (_measure, _observed, corrected) => both(corrected),
  own: (_measure, _observed, corrected) => both(corrected),
};

/** A risk difference keeps the observed proportions; a study's own risk ratio has ½, not 1, added to its patients. */
const asMeta: ZeroCellUse<"meta"> = {
  id: "meta",
  label: "as R's package meta",
  citation: "Balduzzi, Rücker & Schwarzer 2019, Evidence-Based Mental Health 22:153-160; Hartung & Knapp 2001",
  pooled: ({ id }, observed, corrected) =>
    id === "RD" ? { ofEstimate: observed, ofVariance: corrected } : both(corrected),
  own({ id }, observed, corrected) {
    if (id === "RD") return { ofEstimate: observed, ofVariance: corrected };
    if (id !== "RR") return both(corrected);
    const { a, c, added } = corrected;
    return both({ a, n1: observed.n1 + added, c, n2: observed.n2 + added });
  },
};

/** What becomes of a corrected table, by id. */
export const zeroCellUses = registry([wholeTable, asMeta]);
