import { chiSquareCdf, normalCdf } from "@acumeta/core";
import { expect, test } from "vitest";
import { chiSquares } from "../../../packages/core/src/ranks/draw/chiSquares.ts";
import { deviations } from "../../../packages/core/src/ranks/draw/deviations.ts";
import { normals } from "../../../packages/core/src/ranks/draw/normals.ts";
import { uniforms } from "../../../packages/core/src/resample/random.ts";

const DRAWS = 40_000;

/** The largest distance of the empirical distribution from the one drawn from; below 1.95/√n in 999 of 1,000 samples. */
function distance(draw: () => number, cdf: (x: number) => number): number {
  const sorted = Float64Array.from({ length: DRAWS }, draw).sort();
  return sorted.reduce((most, x, i) => Math.max(most, cdf(x) - i / DRAWS, (i + 1) / DRAWS - cdf(x)), 0);
}

test("normal numbers", () => {
  expect(distance(normals(uniforms(1)), (x) => normalCdf(x))).toBeLessThan(1.95 / Math.sqrt(DRAWS));
});

test.each([0.4, 1, 2, 3.5, 20])("χ² numbers of %f degrees of freedom", (df) => {
  const uniform = uniforms(2);
  const draw = chiSquares(df, uniform, normals(uniform));
  expect(distance(draw, (x) => chiSquareCdf(x, df))).toBeLessThan(1.95 / Math.sqrt(DRAWS));
});

test("deviations have the covariances they should, also where these are singular", () => {
  const V = [
    [2, 1, 0, 3],
    [1, 1, 0, 2],
    [0, 0, 0, 0],
    [3, 2, 0, 5],
  ];
  const joint = {
    names: ["a", "b", "c", "d"],
    advantage: new Float64Array(4),
    V: Float64Array.from(V.flat()),
    df: null,
  };
  const fill = deviations(joint, 3);
  const row = new Float64Array(4);
  const sums = V.map((each) => each.map(() => 0));
  for (let draw = 0; draw < DRAWS; draw++) {
    fill(row);
    for (let i = 0; i < 4; i++) for (let j = 0; j < 4; j++) sums[i]![j]! += (row[i]! * row[j]!) / DRAWS;
    expect(row[3]! - row[0]! - row[1]!).toBeCloseTo(0, 6);
  }
  for (let i = 0; i < 4; i++) for (let j = 0; j < 4; j++) expect(Math.abs(sums[i]![j]! - V[i]![j]!)).toBeLessThan(0.2);
});
