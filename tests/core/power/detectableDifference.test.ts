import { detectableDifference, noncentralTCdf, normalCdf, tQuantile } from "@acumeta/core";
import { expect, test } from "vitest";

test.each([1.2, 2, 5, 40])("with %d degrees of freedom, a test of this difference has the power asked for", (df) => {
  for (const power of [0.5, 0.8, 0.95])
    for (const level of [0.9, 0.95]) {
      const ncp = detectableDifference({ se: 1, df, level, power });
      expect(noncentralTCdf(tQuantile(0.5 + level / 2, df), { df, ncp }, { upper: true })).toBeCloseTo(power, 10);
    }
});

test("2.80 standard errors for 80 % and a normal distribution, in proportion to the standard error", () => {
  const found = detectableDifference({ se: 1, df: null, level: 0.95, power: 0.8 });
  expect(found).toBeCloseTo(2.801585, 6);
  expect(normalCdf(found - 1.959963984540054)).toBeCloseTo(0.8, 12);
  expect(detectableDifference({ se: 0.25, df: null, level: 0.95, power: 0.8 })).toBeCloseTo(found / 4, 12);
  expect(detectableDifference({ se: 1, df: 1e6, level: 0.95, power: 0.8 })).toBeCloseTo(found, 4);
});
