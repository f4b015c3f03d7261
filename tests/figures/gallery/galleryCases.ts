import type { ChartSpec } from "@acumeta/figures";

/** Charts of one figure by the name of the case: typical ones and hard ones. */
export type GalleryCases = Readonly<Record<string, () => ChartSpec>>;
