import { type BiasTestId, biasTest, correctForBias, type Effect, pool } from "@acumeta/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectsOf } from "../effectsOf.ts";

const effects = effectsOf([0.1, 0.4, 0.5, 0.9, -0.1, 0.3], [0.01, 0.04, 0.09, 0.16, 0.02, 0.05]);
const numbers: BiasTestId[] = ["Egger", "mixed", "Thompson-Sharp", "Begg"];
const thousandths = (min: number, max: number) => fc.integer({ min, max }).map((value) => value / 1000);
const lists = fc
  .uniqueArray(fc.record({ y: thousandths(-3000, 3000), v: thousandths(10, 2000) }), {
    selector: ({ y }) => y,
    minLength: 4,
    maxLength: 12,
  })
  .map((rows) =>
    effectsOf(
      rows.map(({ y }) => y),
      rows.map(({ v }) => v),
    ),
  );

function close(ours: number | null, theirs: number | null): void {
  if (ours === null || theirs === null) expect(ours).toBe(theirs);
  else expect(ours).toBeCloseTo(theirs, 6);
}
const changed = (list: readonly Effect<"SMD">[], to: (yi: number) => number) =>
  list.map((effect) => ({ ...effect, yi: to(effect.yi) }));

describe.each(numbers)("%s", (id) => {
  test("does not hang on the order of the studies", () => {
    fc.assert(
      fc.property(lists, (list) => {
        close(biasTest(list, { test: id }).p, biasTest([...list].reverse(), { test: id }).p);
      }),
    );
  });

  test("turns round with the effects", () => {
    fc.assert(
      fc.property(lists, (list) => {
        const [one, other] = [list, changed(list, (yi) => -yi)].map((each) => biasTest(each, { test: id }));
        close(one!.p, other!.p);
        close(one!.asymmetry?.value ?? null, other!.asymmetry === null ? null : -other!.asymmetry.value);
      }),
    );
  });

  test("has nothing to test where all studies are of one size", () => {
    const found = biasTest(effectsOf([0.1, 0.4, 0.5], [0.1, 0.1, 0.1]), { test: id });
    expect(found).toMatchObject({ statistic: null, p: null, asymmetry: null, limit: null });
    expect(found.notes).toHaveLength(1);
  });

  test("refuses two studies", () => {
    expect(() => biasTest(effects.slice(0, 2), { test: id })).toThrow(
      expect.objectContaining({ code: "TOO_FEW_EFFECTS" }),
    );
  });
});

test("Egger's slope is his intercept of y/se on 1/se", () => {
  const se = effects.map(({ vi }) => Math.sqrt(vi));
  const [x, z] = [se.map((s) => 1 / s), effects.map(({ yi }, i) => yi / se[i]!)];
  const mean = (values: number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
  const slope =
    mean(x.map((each, i) => (each - mean(x)) * (z[i]! - mean(z)))) / mean(x.map((each) => (each - mean(x)) ** 2));
  expect(biasTest(effects).asymmetry!.value).toBeCloseTo(mean(z) - slope * mean(x), 12);
});

test("effects on a line have no p value of their own making: the slope is told, the statistic is not", () => {
  const onLine = effectsOf([1, 2, 3, 4], [1, 4, 9, 16]);
  const { asymmetry, p } = biasTest(onLine);
  expect(asymmetry!.value).toBeCloseTo(1, 12);
  expect(p).toBeLessThan(1e-10);
});

test("identical effects in studies of any size are no asymmetry: nothing is made of rounding", () => {
  const variances = fc.array(thousandths(10, 2000), { minLength: 3, maxLength: 14 });
  fc.assert(
    fc.property(thousandths(-900, 900), variances, (y, v) => {
      const same = effectsOf(Array(v.length).fill(y), v);
      for (const test of numbers) expect(biasTest(same, { test }).p ?? 1).toBeCloseTo(1, 9);
      for (const method of ["PET", "PEESE"] as const) expect(correctForBias(same, { method }).slope?.p ?? 1).toBe(1);
    }),
    { numRuns: 300 },
  );
});

test.each([1e6, 1e-6, 1e12])("the same effects in a unit of %d have the same test and limit", (unit) => {
  const moved = effects.map((effect) => ({ ...effect, yi: unit * effect.yi, vi: unit * unit * effect.vi }));
  for (const test of numbers) {
    const [one, other] = [biasTest(effects, { test }), biasTest(moved, { test })];
    expect(other.statistic).toBeCloseTo(one.statistic!, 9);
    expect(other.p).toBeCloseTo(one.p!, 9);
    close((other.limit?.lower ?? 0) / unit, one.limit?.lower ?? 0);
  }
});

test("without heterogeneity the mixed-effects line is that of a common effect", () => {
  const even = effectsOf([0.3, 0.31, 0.29, 0.3], [0.1, 0.2, 0.3, 0.4]);
  expect(pool(even).tau2.value).toBe(0);
  expect(biasTest(even, { test: "mixed" })).toEqual(
    expect.objectContaining({ tau2: 0, asymmetry: biasTest(even, { test: "mixed", tau2: "EE" }).asymmetry }),
  );
});

test("predictors of size need the number of patients of every study", () => {
  expect(() => biasTest(effects, { predictor: "ni" })).toThrow(
    expect.objectContaining({ code: "MISSING_SAMPLE_SIZE" }),
  );
  const sized = effects.map((effect, i) => ({ ...effect, n: 40 + 10 * i }));
  expect(biasTest(sized, { predictor: "ninv" }).limit).not.toBeNull();
  expect(biasTest(sized, { predictor: "ni" }).limit).toBeNull();
});

test.each(["Harbord", "Peters", "Schwarzer", "Pustejovsky"] as const)("%s refuses mere effects", (id) => {
  expect(() => biasTest(effects, { test: id })).toThrow(expect.objectContaining({ code: "NEEDS_OTHER_ROWS" }));
});
