import {
  type ArmMeasureId,
  type ArmProblem,
  armMeasures,
  compareArms,
  doubleZeroTrials,
  effectSize,
  isMetaError,
  meanDifference,
  network,
  smdCorrections,
  smdVariances,
} from "@acumeta/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectNear } from "../../../properties/near.ts";

const means = [
  { study: "A", treatment: "needle", n: 40, mean: 32, sd: 20 },
  { study: "A", treatment: "sham", n: 38, mean: 39, sd: 22 },
  { study: "A", treatment: "waiting", n: 20, mean: 51, sd: 21 },
  { study: "B", treatment: "needle", n: 60, mean: 31, sd: 22 },
  { study: "B", treatment: "waiting", n: 62, mean: 49, sd: 24 },
];

describe("standardised mean differences of a trial", () => {
  const sd = Math.sqrt((39 * 20 ** 2 + 37 * 22 ** 2 + 19 * 21 ** 2) / 95);
  const J = smdCorrections.exact.compute(95);
  const [ab, ac, bc] = compareArms(means, { measure: "SMD" }) as [never, never, never] as readonly {
    readonly yi: number;
    readonly vi: number;
  }[];

  test("have one standard deviation, of all its arms", () => {
    expectNear(ab!.yi, (J * (32 - 39)) / sd);
    expectNear(ac!.yi, (J * (32 - 51)) / sd);
    expectNear(bc!.yi, (J * (39 - 51)) / sd);
    expectNear(ab!.yi + bc!.yi, ac!.yi, { part: 1e-14 });
  });

  test("have the variances 1/n + 1/n′ + g²/(2N), and so Gleser and Olkin's covariance 1/n + gg′/(2N)", () => {
    expectNear(ab!.vi, 1 / 40 + 1 / 38 + ab!.yi ** 2 / (2 * 98));
    expectNear((ab!.vi + ac!.vi - bc!.vi) / 2, 1 / 40 + (ab!.yi * ac!.yi) / (2 * 98));
  });

  test.each(Object.keys(smdVariances).filter((id) => id !== "AV"))("add up with the variance %s too", (variance) => {
    const [first, second, third] = compareArms(means, { measure: "SMD", variance: variance as "LS" });
    const covariance = (first!.vi + second!.vi - third!.vi) / 2;
    expect(Math.abs(covariance)).toBeLessThan(Math.sqrt(first!.vi * second!.vi));
    expect(network(compareArms(means, { measure: "SMD", variance: variance as "LS" })).warnings).not.toContainEqual(
      expect.objectContaining({ code: "ROUNDED_CONTRASTS" }),
    );
  });

  test("have no variance of the average of a table", () => {
    expect(() => compareArms(means, { measure: "SMD", variance: "AV" as never })).toThrow(/UNKNOWN_CHOICE/);
  });
});

test("a pooled variance is that of all arms of the trial", () => {
  const sd2 = (39 * 20 ** 2 + 37 * 22 ** 2 + 19 * 21 ** 2) / 95;
  const [first] = compareArms(means, { measure: "MD", variance: "pooled" });
  expectNear(first!.vi, sd2 * (1 / 40 + 1 / 38));
  const last = compareArms(means, { measure: "MD", variance: "pooled" }).at(-1)!;
  const own = meanDifference({ n1: 60, m1: 31, sd1: 22, n2: 62, m2: 49, sd2: 24 }, { variance: "pooled" });
  expectNear(last.vi, own.vi, { part: 1e-14 });
});

const groups = fc.record({
  n: fc.integer({ min: 3, max: 200 }),
  mean: fc.integer({ min: 100, max: 900 }).map((value) => value / 10),
  sd: fc.integer({ min: 10, max: 400 }).map((value) => value / 10),
});
const events = fc
  .record({ n: fc.integer({ min: 2, max: 60 }), part: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ n, part }) => ({ n, a: Math.round(n * part) }));
const rates = fc.record({ x: fc.integer({ min: 0, max: 20 }), t: fc.integer({ min: 50, max: 900 }) });
const values = { means: groups, events, rates };

