import { checkLevel } from "../../errors/check.js";
import { choose } from "../../registry/choose.js";
import type { ComponentOptions } from "../design/combinations.js";
import { checkComponentOptions } from "../options.js";

/** How to shrink components. */
export interface ShrunkComponentsOptions extends ComponentOptions {
  /** Where components are drawn to: "zero" unless given; "estimated" draws them to their own mean. */
  readonly mean?: "zero" | "estimated";
  /** Confidence level between 0 and 1; 0.95 unless given. */
  readonly level?: number;
}

const means = {
  zero: { id: "zero", label: "components are drawn to 0", citation: "" },
  estimated: { id: "estimated", label: "components are drawn to their mean", citation: "" },
};

export function resolveShrinkage(options: ShrunkComponentsOptions): {
  readonly hasMean: boolean;
  readonly level: number;
} {
  checkComponentOptions(options, ["mean", "level"]);
  const { mean = "zero", level = 0.95 } = options;
  checkLevel(level);
  return { hasMean: choose("mean", means, mean).id === "estimated", level };
}
