import { checkLevel } from "../../errors/check.js";
import { checkOptionNames } from "../../errors/checkOptionNames.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { freeze } from "../../numerics/freeze.js";
import type { Tau2Method } from "../../pool/tau2/index.js";
import { choose } from "../../registry/choose.js";
import type { ResidualTau2Estimator } from "../../regression/residualTau2/estimator.js";
import { residualTau2Estimators } from "../../regression/residualTau2/index.js";
import { type BiasTestId, biasTests } from "./index.js";
import { type BiasPredictor, type BiasPredictorId, biasPredictors } from "./predictors.js";
import type { Asymmetry } from "./result.js";
import { type BiasRows, type ReadRows, readRows } from "./rows.js";
import type { BiasTest, BiasTestChoices } from "./test.js";

/** How to test. */
export interface BiasTestOptions {
  /** An id of `biasTests`; "Egger" unless given. */
  readonly test?: BiasTestId;
  /** What stands for the size of a study in "Egger", "mixed" and "Thompson-Sharp": "sei" unless given. */
  readonly predictor?: BiasPredictorId;
  /** Estimator of the residual τ² of "mixed": an id of `tau2Estimators`; "REML" unless given. */
  readonly tau2?: Tau2Method;
  /** Whether rank tests give an exact p where they can (below 50 studies, no ties); true unless given. */
  readonly exact?: boolean;
  /** Level of the limit's interval; 0.95 unless given. */
  readonly level?: number;
}

/** The frozen, JSON-serialisable result of {@link biasTest}. */
export interface BiasTestResult extends Asymmetry {
  readonly test: string;
  readonly label: string;
  readonly citation: string;
  /** Studies tested. */
  readonly k: number;
}

/**
 * Tests whether small studies show other effects than large ones, as they do where small studies without effect are not
 * published, but also for other reasons.
 *
 * @param rows Effects; or tables of events `{ a, n1, c, n2 }`, which "Harbord", "Peters", "Macaskill", "Deeks" and
 * "Schwarzer" need; or groups `{ n1, m1, sd1, n2, m2, sd2 }`, which "Pustejovsky" needs. From tables every other test
 * looks at log odds ratios, from groups at Hedges' g. `biasTests[test].rows` says what a test needs.
 * @returns Statistic, df, p, what was tested (`asymmetry`), and for regressions the line's effect in a study of
 * unlimited size (`limit`); p is null where all studies are of one size.
 *
 * The power is low below 10 studies (Sterne et al. 2011, BMJ 343:d4002). Throws `TOO_FEW_EFFECTS` below 3 studies,
 * `NEEDS_OTHER_ROWS`, `MISSING_SAMPLE_SIZE`, `UNKNOWN_CHOICE`, `LEVEL_OUT_OF_RANGE`, and what `pool` and the effect
 * sizes throw. Sources: `biasTests`.
 *
 * @example
 * import { biasTest } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "MD", yi: 0.1, vi: 0.01 },
 *   { study: "B", measure: "MD", yi: 0.4, vi: 0.04 },
 *   { study: "C", measure: "MD", yi: 0.5, vi: 0.09 },
 *   { study: "D", measure: "MD", yi: 0.9, vi: 0.16 },
 * ] as const;
 * const egger = biasTest(effects, { test: "Egger" });
 * egger.asymmetry; // => { value: 2.474, se: 0.314 }
 * egger.p; // => 0.0157
 * egger.limit.estimate; // => -0.143
 */
export function biasTest(rows: BiasRows, options: BiasTestOptions = {}): BiasTestResult {
  checkOptionNames(options, ["test", "predictor", "tau2", "exact", "level"]);
  const { test = "Egger", predictor = "sei", tau2 = "REML", exact = true, level = 0.95 } = options;
  checkLevel(level);
  const chosen = choose<BiasTest>("test", biasTests, test);
  const choices: BiasTestChoices = {
    predictor: choose<BiasPredictor>("predictor", biasPredictors, predictor),
    tau2: choose<ResidualTau2Estimator>("tau2", residualTau2Estimators, tau2),
    exact,
    level,
  };
  const read = readRows(rows);
  const { id, label, citation, minimumK } = chosen;
  const k = read.effects.y.length;
  if (k < minimumK) throw metaError(messages.tooFewEffects({ k, needed: minimumK, what: label }));
  const found = run(chosen, read, choices);
  const added = chosen.rows === "events" && !chosen.needsEffects ? [] : read.added;
  return freeze({ test: id, label, citation, k, ...found, notes: [...read.leftOut, ...added, ...found.notes] });
}

function run(test: BiasTest, read: ReadRows, choices: BiasTestChoices): Asymmetry {
  if (test.rows === "effects") return test.compute(read.effects, choices);
  if (test.rows === "events" && read.kind === "events") return test.compute(read.tables, read.effects, choices);
  if (test.rows === "groups" && read.kind === "groups") return test.compute(read.groups, read.effects, choices);
  throw metaError(messages.needsOtherRows({ test: test.id, needs: test.rows, found: read.kind }));
}
