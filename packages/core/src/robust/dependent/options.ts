import { checkLevel } from "../../errors/check.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import type { DesignOptions } from "../../formula/buildDesign.js";
import type { ModelMatrix } from "../../formula/modelMatrix.js";
import type { GroupLabel } from "../../subgroups/grouping.js";
import { checkRobustOptions } from "../options.js";

/** How to pool dependent effects. */
export interface DependentOptions extends DesignOptions {
  /** The cluster of each effect. */
  readonly cluster: readonly GroupLabel[];
  /** A formula over the effects' own values, "~ sham + weeks", or a model matrix; "~ 1" unless given. */
  readonly moderators?: string | ModelMatrix;
  /** Bias-reduced variances with Satterthwaite degrees of freedom; true unless given. Otherwise "CR1p" with "naive-tp". */
  readonly smallSample?: boolean;
  /** 0.95 unless given. */
  readonly level?: number;
}

/** Refuses options that do not exist, besides those in `more`, and values that they cannot have. */
export function checkDependentOptions(options: DependentOptions, more: readonly string[]): void {
  checkRobustOptions(options, ["moderators", "smallSample", "level", "missing", "reference", "coding", ...more]);
  const { smallSample = true, level = 0.95 } = options;
  if (typeof smallSample !== "boolean")
    throw metaError(messages.notTrueOrFalse({ option: "smallSample", found: smallSample }));
  checkLevel(level);
}
