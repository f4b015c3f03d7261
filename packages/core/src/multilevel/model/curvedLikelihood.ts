import { againstColumns, bilinear, dot } from "../../linear/products.js";
import { hessianOfGradient, STEP } from "../../numerics/hessian.js";
import type { Curved } from "../../numerics/minimiseInBox.js";
import type { RandomTerm } from "../random/term.js";
import type { BlockMemory } from "./block.js";
import { addSpread, mostLevels, solveAll, sumByLevel } from "./blockVectors.js";
import { curvatureOfG } from "./curvatureOfG.js";
import { type Likelihood, likelihoodAt, memoryOf } from "./likelihood.js";
import type { MarginalModel } from "./marginalModel.js";

/**
 * Minus the log-likelihood, its slope ½(tr PE − y′PEPy) along each parameter, with E the slope of M (and M⁻¹ in place of
 * P in the trace where the likelihood is not restricted), and the average information ½y′PEPEPy in place of its second
 * derivatives; Infinity where M is not positive definite.
 *
 * Gilmour, Thompson & Cullis 1995, Biometrics 51:1440-1450.
 */
export function curvedLikelihood(
  model: MarginalModel,
  theta: Float64Array,
  memory: readonly BlockMemory[] = memoryOf(model),
): Curved {
  const at = likelihoodAt(model, theta, memory);
  if (at === null) return undefinedThere(theta.length);
  const along = slopeAlongG(model, at);
  const hessian = averageInformation(model, at);
  addCurvatureOfG(hessian, model, theta, along);
  return { value: -at.logLik, gradient: alongParameters(at, along), hessian };
}

/** The same with the second derivatives themselves, by differences of the slope. */
export function exactlyCurved(model: MarginalModel, theta: Float64Array, memory: readonly BlockMemory[]): Curved {
  const at = likelihoodAt(model, theta, memory);
  if (at === null) return undefinedThere(theta.length);
  const here = slopeOf(model, at);
  const slope = (x: Float64Array) => {
    const there = likelihoodAt(model, x, memory);
    return there === null ? new Float64Array(x.length) : slopeOf(model, there);
  };
  return { value: -at.logLik, gradient: here, hessian: hessianOfGradient(slope, withRoom(model.terms, theta)) };
}

/** The same parameters with correlations far enough from their bounds for a step of the differences. */
function withRoom(terms: readonly RandomTerm[], theta: Float64Array): Float64Array {
  const parameters = terms.flatMap((term) => term.parameters);
  return theta.map((value, i) => {
    const { kind, lower, upper } = parameters[i]!;
    return kind === "correlation" ? Math.min(Math.max(value, lower + STEP), upper - STEP) : value;
  });
}

function undefinedThere(n: number): Curved {
  return { value: Infinity, gradient: new Float64Array(n), hessian: new Float64Array(n * n) };
}

/** The slope of minus the log-likelihood along each parameter. */
function slopeOf(model: MarginalModel, at: Likelihood): Float64Array {
  return alongParameters(at, slopeAlongG(model, at));
}

function alongParameters({ covariances }: Likelihood, along: readonly Float64Array[]): Float64Array {
  return Float64Array.from(covariances.flatMap(({ slopes }, t) => slopes.map((slope) => dot(slope, along[t]!))));
}

function addCurvatureOfG(
  hessian: Float64Array,
  { terms }: MarginalModel,
  theta: Float64Array,
  along: readonly Float64Array[],
): void {
  let first = 0;
  for (let t = 0; t < terms.length; t++) {
    const { length: n } = terms[t]!.parameters;
    const curvature = curvatureOfG(terms[t]!, theta.subarray(first, first + n), along[t]!);
    if (curvature !== null)
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++) hessian[(first + i) * theta.length + first + j]! += curvature[i * n + j]!;
    first += n;
  }
}

/**
 * The slope of minus the log-likelihood along each element of G, for each term; exactly 0 where nothing but rounding errors
 * is left of it, as where a random effect can't be told from the fixed part.
 */
