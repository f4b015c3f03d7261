import { pool } from "@acumeta/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changed, effectLists } from "./effectLists.ts";
import { criteria } from "./likelihood.ts";

/** Outliers on a few tiers of precision make likelihoods with several maxima. */
const tiered = fc
  .array(fc.record({ z: fc.integer({ min: -5, max: 5 }), tier: fc.constantFrom(0.1, 10, 1000) }), {
    minLength: 3,
    maxLength: 9,
  })
  .chain((rows) =>
    effectLists({ minLength: rows.length, maxLength: rows.length }).map((effects) =>
      effects.map((effect, i) => ({ ...effect, yi: rows[i]!.z * rows[i]!.tier, vi: rows[i]!.tier ** 2 })),
    ),
  );
const lists = fc.oneof(effectLists(), tiered, effectLists({ minLength: 20, maxLength: 60 }));
const grid = [0, ...Array.from({ length: 400 }, (_, i) => 1e-6 * 1.07 ** i)];

describe.each(["ML", "REML"] as const)("τ² by %s", (tau2) => {
  const { value, score } = criteria[tau2];
  const solve = (effects: Parameters<typeof pool>[0]) => ({
    y: effects.map(({ yi }) => yi),
    v: effects.map(({ vi }) => vi),
    found: pool(effects, { tau2 }).tau2,
  });

  test("above 0 has a score of 0", () => {
    fc.assert(
      fc.property(lists, (effects) => {
        const { y, v, found } = solve(effects);
        fc.pre(found.value > 0);
        expect(Math.abs(score(y, v, found.value))).toBeLessThan(1e-7);
      }),
    );
  });

  test("at 0 has a score of at most 0", () => {
    const alike = lists.map((effects) =>
      changed(effects, ({ yi, vi }) => ({ yi: 0.2 * Math.sign(yi) * Math.sqrt(vi) })),
    );
    fc.assert(
      fc.property(alike, (effects) => {
        const { y, v, found } = solve(effects);
        fc.pre(found.value === 0);
        expect(score(y, v, 0)).toBeLessThan(1e-9);
      }),
    );
  });

  test("has the highest likelihood of a dense grid", () => {
    fc.assert(
      fc.property(lists, (effects) => {
        const { y, v, found } = solve(effects);
        const best = Math.max(...grid.map((candidate) => value(y, v, candidate)));
        const own = value(y, v, found.value);
        expect(own).toBeGreaterThanOrEqual(best - 1e-10 * (1 + Math.abs(best)));
      }),
    );
  });

  test("is what the log-likelihood of the fit is taken at, up to its constants", () => {
    fc.assert(
      fc.property(lists, (effects) => {
        const { fit, k, tau2: found } = pool(effects, { tau2 });
        const [y, v] = [effects.map(({ yi }) => yi), effects.map(({ vi }) => vi)];
        const constants = { ML: k * Math.log(2 * Math.PI), REML: (k - 1) * Math.log(2 * Math.PI) - Math.log(k) };
        const expected = value(y, v, found.value) - 0.5 * constants[tau2];
        expect(Math.abs(fit[tau2]!.logLik - expected)).toBeLessThan(1e-9 * (1 + Math.abs(expected)));
      }),
    );
  });
});
