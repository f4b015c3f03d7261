import {
  type Effect,
  metaRegression,
  pool,
  predictAt,
  type RegressionIntervalMethod,
  regressionIntervals,
  subgroups,
} from "@acumeta/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { effectLists } from "./effectLists.ts";
import { tau2Methods } from "./methods.ts";
import { expectNear } from "./near.ts";

const groups = ["a", "b", "c"];

/** Studies of two or three groups, two or more of each. */
const grouped: fc.Arbitrary<readonly (Effect<"SMD"> & { readonly group: string })[]> = fc
  .tuple(effectLists({ minLength: 6 }), fc.constantFrom(2, 3))
  .map(([effects, m]) => effects.map((effect, i) => ({ ...effect, measure: "SMD", group: groups[i % m]! })));

test("a coefficient for each group is its mean at the τ² that all have in common", () => {
  fc.assert(
    fc.property(grouped, fc.constantFrom(...tau2Methods), (effects, tau2) => {
      const options = { tau2, interval: "z" } as const;
      const fit = metaRegression(effects, { ...options, moderators: "~ 0 + group" });
      const apart = subgroups(effects, { ...options, by: "group", commonTau2: true });
      expect(fit.coefficients.map(({ name }) => name)).toEqual(apart.groups.map(({ label }) => `group${label}`));
      for (const [i, { fit: mean }] of apart.groups.entries()) {
        const unit = mean.se;
        expectNear(fit.coefficients[i]!.estimate, mean.estimate, { unit, part: 1e-6 });
        expectNear(fit.coefficients[i]!.se, mean.se, { part: 1e-6 });
        expectNear(fit.coefficients[i]!.ci.upper, mean.ci.upper, { unit, part: 1e-6 });
      }
    }),
  );
});

test("a common effect of each group is pool's of the group alone", () => {
  fc.assert(
    fc.property(grouped, (effects) => {
      const options = { tau2: "EE", interval: "z" } as const;
      const fit = metaRegression(effects, { ...options, moderators: "~ group" });
      let Q = 0;
      for (const group of new Set(effects.map((effect) => effect.group))) {
        const own = pool(
          effects.filter((effect) => effect.group === group),
          options,
        );
        const [mean] = predictAt(fit, { group });
        expectNear(mean!.estimate, own.estimate, { unit: own.se, part: 1e-8 });
        expectNear(mean!.se, own.se, { part: 1e-8 });
        Q += own.heterogeneity.Q;
      }
      expectNear(fit.heterogeneity.QE, Q, { unit: 1, part: 1e-8 });
    }),
  );
});

const choices = fc.record({
  tau2: fc.constantFrom(...tau2Methods),
  interval: fc.constantFrom(...(Object.keys(regressionIntervals) as RegressionIntervalMethod[])),
});

test("effects of one group only, with a coefficient for the group, are pooled", () => {
  fc.assert(
    fc.property(effectLists({ minLength: 2 }), choices, (effects, options) => {
      const mean = pool(effects, options);
      const ofGroup = { names: ["a"], rows: effects.map(() => [1]) };
      const fit = metaRegression(effects, { ...options, moderators: ofGroup });
      expectNear(fit.coefficients[0]!.estimate, mean.estimate, { unit: mean.se });
      expectNear(fit.tau2.value, mean.tau2.value, { unit: mean.se ** 2 });
      expectNear(fit.coefficients[0]!.ci.lower, mean.ci.lower, { unit: mean.se });
    }),
  );
});
