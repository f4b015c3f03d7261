import {
  type BiasTestId,
  type BiasTestResult,
  biasPredictors,
  biasTest,
  biasTests,
  type Effect,
  type SmallStudyEffects,
  type Weighed,
} from "@acumeta/core";
import { attempt, type NotRun } from "../output/notRun.js";
import type { BiasChoices } from "./biasOf.js";

/** What tests need that do not look at effects, which are all that a question gives. */
const needs = {
  events: "needs events and patients of each group; a question gives effects",
  groups: "needs n, mean and SD of each group; a question gives effects (a size free of them: --predictor)",
};

interface Given {
  readonly effects: readonly Effect[];
  readonly overview: SmallStudyEffects;
  readonly choices: Pick<BiasChoices, "predictor" | "tau2" | "level">;
}

/** A test with its worth as the overview has it; or by another predictor, where that makes a difference. */
export function testOf(
  test: BiasTestId,
  { effects, overview, choices: { predictor, tau2, level } }: Given,
): Weighed<BiasTestResult> | NotRun {
  const { rows } = biasTests[test];
  if (rows !== "effects") return { method: test, because: needs[rows] };
  const weighed = overview.tests.find(({ result }) => result.test === test);
  return attempt(test, () => {
    const result = biasTest(effects, { test, predictor, tau2, level });
    if (weighed !== undefined && result.p === weighed.result.p) return weighed;
    const { label } = biasPredictors[predictor];
    return {
      result,
      worth: `Size by the ${label}, not the standard error; the caution above holds for ${result.k} studies.`,
    };
  });
}
