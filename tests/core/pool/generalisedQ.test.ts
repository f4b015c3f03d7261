import { type Effect, pool, type Tau2IntervalMethod } from "@acumeta/core";
import { expect, test } from "vitest";

const effects: readonly Effect<"SMD">[] = [0.1, 1.4, 0.4, 0.9, -0.6].map((yi, i) => ({
  study: String(i),
  measure: "SMD",
  yi,
  vi: 0.02 + 0.03 * i,
}));

/** P(Σλχ²₁ > q) by Imhof's integral (1961, Biometrika 48:419-426, eq. 3.2). */
function imhof(eigenvalues: readonly number[], q: number): number {
  const [end, steps] = [400, 400_000];
  let sum = 0;
  for (let step = 0; step < steps; step++) {
    const u = (end * (step + 0.5)) / steps;
    const angle = eigenvalues.reduce((total, l) => total + Math.atan(l * u), 0) / 2 - (q * u) / 2;
    const size = eigenvalues.reduce((product, l) => product * (1 + (l * u) ** 2) ** 0.25, 1);
    sum += Math.sin(angle) / (u * size);
  }
  return 0.5 + (sum * end) / steps / Math.PI;
}

/** Eigenvalues of a small symmetric matrix by Jacobi's rotations. */
function eigenvalues(matrix: number[][]): readonly number[] {
  const n = matrix.length;
  for (let sweep = 0; sweep < 60; sweep++)
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        const angle = 0.5 * Math.atan2(2 * matrix[p]![q]!, matrix[q]![q]! - matrix[p]![p]!);
        const [c, s] = [Math.cos(angle), Math.sin(angle)];
        for (const row of matrix) [row[p], row[q]] = [c * row[p]! - s * row[q]!, s * row[p]! + c * row[q]!];
        const [a, b] = [[...matrix[p]!], [...matrix[q]!]];
        matrix[p] = a.map((x, i) => c * x - s * b[i]!);
        matrix[q] = a.map((x, i) => s * x + c * b[i]!);
      }
  return matrix.map((row, i) => row[i]!);
}

test.each<[Tau2IntervalMethod, (v: number) => number]>([
  ["GENQ", (v) => 1 / v],
  ["GENQ-sqrt", (v) => 1 / Math.sqrt(v)],
])("at the limits by %s the chance of a larger Q is 2.5 and 97.5 percent", (tau2Interval, weightOf) => {
  const { ci } = pool(effects, { tau2: "DL", tau2Interval, interval: "z" }).tau2;
  const a = effects.map(({ vi }) => weightOf(vi));
  const sum = a.reduce((total, each) => total + each, 0);
  const mean = effects.reduce((total, { yi }, i) => total + a[i]! * yi, 0) / sum;
  const Q = effects.reduce((total, { yi }, i) => total + a[i]! * (yi - mean) ** 2, 0);
  const beyond = (tau2: number) => {
    const sd = effects.map(({ vi }) => Math.sqrt(vi + tau2));
    const P = a.map((ai, i) => a.map((aj, j) => ((i === j ? ai : 0) - (ai * aj) / sum) * sd[i]! * sd[j]!));
    return imhof(
      eigenvalues(P).filter((l) => l > 1e-9),
      Q,
    );
  };
  expect(beyond(ci!.lower)).toBeCloseTo(0.025, 3);
  expect(beyond(ci!.upper)).toBeCloseTo(0.975, 3);
});
