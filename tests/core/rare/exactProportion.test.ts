import { betaCdf, exactProportionInterval, ruleOfThree } from "@acumeta/core";
import { expect, test } from "vitest";

/** P(X ≥ a) of a binomial. */
const atLeast = (a: number, n: number, p: number) => betaCdf(p, { a, b: n - a + 1 });

test.each([
  [1, 20],
  [3, 20],
  [19, 20],
  [250, 1000],
])("%i of %i: each limit leaves a tail of 2.5 %%", (a, n) => {
  const { lower, upper } = exactProportionInterval({ a, n });
  expect(atLeast(a, n, lower)).toBeCloseTo(0.025, 10);
  expect(1 - atLeast(a + 1, n, upper)).toBeCloseTo(0.025, 10);
});

test("no event and only events mirror each other", () => {
  const [none, all] = [exactProportionInterval({ a: 0, n: 35 }), exactProportionInterval({ a: 35, n: 35 })];
  expect(none.lower).toBe(0);
  expect(all.upper).toBe(1);
  expect(all.lower).toBeCloseTo(1 - none.upper, 14);
  expect(none.upper).toBeCloseTo(1 - 0.025 ** (1 / 35), 14);
});

test("the rule of three is the exact one-sided limit of a large group", () => {
  expect(ruleOfThree(1e6).exact).toBeCloseTo(3e-6, 7);
  expect(ruleOfThree(100).exact).toBeCloseTo(exactProportionInterval({ a: 0, n: 100 }, { level: 0.9 }).upper, 14);
  expect(ruleOfThree(1)).toMatchObject({ exact: 0.95, approximate: 1 });
});

test.each([
  [{ a: 4, n: 3 }, "EVENTS_EXCEED_TOTAL"],
  [{ a: -1, n: 3 }, "NOT_A_VALID_NUMBER"],
  [{ a: 0, n: 0 }, "NOT_A_VALID_NUMBER"],
])("%j is refused with %s", (proportion, code) => {
  expect(() => exactProportionInterval(proportion)).toThrow(expect.objectContaining({ code }));
});
