import { representable } from "../errors/check.js";
import { messages, warningMessages as texts } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { cholesky, forwardSolve } from "../linear/cholesky.js";
import { crossProducts, dot } from "../linear/products.js";
import { symmetricEigen } from "../linear/symmetricEigen.js";
import { chiSquareCdf } from "../numerics/chiSquare.js";
import { fCdf } from "../numerics/fDistribution.js";
import { freeze } from "../numerics/freeze.js";
import { choose } from "../registry/choose.js";
import { contrastsOf } from "./contrasts.js";
import type { RobustSource } from "./modelOf.js";
import { sandwichMoments } from "./moments.js";
import { type ClusterOptions, checkRobustOptions, prepare } from "./options.js";
import type { RobustWald } from "./result.js";
import { covariance, direction, NOTHING, type Sandwich } from "./sandwich.js";
import { type RobustWaldTestId, robustWaldTests } from "./wald/index.js";
import type { RobustWaldTest } from "./wald/waldTest.js";
import { leaning } from "./warnings.js";

/** What to test by robust variances, and how. */
export interface RobustWaldOptions extends ClusterOptions {
  /** Names of coefficients that are 0 under the null hypothesis. */
  readonly coefficients?: readonly string[];
  /** Or combinations of coefficients: a list of as many numbers as there are coefficients for each. */
  readonly contrasts?: readonly (readonly number[])[];
  /** What they are under the null hypothesis; 0 unless given. */
  readonly values?: readonly number[];
  /** An id of `robustWaldTests`; "HTZ" unless given. */
  readonly test?: RobustWaldTestId;
}

/**
 * Wald test of several coefficients, or of combinations Cβ, at once by cluster-robust variances V:
 *
 *   Q = (Cβ − c)ᵀ(CVCᵀ)⁻¹(Cβ − c)
 *
 * compared by default with Hotelling's T² on degrees of freedom that follow from the design, which keeps its level where
 * clusters are few. For one coefficient it is the test "Satterthwaite" of `robust`.
 *
 * The statistic and p are null, with the warning `ROBUST_TEST_UNDEFINED`, where the clusters are too few for so many coefficients.
 * Throws what `robust` throws, `UNKNOWN_CHOICE` for a coefficient that does not exist, `BAD_CONTRASTS`.
 * Tipton & Pustejovsky 2015, Journal of Educational and Behavioral Statistics 40:604-634; Pustejovsky & Tipton 2018,
 * Journal of Business & Economic Statistics 36:672-683.
 *
 * @example
 * import { robustWaldTest } from "@acumeta/core";
 * const y = [0.1, 0.3, 0.2, 0.6, 0.4, 0.5, 0.2, 0.7];
 * const model = {
 *   names: ["constant", "weeks", "sham"],
 *   X: [y.map(() => 1), [4, 12, 4, 12, 4, 12, 4, 12], [0, 0, 1, 1, 0, 0, 1, 1]],
 *   y,
 *   blocks: y.map((_, row) => ({ rows: [row], matrix: [0.04] })),
 * };
 * const cluster = ["A", "A", "B", "B", "C", "C", "D", "D"];
 * robustWaldTest(model, { cluster, coefficients: ["weeks", "sham"] }).p; // => 0.274
 */
export function robustWaldTest(fit: RobustSource, options: RobustWaldOptions): RobustWald {
  checkRobustOptions(options, ["type", "test", "coefficients", "contrasts", "values"]);
  const test = choose<RobustWaldTest>("test", robustWaldTests, options.test ?? "HTZ");
  const { model, sandwich, adjustment } = prepare(fit, options);
  const { rows, values } = contrastsOf(model.names, options);
  const directions = rows.map((row) => direction(sandwich, row));
  const { beta } = sandwich.fit;
  const distance = rows.map((row, s) => dot(Float64Array.from(row), beta) - values[s]!);
  const tested = compare(sandwich, { directions, distance, test });
  const named = directions.map((along, s) => ({
    name: options.coefficients?.[s] ?? `[${rows[s]!.join(", ")}]`,
    along,
  }));
  return freeze<RobustWald>({
    ...tested,
    choices: { type: adjustment.id, test: test.id },
    warnings: [
      ...(tested.statistic === null ? [texts.robustTestUndefined({ q: rows.length, m: sandwich.sizes.m })] : []),
      ...leaning(sandwich, named),
    ],
  });
}

interface Hypothesis {
  readonly directions: readonly Float64Array[];
  readonly distance: readonly number[];
  readonly test: RobustWaldTest;
}

function compare(
  sandwich: Sandwich,
  { directions, distance, test }: Hypothesis,
): Pick<RobustWald, "statistic" | "df1" | "df2" | "p"> {
  const q = directions.length;
  const untested = { statistic: null, df1: q, df2: null, p: null };
  const eta = wishartDegrees(sandwich, directions);
  const factor = q < sandwich.sizes.m ? cholesky(covariance(sandwich, directions), q) : null;
  if (eta === null || factor === null) return untested;
  const { scale, df2 } = test.compute({ q, sizes: sandwich.sizes, eta });
  if (df2 !== null && !(df2 > 0)) return untested;
  const standardised = forwardSolve(factor, Float64Array.from(distance));
  const Q = dot(standardised, standardised);
  representable({ Q });
  if (df2 === null) return { statistic: Q, df1: q, df2, p: chiSquareCdf(Q, q, { upper: true }) };
  const F = (scale * Q) / q;
  return { statistic: F, df1: q, df2, p: fCdf(F, { df1: q, df2 }, { upper: true }) };
}

/**
 * η = q(q + 1)/ΣΣ var(dₛₜ) of D = Ω^(−½)CVCᵀΩ^(−½), Ω the expected CVCᵀ: the degrees of freedom of a Wishart matrix of the
 * same total variance. null where Ω is singular.
 */
function wishartDegrees(sandwich: Sandwich, directions: readonly Float64Array[]): number | null {
  const q = directions.length;
  const modelBased = cholesky(crossProducts(directions, directions), q);
  if (modelBased === null)
    throw metaError(messages.badContrasts({ found: "combinations that follow from each other" }));
  const independent = standardise(directions, modelBased);
  const omega = sandwichMoments(sandwich, independent).mean;
  if (!(symmetricEigen(omega, q).values[q - 1]! > NOTHING)) return null;
  const { variance } = sandwichMoments(sandwich, standardise(independent, cholesky(omega, q)!));
  return (q * (q + 1)) / variance;
}

/** L⁻¹ times the directions as rows. */
function standardise(directions: readonly Float64Array[], L: Float64Array): readonly Float64Array[] {
  const out = directions.map((along) => Float64Array.from(along));
  for (let j = 0; j < out[0]!.length; j++) {
    const solved = forwardSolve(
      L,
      Float64Array.from(directions, (along) => along[j]!),
    );
    for (const [s, along] of out.entries()) along[j] = solved[s]!;
  }
  return out;
}
