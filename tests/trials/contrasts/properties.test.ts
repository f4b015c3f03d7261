import { contrasts, type Question, type Trials } from "@acumeta/trials";
import fc from "fast-check";
import { expect, test } from "vitest";
import { question, type SyntheticTables, synthetic } from "./synthetic.js";

const trialIds = ["t1", "t2", "t3"];
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 8 });
const scale = fc.constantFrom("VAS-100", "VAS-100", "NRS-10");
const week = maybe(fc.constantFrom(2, 6, 6, 6, 10, 26));
const trust = fc.constantFrom("high", "high", "medium", "low");
const unpoolable = fc.constantFrom(null, null, null, null, "median");
const positive = fc.double({ min: 0.1, max: 50, noNaN: true });
const patients = fc.integer({ min: 2, max: 200 });

const outcome = fc
  .record({
    outcome: fc.constantFrom("pain", "pain", "responders"),
    scale,
    week,
    n: maybe(patients),
    mean: maybe(fc.double({ min: -50, max: 50, noNaN: true })),
    sd: maybe(positive),
    se: maybe(positive),
    kind: fc.constantFrom("endpoint", "change"),
    events: maybe(fc.nat(50)),
    others: fc.nat(50),
    trust,
    unpoolable,
  })
  .map(({ others, ...row }) => ({ ...row, total: row.events === null ? null : row.events + others + 1 }));

const contrast = fc
  .record({
    scale,
    week,
    measure: fc.constantFrom("MD", "MD", "SMD", "RR", "HR"),
    effect: fc.double({ min: 0.1, max: 10, noNaN: true }),
    below: positive,
    above: positive,
    nA: maybe(patients),
    nB: maybe(patients),
    trust,
    unpoolable,
  })
  .map(({ below, above, ...row }) => ({ ...row, ciLower: row.effect / (1 + below), ciUpper: row.effect + above }));

const arm = fc.record({
  arm: fc.constantFrom("real", "electro", "real+drug", "drug", "all-pooled", "sham", "mock", "none"),
  kind: fc.constantFrom("acupuncture", "acupuncture", "electroacupuncture", "sham", "sham", "no-treatment", "active"),
  nRandomised: maybe(patients),
  rows: fc.array(outcome, { minLength: 3, maxLength: 10, size: "max" }),
});
const trial = fc
  .record({
    arms: fc.uniqueArray(arm, { selector: (one) => one.arm, minLength: 2, maxLength: 6, size: "max" }),
    differences: fc.array(fc.tuple(fc.nat(5), fc.nat(5), contrast), { maxLength: 8, size: "max" }),
  })
  .map(({ arms, differences }) => ({
    arms: arms.map(({ rows, ...one }) => one),
    outcomes: arms.flatMap(({ arm, rows }) => rows.map((row) => ({ ...row, arm }))),
    contrasts: differences.flatMap(([a, b, row]) => {
      const [one, other] = [arms[a % arms.length], arms[b % arms.length]];
      return one === undefined || other === undefined || one === other
        ? []
        : [{ ...row, armsA: [one.arm], armsB: [other.arm] }];
    }),
  }));

const tables: fc.Arbitrary<Trials> = fc.tuple(trial, trial, trial).map((parts) => {
  const all = parts.map(({ arms, outcomes, contrasts }, i) => {
    const own = <Row>(rows: readonly Row[]) => rows.map((row) => ({ ...row, trialId: trialIds[i] ?? "" }));
    return { arms: own(arms), outcomes: own(outcomes), contrasts: own(contrasts) };
  });
  return synthetic({
    trials: trialIds.map((trialId, i) => ({ trialId, conditionGroup: i === 2 ? "neck-pain" : "low-back-pain" })),
    arms: all.flatMap(({ arms }) => arms) as SyntheticTables["arms"],
    outcomes: all.flatMap(({ outcomes }) => outcomes) as NonNullable<SyntheticTables["outcomes"]>,
    contrasts: all.flatMap(({ contrasts }) => contrasts) as NonNullable<SyntheticTables["contrasts"]>,
  });
});

