import { poolMany } from "@acumeta/core";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { describe, expect, test } from "vitest";
import { tau2Methods } from "./methods.ts";

const GROUPS = 20_000;

/** Data sets of 2 to 40 studies: variances over six decades, from no heterogeneity to a thousand times the variances. */
function randomGroups() {
  const random = xoroshiro128plus(20_260_101);
  const uniform = (low: number, high: number) => low + (high - low) * uniformFloat64(random);
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniformFloat64(random))) * Math.cos(uniform(0, 2 * Math.PI));
  const y: number[] = [];
  const v: number[] = [];
  const offsets = [0];
  for (let g = 0; g < GROUPS; g++) {
    const k = Math.floor(uniform(2, 41));
    const decades = uniform(0, 6);
    const tau = g % 4 === 0 ? 0 : 10 ** uniform(-3, 1.5);
    for (let i = 0; i < k; i++) {
      const vi = 10 ** uniform(-decades / 2, decades / 2);
      v.push(vi);
      y.push(normal() * Math.sqrt(vi) + normal() * tau);
    }
    offsets.push(y.length);
  }
  return { y: Float64Array.from(y), v: Float64Array.from(v), offsets: Int32Array.from(offsets) };
}

const groups = randomGroups();

describe.each(tau2Methods)("of 20,000 random data sets pooled by %s", (tau2) => {
  const { converged, ...numbers } = poolMany(groups, { tau2 });

  test("all converge", () => {
    expect(converged).toHaveLength(GROUPS);
    expect(converged.findIndex((flag) => flag !== 1)).toBe(-1);
  });

  test("all results are finite", () => {
    for (const [name, column] of Object.entries(numbers))
      expect(`${name} ${column.findIndex((value) => !Number.isFinite(value))}`).toBe(`${name} -1`);
  });

  test("no τ² is negative", () => {
    expect(numbers.tau2.findIndex((value) => value < 0)).toBe(-1);
  });
});

test("a fair part of the data sets has its τ² at 0", () => {
  const zeros = poolMany(groups, { tau2: "PM" }).tau2.filter((value) => value === 0).length;
  expect(zeros).toBeGreaterThan(0.1 * GROUPS);
  expect(zeros).toBeLessThan(0.5 * GROUPS);
});
