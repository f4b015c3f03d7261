import { normalCdf, normalQuantile, type SelectionType } from "@acumeta/core";

/** A selection model at given parameters; `delta` with every value, steps with the last 1. */
export interface Point {
  readonly mu: number;
  readonly tau2: number;
  readonly delta: readonly number[];
}

export interface Studies {
  readonly yi: readonly number[];
  readonly vi: readonly number[];
  readonly type: SelectionType;
  readonly alternative: "greater" | "less" | "twoSided";
  readonly steps?: readonly number[];
  /** How close to 0 and 1 p may be, of "beta" and "power". */
  readonly pMin?: number | null;
  /** Of Simpson's rule between two kinks; 1000, to about 1e-9 of the log-likelihood, unless given. */
  readonly intervals?: number;
}

/** R's selmodel keeps p of these weights this far from 0 and 1, as acumeta does. */
const LEAST = 1e-5;

/** The log-likelihood as it is written in the papers: every normaliser by Simpson's rule between the kinks of w(p(y)). */
export function logLikelihood(studies: Studies, { mu, tau2, delta }: Point): number {
  let sum = 0;
  for (const [i, y] of studies.yi.entries()) {
    const v = studies.vi[i]!;
    const sd = Math.sqrt(v + tau2);
    const density = (x: number) => Math.exp(-0.5 * ((x - mu) / sd) ** 2) / (sd * Math.sqrt(2 * Math.PI));
    const weight = (x: number) => weightOf(studies, delta, x / Math.sqrt(v));
    const inside = kinks(studies).map((z) => z * Math.sqrt(v));
    const ends = [mu - 12 * sd, ...inside.filter((x) => Math.abs(x - mu) < 12 * sd), mu + 12 * sd];
    let normaliser = 0;
    for (let e = 1; e < ends.length; e++)
      normaliser += simpson((x) => weight(x) * density(x), [ends[e - 1]!, ends[e]!], studies.intervals ?? 1000);
    sum += Math.log(weight(y)) + Math.log(density(y)) - Math.log(normaliser);
  }
  return sum;
}

function weightOf({ type, alternative, steps = [], pMin }: Studies, delta: readonly number[], z: number): number {
  const p = alternative === "twoSided" ? 2 * normalCdf(-Math.abs(z)) : normalCdf(alternative === "less" ? z : -z);
  const [d1, d2] = delta as [number, number];
  const least = pMin ?? LEAST;
  const kept = Math.min(Math.max(p, least), 1 - least);
  if (type === "beta") return kept ** (d1 - 1) * (1 - kept) ** (d2 - 1);
  if (type === "power") return (1 - kept) ** d1;
  if (type === "halfNormal") return Math.exp(-d1 * p * p);
  if (type === "negativeExponential") return Math.exp(-d1 * p);
  if (type === "logistic") return (2 * Math.exp(-d1 * p)) / (1 + Math.exp(-d1 * p));
  return delta[steps.findIndex((step) => p <= step)]!;
}

function kinks({ type, alternative, steps = [], pMin }: Studies): readonly number[] {
  const sides = alternative === "twoSided" ? 2 : 1;
  const least = pMin ?? LEAST;
  const at = type === "beta" || type === "power" ? [least, 1 - least] : type === "step" ? steps.slice(0, -1) : [];
  const z = at.map((p) => -normalQuantile(p / sides) * (alternative === "less" ? -1 : 1));
  const all = sides === 2 ? [...z, ...z.map((each) => -each), 0] : z;
  return all.sort((a, b) => a - b);
}

/** From just inside both ends, where w may jump. */
function simpson(f: (x: number) => number, [from, to]: readonly [number, number], intervals: number): number {
  const h = (to - from) / intervals;
  let sum = f(from + 1e-9 * h) + f(to - 1e-9 * h);
  for (let i = 1; i < intervals; i++) sum += (i % 2 === 1 ? 4 : 2) * f(from + i * h);
  return (sum * h) / 3;
}

/** Standard errors of some of the parameters, from second differences of the log-likelihood; the others are held. */
export function standardErrors(f: (x: readonly number[]) => number, x: readonly number[], free: readonly number[]) {
  const h = x.map((value) => 2e-3 * Math.max(0.05, Math.abs(value)));
  const moved = (i: number, di: number, j: number, dj: number) =>
    f(x.map((value, at) => value + (at === i ? di * h[i]! : 0) + (at === j ? dj * h[j]! : 0)));
  const second = (i: number, j: number, s: number) =>
    -(moved(i, s, j, s) - moved(i, s, j, -s) - moved(i, -s, j, s) + moved(i, -s, j, -s)) / (4 * s * s * h[i]! * h[j]!);
  const matrix = free.map((i) => free.map((j) => (4 * second(i, j, 0.5) - second(i, j, 1)) / 3));
  return inverse(matrix).map((row, i) => Math.sqrt(row[i]!));
}

/** Gauss-Jordan without pivoting: the matrices are positive definite. */
function inverse(matrix: readonly (readonly number[])[]): number[][] {
  const n = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...Array.from({ length: n }, (_, j) => (i === j ? 1 : 0))]);
  for (let i = 0; i < n; i++) {
    const pivot = rows[i]!.map((value) => value / rows[i]![i]!);
    rows[i] = pivot;
    for (let r = 0; r < n; r++) if (r !== i) rows[r] = rows[r]!.map((value, c) => value - rows[r]![i]! * pivot[c]!);
  }
  return rows.map((row) => row.slice(n));
}
