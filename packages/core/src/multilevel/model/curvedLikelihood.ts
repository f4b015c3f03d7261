import { againstColumns, bilinear, dot } from "../../linear/products.js";
import { hessianOfGradient } from "../../numerics/hessian.js";
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
 * derivatives; null where M is not positive definite.
 *
 * Gilmour, Thompson & Cullis 1995, Biometrics 51:1440-1450.
 */
export function curvedLikelihood(
  model: MarginalModel,
  theta: Float64Array,
  memory: readonly BlockMemory[] = memoryOf(model),
): Curved | null {
  const at = likelihoodAt(model, theta, memory);
  if (at === null) return null;
  const along = slopeAlongG(model, at);
  const hessian = averageInformation(model, at);
  addCurvatureOfG(hessian, model, theta, along);
  return { value: -at.logLik, gradient: alongParameters(at, along), hessian };
}

/** The same with the second derivatives themselves, by differences of the slope; the average information where it has none. */
export function exactlyCurved(
  model: MarginalModel,
  theta: Float64Array,
  memory: readonly BlockMemory[],
): Curved | null {
  const here = curvedLikelihood(model, theta, memory);
  if (here === null) return null;
  const slope = (x: Float64Array) => {
    const there = likelihoodAt(model, x, memory);
    return there === null ? null : slopeOf(model, there);
  };
  const steps = stepsOf(here, theta);
  return { ...here, hessian: hessianOfGradient(slope, withRoom(model.terms, theta, steps), steps) ?? here.hessian };
}

const STEP = 1e-4;

/** Steps of the differences, in parts of a parameter's standard error, or of its value or 1 where that is less. */
function stepsOf({ hessian }: Curved, theta: Float64Array): Float64Array {
  const n = theta.length;
  return theta.map(
    (value, i) => STEP * Math.min(Math.max(1, Math.abs(value)), 1 / Math.sqrt(Math.abs(hessian[i * n + i]!))),
  );
}

/** The same parameters with correlations far enough from their bounds for a step of the differences. */
function withRoom(terms: readonly RandomTerm[], theta: Float64Array, steps: Float64Array): Float64Array {
  const parameters = terms.flatMap((term) => term.parameters);
  return theta.map((value, i) => {
    const { kind, lower, upper } = parameters[i]!;
    return kind === "correlation" ? Math.min(Math.max(value, lower + steps[i]!), upper - steps[i]!) : value;
  });
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
function slopeAlongG(model: MarginalModel, at: Likelihood): readonly Float64Array[] {
  const along = model.terms.map(({ levels }) => new Float64Array(levels.names.length ** 2));
  const sizes = along.map((each) => new Float64Array(each.length));
  const columns = model.method === "REML" ? at.WX : [];
  addShared(model, at, columns, { along, sizes });
  addLone(model, at, columns, { along, sizes });
  return along.map((slope, t) => slope.map((each, i) => (Math.abs(each) > NOISE * sizes[t]![i]! ? each : 0)));
}

const NOISE = 1e-12;

/** For each term what is summed over its groups: a slope along each element of G, and the sizes of what it is a difference of. */
interface Sums {
  readonly along: readonly Float64Array[];
  readonly sizes: readonly Float64Array[];
}

function addShared(
  { groups: { shared }, blocks }: MarginalModel,
  at: Likelihood,
  columns: readonly Float64Array[],
  { along, sizes }: Sums,
): void {
  const p = columns.length;
  const most = mostLevels(blocks);
  const trace = new Float64Array(most * most);
  const r = new Float64Array(most);
  const U = columns.map(() => new Float64Array(most));
  for (let s = 0; s < shared.length; s++) {
    const { block, place, group } = shared[s]!;
    const { levels, width } = group;
    const m = levels.length;
    const target = along[group.term]!;
    const size = sizes[group.term]!;
    at.factors[block]!.inverseSums(place, trace);
    for (let i = 0; i < m; i++)
      for (let j = 0; j < m; j++) size[levels[i]! * width + levels[j]!]! += Math.abs(trace[i * m + j]!);
    sumByLevel(group, at.r, r);
    for (let c = 0; c < p; c++) sumByLevel(group, columns[c]!, U[c]!);
    for (let c = 0; c < p; c++) for (let d = 0; d < p; d++) subtractOuter(trace, m, at.C[c * p + d]!, U[c]!, U[d]!);
    for (let i = 0; i < m; i++)
      for (let j = 0; j < m; j++) target[levels[i]! * width + levels[j]!]! += 0.5 * (trace[i * m + j]! - r[i]! * r[j]!);
  }
}

function addLone(
  { groups: { lone }, y }: MarginalModel,
  { factors, r, C }: Likelihood,
  columns: readonly Float64Array[],
  { along, sizes }: Sums,
): void {
  if (lone.rows.length === 0) return;
  const p = columns.length;
  const diagonal = new Float64Array(y.length);
  for (let b = 0; b < factors.length; b++) factors[b]!.inverseDiagonal(diagonal);
  for (let a = 0; a < lone.rows.length; a++) {
    const row = lone.rows[a]!;
    const term = lone.terms[a]!;
    const place = lone.places[a]!;
    let trace = diagonal[row]!;
    sizes[term]![place]! += trace;
    for (let c = 0; c < p; c++)
      for (let d = 0; d < p; d++) trace -= C[c * p + d]! * columns[c]![row]! * columns[d]![row]!;
    along[term]![place]! += 0.5 * (trace - r[row]! * r[row]!);
  }
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
function movedResiduals({ blocks, groups, y }: MarginalModel, { r, covariances }: Likelihood): Float64Array[] {
  const moved = covariances.map(({ slopes }) => slopes.map(() => new Float64Array(y.length)));
  const sums = new Float64Array(mostLevels(blocks));
  for (let s = 0; s < groups.shared.length; s++) {
    const { group } = groups.shared[s]!;
    const { slopes } = covariances[group.term]!;
    sumByLevel(group, r, sums);
    for (let j = 0; j < slopes.length; j++) addSpread(group, slopes[j]!, sums, moved[group.term]![j]!);
  }
  const { rows, terms, places } = groups.lone;
  for (let a = 0; a < rows.length; a++) {
    const row = rows[a]!;
    const { slopes } = covariances[terms[a]!]!;
    const targets = moved[terms[a]!]!;
    for (let j = 0; j < slopes.length; j++) targets[j]![row]! += slopes[j]![places[a]!]! * r[row]!;
  }
  return moved.flat();
}