function slopeAlongG({ X, terms, blocks, method }: MarginalModel, at: Likelihood): readonly Float64Array[] {
  const along = terms.map(({ levels }) => new Float64Array(levels.names.length ** 2));
  const sizes = along.map((each) => new Float64Array(each.length));
  const most = mostLevels(blocks);
  const trace = new Float64Array(most * most);
  const r = new Float64Array(most);
  const columns = method === "REML" ? at.WX : [];
  const U = columns.map(() => new Float64Array(most));
  for (let b = 0; b < blocks.length; b++) {
    const { groups } = blocks[b]!;
    for (let g = 0; g < groups.length; g++) {
      const group = groups[g]!;
      const { rows, levels, width } = group;
      const m = levels.length;
      const target = along[group.term]!;
      const size = sizes[group.term]!;
      at.factors[b]!.inverseSums(g, trace);
      if (rows.length === 1) {
        const [row, place] = [rows[0]!, levels[0]! * (width + 1)];
        size[place]! += trace[0]!;
        target[place]! += 0.5 * (trace[0]! - quadraticAt(columns, at.C, row) - at.r[row]! ** 2);
        continue;
      }
      for (let i = 0; i < m; i++)
        for (let j = 0; j < m; j++) size[levels[i]! * width + levels[j]!]! += Math.abs(trace[i * m + j]!);
      sumByLevel(group, at.r, r);
      for (let c = 0; c < U.length; c++) sumByLevel(group, columns[c]!, U[c]!);
      for (let c = 0; c < U.length; c++)
        for (let d = 0; d < U.length; d++) subtractOuter(trace, m, at.C[c * X.length + d]!, U[c]!, U[d]!);
      for (let i = 0; i < m; i++)
        for (let j = 0; j < m; j++)
          target[levels[i]! * width + levels[j]!]! += 0.5 * (trace[i * m + j]! - r[i]! * r[j]!);
    }
  }
  return along.map((slope, t) => slope.map((each, i) => (Math.abs(each) > NOISE * sizes[t]![i]! ? each : 0)));
}

const NOISE = 1e-12;

/** x′Cx with a row x of columns. */
function quadraticAt(columns: readonly Float64Array[], C: Float64Array, row: number): number {
  const p = columns.length;
  let sum = 0;
  for (let c = 0; c < p; c++) for (let d = 0; d < p; d++) sum += C[c * p + d]! * columns[c]![row]! * columns[d]![row]!;
  return sum;
}

/** Takes a multiple of ab′ from an m × m matrix. */
function subtractOuter(matrix: Float64Array, m: number, factor: number, a: Float64Array, b: Float64Array): void {
  for (let i = 0; i < m; i++) for (let j = 0; j < m; j++) matrix[i * m + j]! -= factor * a[i]! * b[j]!;
}

const RIDGE = 1e-3;

/** With a diagonal that is a little larger: fewer effects than parameters give a singular matrix. */
function averageInformation(model: MarginalModel, at: Likelihood): Float64Array {
  const moved = movedResiduals(model, at);
  const size = moved.length;
  const solved = moved.map((f) => solveAll(at.factors, f));
  const shares = moved.map((f) => againstColumns(at.WX, f));
  const out = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      out[i * size + j] = 0.5 * (dot(solved[i]!, moved[j]!) - bilinear(shares[i]!, at.C, shares[j]!));
      out[j * size + i] = out[i * size + j]!;
    }
  for (let i = 0; i < size; i++) out[i * size + i]! *= 1 + RIDGE;
  return out;
}

/** EPy for each slope E of M. */
function movedResiduals({ blocks, y }: MarginalModel, { r, covariances }: Likelihood): Float64Array[] {
  const moved = covariances.map(({ slopes }) => slopes.map(() => new Float64Array(y.length)));
  const sums = new Float64Array(mostLevels(blocks));
  for (let b = 0; b < blocks.length; b++) {
    const { groups } = blocks[b]!;
    for (let g = 0; g < groups.length; g++) {
      const group = groups[g]!;
      const { slopes } = covariances[group.term]!;
      sumByLevel(group, r, sums);
      for (let j = 0; j < slopes.length; j++) addSpread(group, slopes[j]!, sums, moved[group.term]![j]!);
    }
  }
  return moved.flat();
}