const trialOf = (id: ArmMeasureId, arms: { readonly minLength: number; readonly maxLength: number }) =>
  fc
    .array(values[armMeasures[id].arms] as fc.Arbitrary<object>, arms)
    .map((list) => list.map((each, i) => ({ study: "T", treatment: "abcdef"[i]!, ...each })));

describe.each(Object.keys(armMeasures) as ArmMeasureId[])("%s", (measure) => {
  const compare = (arms: readonly object[]) => compareArms(arms as never, { measure } as never);

  test("of two arms is the measure's own effect", () => {
    fc.assert(
      fc.property(trialOf(measure, { minLength: 2, maxLength: 2 }), (arms) => {
        const [one, two] = arms as unknown as [Record<string, number>, Record<string, number>];
        const row =
          armMeasures[measure].arms === "means"
            ? { n1: one.n, m1: one.mean, sd1: one.sd, n2: two.n, m2: two.mean, sd2: two.sd }
            : armMeasures[measure].arms === "events"
              ? { a: one.a, n1: one.n, c: two.a, n2: two.n }
              : { x1: one.x, t1: one.t, x2: two.x, t2: two.t };
        const own = effectSizeOrNone(measure, row);
        if (own === null) return;
        const [effect] = compare(arms);
        expectNear(effect!.yi, own.yi, { part: 1e-14 });
        expectNear(effect!.vi, own.vi, { part: 1e-14 });
      }),
    );
  });

  test("of several arms are comparisons that network takes as they are, whatever the order of the arms", () => {
    fc.assert(
      fc.property(trialOf(measure, { minLength: 3, maxLength: 5 }), (arms) => {
        if (effectsOrNone(compare, arms) === null) return;
        const effects = compare(arms);
        const fit = network(effects, { tau2: "EE", interval: "z", reference: "a" });
        expect(fit.warnings.map(({ code }) => code)).toEqual(["SATURATED"]);
        const of = (a: string, b: string) => effects.find(({ treat1, treat2 }) => treat1 === a && treat2 === b)!;
        const [ab, bc, ac] = [of("a", "b"), of("b", "c"), of("a", "c")];
        expectNear(ab.yi + bc.yi, ac.yi, { part: 1e-12, unit: Math.max(Math.abs(ab.yi), Math.abs(bc.yi)) });
        const largest = Math.max(...effects.map(({ vi }) => vi));
        for (const { treat1, treat2, yi, vi } of effects) {
          if (treat1 !== "a") continue;
          const found = fit.effects.find(({ treatment }) => treatment === treat2)!;
          expectNear(found.estimate, -yi, { unit: Math.sqrt(largest) });
          expectNear(found.se ** 2, vi, { unit: largest });
        }
        const reversed = network(compare([...arms].reverse()), { tau2: "EE", interval: "z", reference: "a" });
        for (const [i, { estimate, se }] of fit.effects.entries()) {
          expectNear(reversed.effects[i]!.estimate, estimate, { unit: Math.sqrt(largest) });
          expectNear(reversed.effects[i]!.se ** 2, se ** 2, { unit: largest });
        }
      }),
    );
  });
});

function effectSizeOrNone(measure: ArmMeasureId, row: object) {
  try {
    const effect = effectSize(measure, row as never);
    return effect.vi > 0 ? effect : null;
  } catch {
    return null;
  }
}

/** null where the measure is undefined, which compareArms must say. */
function effectsOrNone(compare: (arms: readonly object[]) => unknown, arms: readonly object[]) {
  try {
    return compare(arms);
  } catch (error) {
    if (isMetaError(error) && error.code === "ARMS_REFUSED") return null;
    throw error;
  }
}