const questions: fc.Arbitrary<Question> = fc
  .record({
    conditions: fc.constantFrom(["low-back-pain"], ["low-back-pain", "neck-pain"]),
    measure: fc.constantFrom("SMD", "MD", "logRR", "logOR", "RD"),
    prefer: fc.constantFrom(["endpoint", "change", "contrast"], ["contrast", "endpoint"], ["change"]),
    comparator: fc.constantFrom(["sham"], ["no-treatment", "sham"], ["active"]),
    outcome: fc.constantFrom("pain", "responders"),
    arms: fc.constantFrom("combine", "separate"),
    respondersAsSmd: fc.boolean(),
    minimumTrust: fc.constantFrom("low", "medium"),
  })
  .map((changes) =>
    question({ ...(changes as Partial<Question>), ...(changes.measure === "MD" ? { scale: "VAS-100" } : {}) }),
  );

test("every trial either answers or has a reason, never both; every number is finite", () => {
  const sources = new Map<string, number>();
  fc.assert(
    fc.property(tables, questions, (trials, asked) => {
      const { effects, notUsed } = contrasts(trials, asked);
      const answering = new Set(effects.map(({ provenance }) => provenance.trialId));
      expect([...answering, ...notUsed.map(({ trialId }) => trialId)].sort()).toEqual(trialIds);
      for (const { yi, vi, n, arms, provenance } of effects) {
        sources.set(provenance.source, (sources.get(provenance.source) ?? 0) + 1);
        expect(Number.isFinite(yi) && Number.isFinite(vi) && vi > 0 && (n === undefined || n > 0)).toBe(true);
        expect(new Set(arms).size).toBe(arms.length);
      }
      for (const { reason } of notUsed) expect(reason).toMatch(/\.$/);
    }),
    { numRuns: 1000 },
  );
  for (const source of ["endpoint", "change", "contrast", "responders"]) expect(sources.get(source)).toBeGreaterThan(0);
});

test("exchanging treatment and comparator changes the sign and nothing else", () => {
  fc.assert(
    fc.property(tables, questions, (trials, asked) => {
      const there = contrasts(trials, asked);
      const back = contrasts(trials, { ...asked, treatment: asked.comparator, comparator: asked.treatment });
      const key = ({ arms }: { arms: readonly string[] }) => [...arms].sort().join();
      const backwards = new Map(back.effects.map((effect) => [key(effect), effect]));
      expect(back.effects).toHaveLength(there.effects.length);
      for (const effect of there.effects) {
        expect(backwards.get(key(effect))?.yi).toBeCloseTo(-effect.yi, 9);
        expect(backwards.get(key(effect))?.vi).toBeCloseTo(effect.vi, 9);
      }
    }),
    { numRuns: 500 },
  );
});

test("the order of the rows in memory does not matter", () => {
  fc.assert(
    fc.property(tables, questions, fc.infiniteStream(fc.double({ noNaN: true })), (trials, asked, keys) => {
      const shuffled = <Row>(rows: readonly Row[]): readonly Row[] =>
        rows
          .map((row) => ({ row, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ row }) => row);
      const other: Trials = {
        ...trials,
        trials: shuffled(trials.trials),
        arms: shuffled(trials.arms),
        outcomes: shuffled(trials.outcomes),
        contrasts: shuffled(trials.contrasts),
      };
      expect(contrasts(other, asked)).toEqual(contrasts(trials, asked));
    }),
    { numRuns: 500 },
  );
});

test("scores on a scale of other units give the same SMD", () => {
  fc.assert(
    fc.property(tables, fc.double({ min: 0.1, max: 10, noNaN: true }), (trials, unit) => {
      const times = (x: number | null) => (x === null ? null : x * unit);
      const rescaled: Trials = {
        ...trials,
        outcomes: trials.outcomes.map((row) => ({
          ...row,
          mean: times(row.mean),
          sd: times(row.sd),
          se: times(row.se),
        })),
      };
      const asked = question({ prefer: ["endpoint", "change"] });
      const before = contrasts(trials, asked).effects;
      contrasts(rescaled, asked).effects.forEach((effect, i) => {
        expect(effect.yi).toBeCloseTo(before[i]?.yi ?? Number.NaN, 9);
        expect(effect.vi).toBeCloseTo(before[i]?.vi ?? Number.NaN, 9);
      });
    }),
  );
});
