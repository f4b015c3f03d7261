import { registry } from "../../registry/registry.js";

/**
 * Selection models by the names they have in the literature; `options` go into `selectionModel`.
 *
 * @example
 * import { selectionModel, selectionPresets } from "@acumeta/core";
 * const y = [0.52, 0.61, 0.45, 0.7, 0.35, 0.81, 0.3, 0.12, 0.66, 0.9];
 * const effects = y.map((yi, i) => ({ study: `${i}`, measure: "SMD" as const, yi, vi: 0.01 + 0.01 * i }));
 * selectionModel(effects, selectionPresets["3PSM"].options).delta.length; // => 2
 */
export const selectionPresets = registry([
  {
    id: "3PSM",
    label: "three-parameter selection model",
    citation: "McShane, Böckenholt & Hansen 2016, Perspectives on Psychological Science 11:730-749",
    /** One-sided p ≤ 0.025: significant in the expected direction, or not. */
    options: { type: "step", steps: [0.025] },
  },
  {
    id: "4PSM",
    label: "four-parameter selection model",
    citation:
      "Carter, Schönbrodt, Gervais & Hilgard 2019, Advances in Methods and Practices in Psychological Science 2:115-144",
    /** And below 0.5: in the expected direction, or not. */
    options: { type: "step", steps: [0.025, 0.5] },
  },
]);
