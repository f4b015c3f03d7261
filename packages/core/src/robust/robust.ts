import { median } from "simple-statistics";
import { checkLevel } from "../errors/check.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { freeze } from "../numerics/freeze.js";
import { choose } from "../registry/choose.js";
import { robustCoefficients } from "./coefficients.js";
import type { RobustSource } from "./modelOf.js";
import { type ClusterOptions, checkRobustOptions, prepare } from "./options.js";
import type { RobustFit } from "./result.js";
import { coefficientDirection, covariance, type Sandwich } from "./sandwich.js";
import { type RobustTestId, robustTests } from "./test/index.js";
import type { RobustTest } from "./test/robustTest.js";
import { robustWarnings } from "./warnings.js";

/** How to test by robust variances. */
export interface RobustOptions extends ClusterOptions {
  /** An id of `robustTests`; "Satterthwaite" unless given. */
  readonly test?: RobustTestId;
  /** 0.95 unless given. */
  readonly level?: number;
}

/**
 * Cluster-robust (sandwich) variances, tests and intervals of the coefficients of a fit: valid whatever the dependence of
 * effects within a cluster, such as a trial with several outcomes, and whatever the model took it to be.
 *
 *   V = f · M (Σᵢ XᵢᵀWᵢAᵢeᵢeᵢᵀAᵢᵀWᵢXᵢ) M,   W = Φ⁻¹,   M = (XᵀWX)⁻¹
 *
 * over clusters i; A and f are those of `type`. A cluster may hold several blocks of the model's covariance Φ, but must hold
 * them whole.
 *
 * @param fit A result of `metaRegression`, `multilevel` or `pool`, or a linear model by its parts.
 * @param options `cluster` of each effect of the fit; `type` "CR2", `test` "Satterthwaite", `level` 0.95 unless given. metafor's
 * `robust` is "CR1p" (`adjust = FALSE`: "CR0") with "naive-tp".
 * @returns A deeply frozen, JSON-serialisable result.
 *
 * A coefficient of which a single cluster tells has no interval, and the warning `ONE_CLUSTER`; where that is a part of it, its
 * standard error is too small, and the warning is `LEANS_ON_ONE_CLUSTER`. Fewer than 4 degrees of freedom give
 * `FEW_DEGREES_OF_FREEDOM`, fewer than 40 clusters with any but the defaults `FEW_CLUSTERS`.
 *
 * Throws `CLUSTERS_SPLIT_BLOCK`, `TOO_FEW_CLUSTERS`, `TOO_FEW_EFFECTS`, `ALIASED_COLUMNS`, `BAD_BLOCKS`, `NOT_A_MODEL`,
 * `NO_CLUSTERS`, `NO_CLUSTER`, `UNEQUAL_COLUMNS`, `NOT_A_VALID_NUMBER`, `UNKNOWN_OPTION`, `UNKNOWN_CHOICE`,
 * `LEVEL_OUT_OF_RANGE`.
 * Liang & Zeger 1986, Biometrika 73:13-22; Pustejovsky & Tipton 2018, Journal of Business & Economic Statistics
 * 36:672-683; Pustejovsky & Tipton 2022, Prevention Science 23:425-438.
 *
 * @example
 * import { robust } from "@acumeta/core";
 * const y = [0.1, 0.3, 0.2, 0.6, 0.4, 0.5];
 * const model = {
 *   names: ["mean"],
 *   X: [y.map(() => 1)],
 *   y,
 *   blocks: [0, 2, 4].map((row) => ({ rows: [row, row + 1], matrix: [0.04, 0.02, 0.02, 0.04] })),
 * };
 * const { coefficients } = robust(model, { cluster: ["A", "A", "B", "B", "C", "C"] });
 * coefficients[0].ci.se; // => 0.07638
 * coefficients[0].ci.statistic; // => 4.583
 * coefficients[0].ci.p; // => 0.0445
 */
export function robust(fit: RobustSource, options: RobustOptions): RobustFit {
  checkRobustOptions(options, ["type", "test", "level"]);
  const { test: testId = "Satterthwaite", level = 0.95 } = options;
  const test = choose<RobustTest>("test", robustTests, testId);
  checkLevel(level);
  const { model, sandwich, labels, adjustment } = prepare(fit, options);
  const { m, k } = sandwich.sizes;
  const needed = test.beyond(sandwich.sizes) + 1;
  if (m < needed) throw metaError(messages.tooFewClusters({ m, needed, what: `the test "${test.id}"` }));
  const coefficients = robustCoefficients(sandwich, { names: model.names, test, level });
  return freeze<RobustFit>({
    k,
    clusters: m,
    clusterSizes: sizesOf(labels),
    coefficients,
    vcov: vcovOf(sandwich),
    choices: { type: adjustment.id, test: test.id, level },
    warnings: robustWarnings(sandwich, coefficients, { type: adjustment.id, test: test.id }),
  });
}

function sizesOf(labels: readonly string[]): RobustFit["clusterSizes"] {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const sizes = [...counts.values()].sort((a, b) => a - b);
  return { smallest: sizes[0]!, median: median(sizes), largest: sizes.at(-1)! };
}

function vcovOf(sandwich: Sandwich): number[][] {
  const { p } = sandwich.sizes;
  const directions = Array.from({ length: p }, (_, j) => coefficientDirection(sandwich, j));
  const flat = covariance(sandwich, directions);
  return directions.map((_, j) => Array.from(flat.subarray(j * p, (j + 1) * p)));
}