describe("estimates of arms", () => {
  test("are taken as independent", () => {
    const arms = [
      { study: "A", treatment: "a", yi: 3, vi: 0.5, n: 20 },
      { study: "A", treatment: "b", yi: 1, vi: 0.2 },
      { study: "A", treatment: "c", yi: 2, vi: 0.1 },
    ];
    const rows = compareArms(arms, { measure: "PBIT" });
    expect(rows.map(({ yi, vi }) => [yi, vi])).toEqual([
      [2, 0.7],
      [1, 0.6],
      [-1, expect.closeTo(0.3, 14)],
    ]);
    expect(rows[0]).toMatchObject({ n1: 20, treat1: "a", treat2: "b" });
    expect(rows[0]).not.toHaveProperty("n2");
  });

  test("stand beside trials with values, in the order given", () => {
    const logOdds = [
      { study: "E", treatment: "a", yi: -1, vi: 0.1 },
      { study: "E", treatment: "b", yi: -1.5, vi: 0.1 },
    ];
    const counts = [
      { study: "C", treatment: "a", a: 3, n: 20 },
      { study: "C", treatment: "b", a: 6, n: 22 },
    ];
    const rows = compareArms([...logOdds, ...counts], { measure: "logOR" });
    expect(rows.map(({ study }) => study)).toEqual(["E", "C"]);
    expectNear(rows[1]!.yi, effectSize("logOR", { a: 3, n1: 20, c: 6, n2: 22 }).yi);
  });

  test("a mean and its squared standard error are a mean difference", () => {
    const estimates = means.map(({ study, treatment, n, mean, sd }) => ({
      study,
      treatment,
      yi: mean,
      vi: sd ** 2 / n,
    }));
    const [fromMeans, fromEstimates] = [means, estimates].map((arms) => compareArms(arms as never, { measure: "MD" }));
    for (const [i, { yi, vi }] of fromMeans!.entries()) {
      expectNear(fromEstimates![i]!.yi, yi);
      expectNear(fromEstimates![i]!.vi, vi);
    }
  });

  test("can't be standardised, nor mixed within a trial, nor be levels or associations", () => {
    const one = { study: "A", treatment: "a", yi: 3, vi: 0.5 };
    expect(() => compareArms([one, { ...one, treatment: "b" }] as never, { measure: "SMD" })).toThrow(
      /ARM_WITHOUT_VALUES/,
    );
    expect(() => compareArms([one, { study: "A", treatment: "b", n: 9, mean: 4, sd: 1 }], { measure: "MD" })).toThrow(
      /MIXED_ARMS/,
    );
    expect(() => compareArms([one, { ...one, treatment: "b" }], { measure: "COR" })).toThrow(/NOT_COMPARED_BY_ARMS/);
  });
});

describe("zero cells", () => {
  const arms = [
    { study: "A", treatment: "a", a: 0, n: 20 },
    { study: "A", treatment: "b", a: 3, n: 22 },
    { study: "A", treatment: "c", a: 5, n: 18 },
    { study: "B", treatment: "a", a: 0, n: 30 },
    { study: "B", treatment: "b", a: 0, n: 31 },
  ];

  test("are corrected in all arms of their trial", () => {
    const bc = compareArms(arms, { measure: "logOR" })[2]!;
    expectNear(bc.yi, Math.log(3.5 / 19.5) - Math.log(5.5 / 13.5));
    expectNear(bc.vi, 1 / 3.5 + 1 / 19.5 + 1 / 5.5 + 1 / 13.5);
    expect(bc.rules).toEqual(["0.5 added to every cell (studies with a zero cell)"]);
  });

  test("of a trial without any event are told, and the trial is left out only if asked", () => {
    const kept = compareArms(arms, { measure: "logOR" });
    expect(kept).toHaveLength(4);
    expect(kept[3]!.rules).toContain("kept, with no events, or only events, in all arms");
    expect(compareArms(arms, { measure: "logOR", dropDoubleZero: true })).toHaveLength(3);
    expect(doubleZeroTrials(arms).map(({ study }) => study)).toEqual(["B"]);
    expect(() => compareArms(arms.slice(3), { measure: "logOR", dropDoubleZero: true })).toThrow(/NO_EVENTS/);
  });

  test("without correction make a comparison undefined, which is told for each", () => {
    const refused = problemsOf(() => compareArms(arms, { measure: "logOR", to: "none" }));
    expect(refused.map(({ code, where }) => [code, where?.study])).toEqual([
      ["UNDEFINED_EFFECT", "A"],
      ["UNDEFINED_EFFECT", "A"],
      ["UNDEFINED_EFFECT", "B"],
    ]);
  });

  test("of time at risk are trials without events in any arm", () => {
    const rows = [
      { study: "A", treatment: "a", x: 0, t: 10 },
      { study: "A", treatment: "b", x: 0, t: 12 },
      { study: "B", treatment: "a", x: 1, t: 12 },
      { study: "B", treatment: "b", x: 0, t: 12 },
    ];
    expect(doubleZeroTrials(rows)).toEqual([{ study: "A", why: "no events in any arm" }]);
  });
});

