import type { Measure } from "../effects/effect.js";
import { warningMessages as texts } from "../errors/messages.js";
import { chiSquareCdf } from "../numerics/chiSquare.js";
import { halfWidth } from "../numerics/quantileCache.js";
import type { Bounds, Warning } from "../pool/result.js";
import { describeRandom } from "./describeRandom.js";
import { intervalOf } from "./fixedPart.js";
import { multilevelStatistics } from "./multilevelStatistics.js";
import { omnibusTest } from "./omnibus.js";
import type { ResolvedMultilevel } from "./options.js";
import type { FittedRandom, Multilevel } from "./result.js";
import { rowsOf } from "./rowsOf.js";
import { conditionOf } from "./search/conditionOf.js";
import type { Solved } from "./solve.js";

/** The result of a fitted model. */
export function describe<M extends Measure>(solved: Solved<M>, choices: ResolvedMultilevel): Multilevel<M> {
  const { measure, formula, leftOut, studies, y, sampling, names, X, aliased, without, maximum, fixed } = solved;
  const { method, test, level } = choices;
  const df = y.length - names.length;
  const random = describeRandom(solved);
  return {
    measure,
    k: y.length,
    coefficients: names.map((name, i) => ({
      name,
      estimate: fixed.beta[i]!,
      ci: intervalOf(fixed, i, { level, method: test.id }),
    })),
    vcov: rowsOf(fixed.vcov, names.length),
    aliased,
    omnibus: omnibusTest({ names, ...fixed }, testedTogether(X)),
    random,
    pi: predictionOf(solved, random, level),
    heterogeneity: {
      QE: without.Q,
      df,
      p: chiSquareCdf(without.Q, df, { upper: true }),
      I2: random.every(({ I2 }) => I2 !== null) ? random.reduce((sum, { I2 }) => sum + I2!, 0) : null,
    },
    fit: multilevelStatistics(solved, method),
    convergence: {
      converged: maximum.converged,
      iterations: maximum.iterations,
      starts: maximum.starts,
      slope: maximum.slope,
      condition: conditionOf(maximum),
    },
    data: {
      formula,
      studies,
      yi: Array.from(y),
      vi: Array.from(sampling.v),
      X: { names, rows: studies.map((_, row) => X.map((column) => column[row]!)) },
      V: sampling.correlated.map(({ rows, matrix }) => ({
        rows: Array.from(rows),
        matrix: rowsOf(matrix, rows.length),
      })),
    },
    leftOut,
    choices: { method, test: test.id, level },
    warnings: warningsOf(solved),
  };
}

/** All columns but the constant; the constant where there is nothing else. */
function testedTogether(X: readonly Float64Array[]): readonly number[] {
  const places = X.map((_, i) => i);
  const moderators = places.filter((i) => !isConstant(X[i]!));
  return moderators.length > 0 ? moderators : places;
}

function isConstant(column: Float64Array): boolean {
  return column.every((each) => each === column[0]);
}

/** Where the true effect of a new level of every random intercept is expected, with a constant as the fixed part. */
function predictionOf({ fixed, X, maximum }: Solved, random: readonly FittedRandom[], level: number): Bounds | null {
  const isConstantOnly = X.length === 1 && isConstant(X[0]!);
  if (!isConstantOnly || !maximum.isIdentified || random.some(({ levels }) => levels.length > 1)) return null;
  const variance = random.reduce((sum, { G }) => sum + G[0]![0]!, fixed.vcov[0]! * X[0]![0]! ** 2);
  const half = halfWidth(level, { se: Math.sqrt(variance), df: fixed.df(Float64Array.of(1)) });
  const center = fixed.beta[0]! * X[0]![0]!;
  return { lower: center - half, upper: center + half, level, method: "new group" };
}

function warningsOf({ maximum: { converged, iterations, isIdentified }, leftOut }: Solved): readonly Warning[] {
  const missing = [...new Set(leftOut.flatMap((each) => each.missing))];
  return [
    ...(converged ? [] : [texts.searchNotConverged({ iterations })]),
    ...(isIdentified ? [] : [texts.notIdentified()]),
    ...(leftOut.length > 0 ? [texts.leftOutForModerator({ studies: leftOut.map(({ study }) => study), missing })] : []),
  ];
}
