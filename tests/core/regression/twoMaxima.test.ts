import { metaRegression, pool } from "@acumeta/core";
import { expect, test } from "vitest";
import { effectsOf } from "../effectsOf.ts";

/** Effects with several maxima of the likelihood of τ², as of the tests of `pool`. */
const cases = {
  "REML, the lower higher": ["REML", [-0.13, 0.43, -27.1], [0.02, 0.02, 100]],
  "REML, the upper higher": ["REML", [-53.77, 0.5, -0.14, 72.37], [100, 0.02, 0.02, 300]],
  "REML, τ² = 0 the highest": ["REML", [-0.27, -0.38, -57.43], [0.02, 0.03, 300]],
  "ML, the lower higher": ["ML", [0.19, 3.47, 38.49, -26.94, 0.79], [0.01, 100, 100, 100, 0.03]],
  "ML, the upper higher": ["ML", [-2.32, -79.1, 43.13], [3, 200, 200]],
  "ML, three maxima": ["ML", [-0.21, 2.41, 1.71, -47.43, -35.71], [0.02, 2, 1, 200, 200]],
  "ML, the higher and the least between them within a factor of 2": [
    "ML",
    [3.103758672029148, -0.9275301159299326, 0.9694879157225705, -5.935887341533773, -50.083817367614714],
    [0.01947538174351863, 10.992579136049216, 0.038329001503054454, 1.4071056398995019, 157.448078398426],
  ],
  "REML, a least between them that is hardly lower": [
    "REML",
    [1.3550317853842997, -4.153847398062971, 34.44171165989201, -5.751989410791939, -4.90812944577305],
    [0.23070609253424978, 0.19720300601693833, 118.70189581603897, 1.8001012967484622, 0.19999238071351705],
  ],
} as const;

/** A constant of twos is no plain mean to the code, but has the same likelihood. */
test.each(Object.entries(cases))("%s: the highest is found in a regression too", (_, [tau2, y, v]) => {
  const effects = effectsOf(y, v);
  const expected = pool(effects, { tau2 });
  const fit = metaRegression(effects, { tau2, moderators: { names: ["two"], rows: effects.map(() => [2]) } });
  expect(fit.fit.ML.logLik).toBeCloseTo(expected.fit.ML.logLik, 7);
  expect(Math.abs(fit.tau2.value - expected.tau2.value)).toBeLessThanOrEqual(1e-7 * expected.tau2.value);
});

test.each(Object.entries(cases).filter(([, [tau2]]) => tau2 === "REML"))(
  "%s: and where a study with a level of its own adds nothing",
  (_, [tau2, y, v]) => {
    const effects = effectsOf([...y, 3], [...v, 0.1]).map((effect, i) => ({
      ...effect,
      group: i < y.length ? "a" : "b",
    }));
    const fit = metaRegression(effects, { tau2, moderators: "~ group" });
    const expected = pool(effectsOf(y, v), { tau2 }).tau2.value;
    expect(Math.abs(fit.tau2.value - expected)).toBeLessThanOrEqual(1e-7 * expected);
  },
);
