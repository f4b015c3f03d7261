import { assumedCovariance, multilevel, overCorrelations } from "@acumeta/core";
import { expect, test } from "vitest";
import { faults } from "../faults.ts";
import { repeated } from "./effects.ts";

const outcome = { column: "outcome" } as const;
const time = { column: "week", autocorrelation: 0.9 } as const;
const random = "~ 1 | study";

test("each fit is that of multilevel at its correlation", () => {
  const { fits, varied, k } = overCorrelations(repeated, { random, method: "ML", test: "z" }, [0, 0.7]);
  expect([k, varied, fits.map(({ correlation }) => correlation)]).toEqual([5, "correlation", [0, 0.7]]);
  for (const { correlation, ...fit } of fits) {
    const V = assumedCovariance(repeated, { correlation });
    const expected = multilevel(repeated, { random, method: "ML", test: "z", V });
    expect(fit.coefficients).toEqual(expected.coefficients);
    expect(fit.random.map(({ components }) => components)).toEqual(expected.random.map(({ components }) => components));
    expect([fit.logLik, fit.I2, fit.pi]).toEqual([expected.fit.logLik, expected.heterogeneity.I2, expected.pi]);
  }
  expect(fits[0]!.logLik).not.toBeCloseTo(fits[1]!.logLik, 3);
});

test("varies the only part that is assumed, or the one that is named", () => {
  const swept = overCorrelations(repeated, { random, dependence: { outcome, time }, vary: "outcome" }, [0.2]);
  const V = assumedCovariance(repeated, { outcome: { ...outcome, correlation: 0.2 }, time });
  expect(swept.fits[0]!.logLik).toBe(multilevel(repeated, { random, V }).fit.logLik);
  const dependence = { time: { column: "week" }, outcome: { ...outcome, correlation: 0.2 } };
  const overTime = overCorrelations(repeated, { random, dependence, vary: "time" }, [0.9]);
  expect(overTime.fits).toEqual([{ ...swept.fits[0], correlation: 0.9 }]);
  const numbered = repeated.map((effect, i) => ({ ...effect, outcome: i }));
  expect(overCorrelations(numbered, { random, dependence: { outcome } }, [0.5])).toMatchObject({ varied: "outcome" });
});

test("the result is frozen plain data", () => {
  const result = overCorrelations(repeated, { random }, [0, 0.5]);
  expect(faults(result)).toEqual([]);
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
});
