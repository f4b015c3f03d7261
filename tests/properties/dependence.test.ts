import { aggregate, assumedCovariance, type Effect, multilevel, overCorrelations, pool } from "@acumeta/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { effectLists } from "./effectLists.ts";
import { expectNear } from "./near.ts";

type Reported = Effect<"SMD"> & {
  readonly outcome: string;
  readonly week: number;
  readonly arm: string;
  readonly control: string;
  readonly n1: number;
  readonly n2: number;
};

/** Effects of a few studies, outcomes, weeks and arms, no two alike in all of them; arms against one control. */
const reported: fc.Arbitrary<readonly Reported[]> = fc
  .uniqueArray(
    fc.record({
      study: fc.constantFrom("A", "B", "C"),
      outcome: fc.constantFrom("pain", "function"),
      week: fc.constantFrom(0, 4, 12),
      arm: fc.constantFrom("real", "sham"),
    }),
    { minLength: 2, maxLength: 12, selector: (row) => Object.values(row).join() },
  )
  .chain((rows) =>
    fc.tuple(
      effectLists({ minLength: rows.length, maxLength: rows.length }),
      fc.record({ real: fc.integer({ min: 5, max: 200 }), sham: fc.integer({ min: 5, max: 200 }) }),
      fc.constant(rows),
    ),
  )
  .map(([effects, sizes, rows]) =>
    rows.map((row, i) => ({ ...effects[i]!, ...row, control: "none", n1: sizes[row.arm as "real"], n2: 40 })),
  );

const correlation = fc.double({ min: 0, max: 0.95, noNaN: true });

const parts = fc.record({
  outcome: fc.record({ column: fc.constant("outcome"), correlation }),
  time: fc.record({ column: fc.constant("week"), autocorrelation: correlation }),
  arms: fc.constant({ columns: ["arm", "control"], sizes: ["n1", "n2"] } as const),
});

const reordered = <T>(list: readonly T[]) =>
  fc.shuffledSubarray(
    list.map((_, i) => i),
    { minLength: list.length },
  );

/** The covariance of any two effects, 0 between blocks. */
function inFull(effects: readonly Effect[], V: ReturnType<typeof assumedCovariance>): number[][] {
  const full = effects.map(() => effects.map(() => 0));
  for (const { rows, matrix } of V)
    for (const [a, i] of rows.entries()) for (const [b, j] of rows.entries()) full[i]![j] = matrix[a]![b]!;
  return full;
}

test("sensible assumptions can always be true; V is symmetric, with vi on its diagonal", () => {
  fc.assert(
    fc.property(reported, parts, (effects, assumed) => {
      const V = inFull(effects, assumedCovariance(effects, assumed));
      for (const [i, row] of V.entries())
        for (const [j, covariance] of row.entries()) {
          expect(covariance).toBe(V[j]![i]);
          if (i === j) expect(covariance).toBe(effects[i]!.vi);
          if (i !== j) expect(covariance ** 2).toBeLessThan(effects[i]!.vi * effects[j]!.vi);
        }
    }),
  );
});

test("a cluster of one is its variance", () => {
  fc.assert(
    fc.property(effectLists(), correlation, (effects, r) => {
      expect(assumedCovariance(effects, { correlation: r })).toEqual(
        effects.map(({ study, vi }, row) => ({ cluster: study, rows: [row], matrix: [[vi]] })),
      );
    }),
  );
});

test("correlations of 0 leave the diagonal", () => {
  fc.assert(
    fc.property(reported, (effects) => {
      const V = inFull(effects, assumedCovariance(effects, { correlation: 0 }));
      expect(V).toEqual(effects.map(({ vi }, i) => effects.map((_, j) => (i === j ? vi : 0))));
    }),
  );
});

test("the order of effects changes the order of V and nothing else", () => {
  const shuffled = reported.chain((effects) => fc.tuple(fc.constant(effects), reordered(effects)));
  fc.assert(
    fc.property(shuffled, parts, ([effects, order], assumed) => {
      const V = inFull(effects, assumedCovariance(effects, assumed));
      const others = order.map((i) => effects[i]!);
      const W = inFull(others, assumedCovariance(others, assumed));
      for (const [a, i] of order.entries())
        for (const [b, j] of order.entries()) expectNear(W[a]![b]!, V[i]![j]!, { part: 1e-14 });
    }),
  );
});

