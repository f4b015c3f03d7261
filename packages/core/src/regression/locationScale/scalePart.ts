import { cholesky, forwardSolve } from "../../linear/cholesky.js";
import { dot } from "../../linear/products.js";
import { submatrix } from "../../linear/submatrix.js";
import { chiSquareCdf } from "../../numerics/chiSquare.js";
import { fCdf } from "../../numerics/fDistribution.js";
import { normalCdf } from "../../numerics/normal.js";
import { halfWidth } from "../../numerics/quantileCache.js";
import { tTwoSided } from "../../numerics/studentT.js";
import { aliasedColumns } from "../aliasedColumns.js";
import type { WaldTest } from "../result.js";
import { alphaOf } from "./logVariances.js";
import type { LocationScaleMaximum } from "./maximise.js";
import type { ScaleCoefficient } from "./result.js";
import { covarianceOfAlpha, type ScaleInformation } from "./scaleInformation.js";

const notes = {
  noHeterogeneity:
    "The likelihood rises for ever as τ² of some studies goes to 0, so that no finite number is the best.",
  untold: "The likelihood is flat in some direction at its maximum: the studies don't tell its standard error.",
} as const;

interface Asked {
  /** Of the columns of Z that do not follow from those before them. */
  readonly names: readonly string[];
  readonly Z: readonly Float64Array[];
  /** Degrees of freedom of the t distribution; null for the normal. */
  readonly df: number | null;
  readonly level: number;
  /** The name of the constant; null for none. */
  readonly constant: string | null;
}

interface ScalePart {
  readonly coefficients: readonly ScaleCoefficient[];
  readonly vcov: readonly (readonly number[])[] | null;
  readonly omnibus: WaldTest | null;
}

/**
 * The coefficients α of log τ² with their Wald tests. Where some studies have τ² = 0, only those coefficients are finite
 * whose columns can be told apart by the other studies.
 *
 * Viechtbauer & López-López 2022, Research Synthesis Methods 13:697-715.
 */
export function scalePart(
  { logVariances, found }: LocationScaleMaximum,
  { ofGamma }: ScaleInformation,
  { names, Z, df, level, constant }: Asked,
): ScalePart {
  const { rows, kept } = logVariances;
  const own = Z.map((column) => Float64Array.from(rows, (row) => column[row]!));
  const alpha = alphaOf(logVariances, found.x);
  const open = new Set(
    aliasedColumns(names, own, { kept }).flatMap(({ name, follows }) => [name, ...follows.map((from) => from.name)]),
  );
  const q = kept.length;
  const covariance = ofGamma && covarianceOfAlpha(logVariances, ofGamma);
  const coefficients = names.map((name, column): ScaleCoefficient => {
    const at = kept.indexOf(column);
    if (at === -1 || open.has(name)) return { name, df, ...unknown, note: notes.noHeterogeneity };
    const estimate = alpha[at]!;
    if (covariance === null) return { name, df, ...unknown, estimate, note: notes.untold };
    const se = Math.sqrt(covariance[at * q + at]!);
    const statistic = estimate / se;
    const half = halfWidth(level, { se, df });
    const p = df === null ? 2 * normalCdf(-Math.abs(statistic)) : tTwoSided(statistic, df);
    const ci = { lower: estimate - half, upper: estimate + half, level, method: df === null ? "z" : "t" };
    return { name, estimate, se, statistic, df, p, ci, note: null };
  });
  const isWhole = covariance !== null && coefficients.every(({ se }) => se !== null);
  return {
    coefficients,
    vcov: isWhole ? names.map((_, i) => Array.from(covariance.subarray(i * q, (i + 1) * q))) : null,
    omnibus: isWhole ? omnibusOf(coefficients, { covariance, df, constant }) : null,
  };
}

const unknown = { estimate: null, se: null, statistic: null, p: null, ci: null } as const;

/** α′V⁻¹α of all but the constant: χ², or F where the tests are by t. */
function omnibusOf(
  coefficients: readonly ScaleCoefficient[],
  { covariance, df, constant }: { covariance: Float64Array; df: number | null; constant: string | null },
): WaldTest | null {
  const tested = coefficients.flatMap(({ name }, i) => (name === constant ? [] : [i]));
  const df1 = tested.length;
  if (df1 === 0) return null;
  const scales = tested.map((i) => coefficients[i]!.se!);
  const R = submatrix(covariance, coefficients.length, tested).map(
    (each, at) => each / (scales[Math.floor(at / df1)]! * scales[at % df1]!),
  );
  const L = cholesky(R, df1);
  if (L === null) return null;
  const along = forwardSolve(
    L,
    Float64Array.from(tested, (i) => coefficients[i]!.statistic!),
  );
  const chiSquare = dot(along, along);
  const names = tested.map((i) => coefficients[i]!.name);
  if (df === null)
    return { names, statistic: chiSquare, df1, df2: null, p: chiSquareCdf(chiSquare, df1, { upper: true }) };
  const F = chiSquare / df1;
  return { names, statistic: F, df1, df2: df, p: fCdf(F, { df1, df2: df }, { upper: true }) };
}
