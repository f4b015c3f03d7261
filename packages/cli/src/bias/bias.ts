import type { BiasTestResult, CopasModel, FailSafeN, SelectionModel, SmallStudyEffects, Weighed } from "@acumeta/core";
import type { Answer } from "@acumeta/trials";
import type { NotRun } from "../output/notRun.js";

/** All that is said of small-study effects in the trials of a question: core's overview, and what it leaves aside. */
export interface Bias extends Omit<SmallStudyEffects, "tests" | "skipped"> {
  /** Those asked for. */
  readonly tests: readonly Weighed<BiasTestResult>[];
  readonly selection: (Weighed<SelectionModel> & { readonly id: string; readonly label: string }) | null;
  readonly copas: Weighed<CopasModel> | null;
  readonly failSafe: readonly Weighed<FailSafeN>[];
  readonly skipped: readonly NotRun[];
}

/** `bias` is null where no trial answers the question. */
export interface BiasAnswer extends Answer {
  readonly bias: Bias | null;
  readonly inWords: string | null;
}
