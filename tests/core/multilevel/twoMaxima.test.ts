import { multilevel, pool } from "@acumeta/core";
import { expect, test } from "vitest";
import { expectNear } from "../../properties/near.ts";
import { effectsOf } from "../effectsOf.ts";

/** Effects whose likelihood has a maximum at τ² = 0 and one inside: either may be the higher. */
const lists = {
  "0 is the higher": effectsOf([0, -2, 0, 0], [0.0383, 0.3683, 0.8124, 0.0199]),
  "0 is the lower": effectsOf([0, -2, 0, 0], [0.0383, 0.2, 0.8124, 0.0199]),
} as const;

test.each([
  ["0 is the higher", true],
  ["0 is the lower", false],
] as const)("the higher of two maxima is found: %s", (name, isZero) => {
  const effects = lists[name];
  const { tau2, fit } = pool(effects, { tau2: "ML" });
  expect(tau2.value === 0).toBe(isZero);
  const found = multilevel(effects, { random: "~ 1 | study", method: "ML" });
  expectNear(found.random[0]!.components[0]!.value, tau2.value, { unit: 1, part: 1e-6 });
  expectNear(found.fit.logLik, fit.ML.logLik, { unit: 1, part: 1e-8 });
});

test("no effect of trials and of effects may be higher than a maximum with one", () => {
  const effects = [
    [0, 0, 0.398],
    [0, -1.87, 0.346],
    [1, 0, 0.012],
    [1, 0, 0.508],
    [1, 0, 0.413],
    [2, 0, 0.975],
    [2, 0, 0.819],
    [2, 0, 0.036],
    [3, -1.13, 0.873],
    [3, 0.32, 0.306],
    [4, 0.95, 0.142],
  ].map(([trial, yi, vi]) => ({ study: `t${trial}`, measure: "SMD" as const, yi: yi!, vi: vi! }));
  const fit = multilevel(effects, { random: "~ 1 | study/effect", method: "ML" });
  expect(fit.fit.logLik).toBeGreaterThan(pool(effects, { tau2: "EE" }).fit.ML.logLik - 1e-9);
});