function problemsOf(call: () => unknown): readonly ArmProblem[] {
  try {
    call();
  } catch (error) {
    return (error as { readonly problems: readonly ArmProblem[] }).problems;
  }
  return [];
}

describe("what is wrong with arms is told together", () => {
  test("rows, with study, treatment and column", () => {
    const rows = [
      { study: "A", treatment: "a", n: 0, mean: Number.NaN, sd: 2 },
      { study: "A", treatment: "b", n: 20, mean: 3, sd: -1 },
      { study: "B", treatment: "a", n: 20, mean: "3", sd: 1 },
      { study: "B", treatment: "b", n: 20, mean: null, sd: 1 },
      { study: "B", treatment: "", n: 20, mean: 3, sd: 1 },
      { treatment: "b", n: 20, mean: 3, sd: 1 },
      "b",
    ];
    const problems = problemsOf(() => compareArms(rows as never, { measure: "MD" }));
    expect(problems.map(({ code, treatment, where }) => [code, where?.study, treatment, where?.column])).toEqual([
      ["NOT_A_VALID_NUMBER", "A", "a", "n"],
      ["NOT_A_VALID_NUMBER", "A", "a", "mean"],
      ["NOT_A_VALID_NUMBER", "A", "b", "sd"],
      ["NOT_A_VALID_NUMBER", "B", "a", "mean"],
      ["ARM_WITHOUT_VALUES", "B", "b", "mean"],
      ["ARM_WITHOUT_NAME", "B", null, "treatment"],
      ["ARM_WITHOUT_NAME", undefined, "b", "study"],
      ["NOT_AN_ARM", undefined, null, undefined],
    ]);
    for (const { found, allowed, mend } of problems)
      expect([found, allowed, mend].every((part) => part.length > 0)).toBe(true);
    expect(() => compareArms(rows as never, { measure: "MD" })).toThrow(/8 problems.*"A": found 0, treatment "a"/s);
  });

  test("and trials", () => {
    const arm = { n: 20, mean: 3, sd: 1 };
    const rows = [
      { study: "A", treatment: "a", ...arm },
      { study: "B", treatment: "a", ...arm },
      { study: "B", treatment: "a", ...arm },
      { study: "C", treatment: "a", ...arm, n: 1, sd: 0 },
      { study: "C", treatment: "b", ...arm, n: 1, sd: 0 },
    ];
    const problems = problemsOf(() => compareArms(rows, { measure: "SMD" }));
    expect(problems.map(({ code, where }) => [code, where?.study])).toEqual([
      ["LONE_ARM", "A"],
      ["DUPLICATE_ARM", "B"],
    ]);
    const small = problemsOf(() => compareArms(rows.slice(3), { measure: "SMD" }));
    expect(small.map(({ code, where }) => [code, where?.study])).toEqual([["GROUPS_TOO_SMALL", "C"]]);
  });

  test("events beyond patients once, not per comparison", () => {
    const rows = ["a", "b", "c"].map((treatment) => ({ study: "A", treatment, a: 60, n: 32 }));
    expect(problemsOf(() => compareArms(rows, { measure: "RD" }))).toHaveLength(3);
  });

  test("lists and options that are none", () => {
    expect(() => compareArms([], { measure: "MD" })).toThrow(/NO_ARMS/);
    expect(() => compareArms("x" as never, { measure: "MD" })).toThrow(/NOT_ARMS/);
    expect(() => compareArms(means, { measure: "MD", add: 1 } as never)).toThrow(/UNKNOWN_OPTION/);
    expect(() => compareArms(means, { measure: "OR" } as never)).toThrow(/Did you mean "logOR"/);
  });
});
