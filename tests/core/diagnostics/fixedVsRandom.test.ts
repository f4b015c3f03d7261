import { fixedVsRandom, pool } from "@acumeta/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectLists } from "../../properties/effectLists.ts";
import { expectNear } from "../../properties/near.ts";
import { edgeCases } from "../edgeCases.ts";
import { effectsOf } from "../effectsOf.ts";
import { faults } from "../faults.ts";

describe("the two models side by side", () => {
  test("are those of pool, and differ by their estimates", () => {
    fc.assert(
      fc.property(effectLists({ maxLength: 6 }), (list) => {
        const { fixed, random, difference, se } = fixedVsRandom(list, { tau2: "DL" });
        expect(random).toEqual(pool(list, { tau2: "DL" }));
        expect(fixed).toEqual(pool(list, { tau2: "EE", interval: "z" }));
        expectNear(difference, random.estimate - fixed.estimate, { unit: 4 });
        expect(se).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("have a difference whose variance is that of the fixed less that of the random estimate, under the latter", () => {
    const effects = effectsOf([1, 0.6, 0.1], [0.2, 0.05, 0.01]);
    const { fixed, random, se } = fixedVsRandom(effects, { tau2: "DL" });
    const ofFixed = effects.reduce(
      (sum, { vi }, i) => sum + (fixed.studies[i]!.weight / 100) ** 2 * (vi + random.tau2.value),
      0,
    );
    expect(se ** 2).toBeCloseTo(ofFixed - random.se ** 2, 12);
  });

  test.each([
    ["τ² is 0", effectsOf([0.3, 0.31, 0.29], [1, 2, 3])],
    ["all studies have one variance", effectsOf([0.1, 0.9, 0.4], [0.01, 0.01, 0.01])],
    ["there is one study", effectsOf([0.4], [0.1])],
  ])("do not differ where %s", (_, effects) => {
    const gap = fixedVsRandom(effects);
    expect(gap).toMatchObject({ difference: 0, se: 0, statistic: null, p: null });
    expect(gap.inWords).toMatch(/alike/);
  });
});

describe("in words", () => {
  const v = [0.2, 0.15, 0.1, 0.01, 0.005];
  const words = (y: readonly number[]) => fixedVsRandom(effectsOf(y, v), { tau2: "DL" }).inWords;

  test("small studies show larger, smaller or opposite effects", () => {
    expect(words([1.4, 1.2, 0.9, 0.3, 0.1])).toMatch(/further from 0 .* show larger effects, by/);
    expect(words([0.1, 0.1, 0.3, 0.9, 1.3])).toMatch(/closer to 0 .* show smaller effects, by/);
    expect(words([-1.2, -1, -0.8, 0.3, 0.1])).toMatch(/on the other side of 0 .* another direction, by/);
  });

  test("by more than heterogeneity lets expect, or not", () => {
    const many = Array.from({ length: 20 }, (_, i) => i / 20);
    const steep = fixedVsRandom(
      effectsOf(
        many.map((x) => 2 * x),
        many.map((x) => 0.002 + x / 5),
      ),
    );
    expect(steep.p).toBeLessThan(0.05);
    expect(steep.inWords).toMatch(/more than heterogeneity .* small-study effects/);
    expect(words([0.3, 0.9, 0.2, 0.6, 0.1])).toMatch(/no more than heterogeneity/);
  });
});

test.each(Object.entries(edgeCases))("of %s are finite and frozen", (_, list) => {
  expect(faults(fixedVsRandom(list))).toEqual([]);
});
