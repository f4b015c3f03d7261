import { expect, test } from "vitest";
import { integrate } from "../../../packages/core/src/numerics/integrate.ts";
import { expectNear } from "../../properties/near.ts";

test.each<[string, (x: number) => number, [number, number], number]>([
  ["a bell in a wide interval", (x) => Math.exp(-0.5 * x * x), [-30, 30], Math.sqrt(2 * Math.PI)],
  ["a slow rise and a sudden fall", (x) => Math.exp(x - Math.exp(x)), [-40, 5], 1 - Math.exp(-Math.exp(5))],
  ["a step of width 1/100", (x) => 1 / (1 + Math.exp(100 * x)), [-1, 1], 1],
  ["numbers near the smallest", (x) => 1e-300 * x * x, [0, 3], 9e-300],
])("integrates %s", (_, f, ends, expected) => {
  expectNear(integrate(f, ends), expected, { part: 1e-10 });
});

test("takes few points for a smooth function", () => {
  let calls = 0;
  integrate(
    (x) => {
      calls += 1;
      return Math.exp(-0.5 * x * x);
    },
    [-9, 9],
  );
  expect(calls).toBeLessThan(600);
});