test("the other way round, effects turn their sign and keep their covariance", () => {
  const turnable = reported.chain((effects) =>
    fc.tuple(fc.constant(effects), fc.array(fc.boolean(), { minLength: effects.length, maxLength: effects.length })),
  );
  fc.assert(
    fc.property(turnable, parts, ([effects, turns], assumed) => {
      const sign = (i: number) => (turns[i] ? -1 : 1);
      const turned = effects.map((effect, i) =>
        turns[i] ? { ...effect, arm: effect.control, control: effect.arm, n1: effect.n2, n2: effect.n1 } : effect,
      );
      const V = inFull(effects, assumedCovariance(effects, assumed));
      const W = inFull(turned, assumedCovariance(turned, assumed));
      for (const [i, row] of V.entries())
        for (const [j, covariance] of row.entries())
          expectNear(W[i]![j]!, sign(i) * sign(j) * covariance, { part: 1e-14 });
    }),
  );
});

test("the order of effects changes no aggregate", () => {
  const shuffled = reported.chain((effects) => fc.tuple(fc.constant(effects), reordered(effects)));
  fc.assert(
    fc.property(shuffled, correlation, ([effects, order], r) => {
      const byStudy = (list: readonly Effect<"SMD">[]) =>
        new Map(aggregate(list, { correlation: r }).effects.map((effect) => [effect.study, effect]));
      const others = byStudy(order.map((i) => effects[i]!));
      for (const [study, { yi, vi }] of byStudy(effects)) {
        expectNear(others.get(study)!.yi, yi, { unit: 100 });
        expectNear(others.get(study)!.vi, vi);
      }
    }),
  );
});

test("no mean is more precise than that of the smallest variance", () => {
  fc.assert(
    fc.property(reported, correlation, (effects, r) => {
      const best = aggregate(effects, { correlation: r }).effects;
      const plain = aggregate(effects, { correlation: r, weights: "equal" }).effects;
      for (const [i, { vi, merged }] of best.entries()) {
        expect(vi).toBeLessThanOrEqual(plain[i]!.vi * (1 + 1e-9));
        for (const row of merged.rows) expect(vi).toBeLessThanOrEqual(effects[row]!.vi * (1 + 1e-9));
        expectNear(
          merged.weights.reduce((sum, weight) => sum + weight, 0),
          1,
        );
      }
    }),
  );
});

test("effects of equal variance v, correlated by r: their plain mean, with v(1 + (n − 1)r)/n, which is v as r → 1", () => {
  fc.assert(
    fc.property(effectLists(), fc.constantFrom(0, 0.5, 0.99, 1 - 1e-8), (effects, r) => {
      const { vi: v } = effects[0]!;
      const n = effects.length;
      const alike = effects.map((effect) => ({ ...effect, study: "A", vi: v }));
      const [one] = aggregate(alike, { correlation: r }).effects;
      expectNear(one!.vi, (v * (1 + (n - 1) * r)) / n, { part: 1e-7 });
      expectNear(one!.yi, effects.reduce((sum, { yi }) => sum + yi, 0) / n, { unit: 1, part: 1e-7 });
      if (r > 0.999) expectNear(one!.vi, v, { part: 1e-6 });
    }),
  );
});

test("independent effects aggregate to their common effect, and so does the whole", () => {
  fc.assert(
    fc.property(reported, (effects) => {
      const common = { tau2: "EE", interval: "z" } as const;
      const { effects: merged } = aggregate(effects, { correlation: 0 });
      for (const { study, yi, vi } of merged) {
        const own = pool(
          effects.filter((effect) => effect.study === study),
          common,
        );
        expectNear(yi, own.estimate, { unit: own.se });
        expectNear(vi, own.se ** 2);
      }
      const [one, other] = [pool(effects, common), pool(merged, common)];
      expectNear(other.estimate, one.estimate, { unit: one.se });
      expectNear(other.se, one.se);
    }),
  );
});

test("one effect in each study: no assumed correlation matters, and the sweep is flat", () => {
  fc.assert(
    fc.property(effectLists({ minLength: 3 }), correlation, (effects, r) => {
      const random = "~ 1 | study";
      const { fits } = overCorrelations(effects, { random }, [0, r]);
      const without = multilevel(effects, { random });
      for (const { coefficients, logLik } of fits) {
        expectNear(coefficients[0]!.estimate, without.coefficients[0]!.estimate, { unit: 1, part: 1e-7 });
        expectNear(logLik, without.fit.logLik, { unit: 1, part: 1e-8 });
      }
    }),
    { numRuns: 30 },
  );
});
