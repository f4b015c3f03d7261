import { pool } from "@acumeta/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { changed, effectLists } from "./effectLists.ts";
import { choices } from "./methods.ts";
import { expectNear } from "./near.ts";

test("the order of studies does not matter", () => {
  const shuffled = effectLists().chain((effects) =>
    fc.tuple(fc.constant(effects), fc.shuffledSubarray([...effects], { minLength: effects.length })),
  );
  fc.assert(
    fc.property(shuffled, choices, ([effects, others], options) => {
      const [one, other] = [pool(effects, options), pool(others, options)];
      const unit = one.se;
      expectNear(other.estimate, one.estimate, { unit });
      expectNear(other.ci.upper, one.ci.upper, { unit });
      expectNear(other.tau2.value, one.tau2.value, { unit: unit ** 2 });
      expectNear(other.heterogeneity.Q, one.heterogeneity.Q, { unit: 1 });
    }),
  );
});

test("turning the sign of every effect turns the result and nothing else", () => {
  fc.assert(
    fc.property(effectLists(), choices, (effects, options) => {
      const one = pool(effects, options);
      const other = pool(
        changed(effects, ({ yi }) => ({ yi: 0 - yi })),
        options,
      );
      expect(other.estimate).toBe(0 - one.estimate);
      expect([other.ci.lower, other.ci.upper]).toEqual([0 - one.ci.upper, 0 - one.ci.lower]);
      expect([other.tau2, other.heterogeneity, other.ci.p]).toEqual([one.tau2, one.heterogeneity, one.ci.p]);
    }),
  );
});

test("shifting every effect shifts the estimate and changes no variance", () => {
  fc.assert(
    fc.property(effectLists(), choices, fc.integer({ min: -1000, max: 1000 }), (effects, options, shift) => {
      const one = pool(effects, options);
      const other = pool(
        changed(effects, ({ yi }) => ({ yi: yi + shift })),
        options,
      );
      expectNear(other.estimate, one.estimate + shift, { unit: one.se });
      expectNear(other.tau2.value, one.tau2.value, { unit: one.se ** 2 });
      expectNear(other.se, one.se);
      expect(other.tau2.ci).toEqual(one.tau2.ci);
      expect(other.heterogeneity.Q).toEqual(one.heterogeneity.Q);
    }),
  );
});

test("a change of unit scales the estimate, and τ² by its square", () => {
  fc.assert(
    fc.property(effectLists(), choices, fc.integer({ min: -20, max: 20 }), (effects, options, power) => {
      const unit = 2 ** power;
      const one = pool(effects, options);
      fc.pre(one.ci.upper < 1e300);
      const other = pool(
        changed(effects, ({ yi, vi }) => ({ yi: unit * yi, vi: unit ** 2 * vi })),
        options,
      );
      expectNear(other.estimate / unit, one.estimate);
      expectNear(other.ci.lower / unit, one.ci.lower);
      expectNear((other.pi?.upper ?? 0) / unit, one.pi?.upper ?? 0);
      expectNear(other.tau2.value / unit ** 2, one.tau2.value);
      expectNear((other.tau2.ci?.upper ?? 0) / unit ** 2, one.tau2.ci?.upper ?? 0);
      expectNear(other.heterogeneity.I2, one.heterogeneity.I2);
    }),
  );
});

test("every study twice halves the variance of the common effect and leaves the effect", () => {
  fc.assert(
    fc.property(effectLists({ minLength: 1 }), (effects) => {
      const one = pool(effects, { tau2: "EE", interval: "z" });
      const twice = pool([...effects, ...effects], { tau2: "EE", interval: "z" });
      expectNear(twice.se ** 2, one.se ** 2 / 2);
      expectNear(twice.estimate, one.estimate, { unit: one.se });
      expectNear(twice.heterogeneity.Q, 2 * one.heterogeneity.Q, { unit: 1 });
    }),
  );
});

test("a random-effects model with τ² = 0 is the common-effect model", () => {
  const alike = effectLists().map((effects) => changed(effects, ({ yi, vi }) => ({ yi: yi * Math.sqrt(vi) * 0.1 })));
  fc.assert(
    fc.property(alike, choices, (effects, options) => {
      const random = pool(effects, options);
      fc.pre(random.tau2.value === 0);
      const common = pool(effects, { ...options, tau2: "EE" });
      expect([random.estimate, random.se, random.ci]).toEqual([common.estimate, common.se, common.ci]);
      expect(random.studies).toEqual(common.studies);
    }),
  );
});

test("τ² far above every variance makes the mean the plain mean", () => {
  fc.assert(
    fc.property(effectLists(), choices, (effects, options) => {
      const precise = changed(effects, ({ vi }) => ({ vi: 1e-16 * vi }));
      const { estimate, tau2 } = pool(precise, options);
      fc.pre(tau2.value > 1e9 * Math.max(...precise.map(({ vi }) => vi)));
      const mean = effects.reduce((sum, { yi }) => sum + yi, 0) / effects.length;
      expectNear(estimate, mean, { unit: 10, part: 1e-8 });
    }),
  );
});
