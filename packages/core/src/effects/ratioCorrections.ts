import { choose } from "../registry/choose.js";
import { type Registered, registry } from "../registry/registry.js";

const corrected: Registered<"bias"> = {
  id: "bias",
  label: "corrected for small-sample bias",
  citation: "Lajeunesse 2015, Ecology 96:2056-2063; Nakagawa et al. 2015, Methods in Ecology and Evolution 6:143-152",
};

const plain: Registered<"none"> = {
  id: "none",
  label: "plain, no correction for small-sample bias",
  citation: "Hedges, Gurevitch & Curtis 1999, Ecology 80:1150-1156",
};

/** Corrections of the logarithms of ratios of means and of spreads, by id. */
export const ratioCorrections = registry([corrected, plain]);

/** How to correct the logarithm of a ratio of means or of spreads. */
export interface RatioCorrectionOptions {
  /** "bias" unless given, as in metafor since version 5.0; "none" for the classic log ratio. */
  readonly correction?: keyof typeof ratioCorrections;
}

/** The factor of the correction's terms, 1 or 0, and the rule that names it. */
export function ratioCorrection({ correction = "bias" }: RatioCorrectionOptions): {
  readonly factor: 0 | 1;
  readonly rule: string;
} {
  const { id, label } = choose<Registered>("correction", ratioCorrections, correction);
  return { factor: id === "bias" ? 1 : 0, rule: label };
}
