import {
  type Effect,
  type FittedSpecification,
  type MultilevelOptions,
  type Multiverse,
  metaError,
  multilevel,
  multiverse,
  type PoolOptions,
  pool,
} from "@acumeta/core";
import { describe, expect, test, vi } from "vitest";
import { effectsOf } from "../effectsOf.ts";
import { faults } from "../faults.ts";
import { early, highlyRated, type RatedEffect, rated } from "./rated.ts";

const REML = { tau2: "REML" } as const;
const DL = { tau2: "DL" } as const;
const HKSJ = { interval: "HKSJ" } as const;
const z = { interval: "z" } as const;

const fitted = ({ specifications }: Multiverse): readonly FittedSpecification[] =>
  specifications.filter((one) => one.failed === null);

/** What a specification shows of a fit by hand. */
const shown = (effects: readonly Effect[], options: PoolOptions) => {
  const { measure, k, estimate, ci, tau2, warnings } = pool(effects, options);
  const { lower, upper, p } = ci;
  return {
    measure,
    k,
    estimate,
    ci: { lower, upper },
    p,
    tau2: tau2.value,
    warnings: warnings.map(({ code }) => code),
  };
};

describe("each combination is the fit that it says", () => {
  const result = multiverse(rated, {
    choices: {
      tau2: { REML, DL },
      rating: { all: null, high: highlyRated },
      interval: { HKSJ, z },
      weeks: { all: null, early },
    },
  });
  const expected = [REML, DL].flatMap((tau2) =>
    [rated, highlyRated(rated)].flatMap((byRating) =>
      [HKSJ, z].flatMap((interval) =>
        [byRating, early(byRating)].map((effects) => shown(effects, { ...tau2, ...interval })),
      ),
    ),
  );

  test("in nested order, the last dimension fastest", () => {
    expect(fitted(result).map(({ choices: _, dataset: __, analysis: ___, failed: ____, ...found }) => found)).toEqual(
      expected,
    );
    expect(result.specifications[5]!.choices).toEqual({
      tau2: "REML",
      rating: "high",
      interval: "HKSJ",
      weeks: "early",
    });
    expect(result.specifications.at(-1)!.choices).toEqual({
      tau2: "DL",
      rating: "high",
      interval: "z",
      weeks: "early",
    });
    expect(result.dimensions).toEqual([
      { name: "tau2", options: ["REML", "DL"] },
      { name: "rating", options: ["all", "high"] },
      { name: "interval", options: ["HKSJ", "z"] },
      { name: "weeks", options: ["all", "early"] },
    ]);
  });

  test("data sets are numbered as they first come", () => {
    const numbers = [1, 2, 1, 2, 3, 4, 3, 4];
    expect(result.specifications.map(({ dataset }) => dataset)).toEqual([...numbers, ...numbers]);
    expect(result).toMatchObject({ datasets: 4, failures: 0 });
  });

  test("it is frozen, finite, and the same after JSON", () => {
    expect(faults(result)).toEqual([]);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});

describe("data", () => {
  test("a change is made once for all combinations that share what comes before, and a fit once for each analysis", () => {
    const first = vi.fn(highlyRated);
    const second = vi.fn(early);
    const fit = vi.fn(pool);
    const prepare = vi.fn((effects: readonly RatedEffect[]) => effects);
    const { specifications } = multiverse(rated, {
      choices: {
        tau2: { REML, DL },
        rating: { all: null, high: first },
        interval: { HKSJ, z },
        weeks: { all: null, early: second },
      },
      prepare,
      fit: (effects, options) => fit(effects, options),
    });
    expect(specifications).toHaveLength(16);
    expect(first).toHaveBeenCalledTimes(1);
    expect(second).toHaveBeenCalledTimes(2);
    expect(prepare).toHaveBeenCalledTimes(4);
    expect(fit).toHaveBeenCalledTimes(16);
  });

  test("that are the same in content have one number, and one analysis where the options are the same too", () => {
    const fit = vi.fn(pool);
    const result = multiverse(rated, {
      choices: {
        copy: { same: null, copied: (effects) => effects.map((effect) => ({ ...effect })) },
        rule: { none: null, idle: (effects) => effects.filter(({ vi: variance }) => variance < 1), busy: highlyRated },
        tau2: { usual: null, none: {}, REML },
      },
      fit: (effects, options) => fit(effects, options),
    });
    const sets = [1, 1, 1, 1, 1, 1, 2, 2, 2];
    expect(result.specifications.map(({ dataset }) => dataset)).toEqual([...sets, ...sets]);
    const analyses = [1, 1, 2, 1, 1, 2, 3, 3, 4];
    expect(result.specifications.map(({ analysis }) => analysis)).toEqual([...analyses, ...analyses]);
    expect(fit).toHaveBeenCalledTimes(4);
    const [summary] = result.summary;
    expect([summary!.specifications.number, summary!.analyses.number]).toEqual([18, 4]);
  });

  test("that JSON can't tell apart are not taken for the same", () => {
    const cyclic: { readonly name: string; self?: unknown } = { name: "a" };
    cyclic.self = cyclic;
    const things: readonly unknown[] = [
      new Map([["a", 1]]),
      new Map([["a", 2]]),
      [Number.NaN],
      [null],
      [[1]],
      [1],
      1,
      "1",
      12n,
      () => 1,
      () => 1,
      cyclic,
      { a: [1, { b: 2 }] },
      { a: [1, { b: 3 }] },
      Float64Array.of(1, 2),
      Float64Array.of(1, 3),
    ];
    const { specifications } = multiverse<unknown>(null, {
      choices: { thing: Object.fromEntries(things.map((thing, i) => [`option ${i}`, () => thing])) },
      fit: () => ({ estimate: 1, ci: { lower: 0, upper: 2 } }),
    });
    expect(specifications.map(({ dataset }) => dataset)).toEqual(things.map((_, i) => i + 1));
  });

  test("may be anything that a fit takes, made ready once by `prepare`", () => {
    const { specifications, summary } = multiverse(
      { weeks: 8 },
      {
        choices: { weeks: { "eight or less": null, "twelve or less": () => ({ weeks: 12 }) } },
        prepare: ({ weeks }) => rated.filter(({ week }) => week <= weeks),
      },
    );
    expect(specifications).toMatchObject([shown(early(rated), {}), shown(rated, {})]);
    expect(summary[0]!.measure).toBe("SMD");
  });
});

test("a later dimension overrides the options of an earlier one", () => {
  const { specifications } = multiverse(rated, {
    choices: {
      model: { random: { tau2: "REML", interval: "HKSJ" }, common: { tau2: "EE" } },
      interval: { own: null, z },
    },
  });
  const byHand = [{ ...REML, ...HKSJ }, { ...REML, ...z }, { tau2: "EE" }, { tau2: "EE", ...z }] as const;
  expect(specifications).toMatchObject(byHand.map((options) => shown(rated, options)));
});

describe("a fit of one's own", () => {
  test("is read as far as it tells; the measure is that of the effects", () => {
    const fit = (effects: readonly RatedEffect[], options: Partial<MultilevelOptions>) =>
      multilevel(effects, { random: "~ 1 | study", ...options }).coefficients[0]!;
    const { specifications } = multiverse(rated, { choices: { test: { t: { test: "t" }, z: { test: "z" } } }, fit });
    const byHand = [fit(rated, { test: "t" }), fit(rated, { test: "z" })];
    expect(specifications).toEqual(
      byHand.map(({ estimate, ci: { lower, upper, p } }, i) => ({
        choices: { test: ["t", "z"][i] },
        failed: null,
        dataset: 1,
        analysis: i + 1,
        measure: "SMD",
        k: null,
        estimate,
        ci: { lower, upper },
        p,
        tau2: null,
        warnings: [],
      })),
    );
  });

  test("may say more", () => {
    const fit = () => ({
      estimate: 1,
      ci: { lower: 0, upper: 2, p: 0.4 },
      p: 0.3,
      k: 5,
      tau2: 0.1,
      measure: "MD",
      warnings: [{ code: "POOR" }],
    });
    const { specifications } = multiverse("anything", { choices: { one: { way: null } }, fit });
    expect(specifications[0]).toMatchObject({ k: 5, p: 0.3, tau2: 0.1, measure: "MD", warnings: ["POOR"] });
  });
});

describe("a combination that is refused", () => {
  const none = (effects: readonly RatedEffect[]) => effects.slice(0, 0);
  const unread = (): readonly RatedEffect[] => {
    throw metaError({ code: "UNREAD", found: "no file", allowed: "a file", mend: "Give the file of trials." });
  };

  test("has a row with the reason, and is in no summary", () => {
    const { specifications, failures, summary, datasets } = multiverse(rated, {
      choices: { trials: { all: null, none, unread }, weeks: { all: null, early }, interval: { HKSJ, z } },
    });
    expect(specifications.map(({ failed }) => failed?.code ?? null)).toEqual([
      ...Array(4).fill(null),
      ...Array(4).fill("NO_EFFECTS"),
      ...Array(4).fill("UNREAD"),
    ]);
    expect(specifications[4]!.failed!.message).toMatch(/at least one effect/);
    expect(specifications[4]).toMatchObject({
      dataset: 3,
      choices: { trials: "none", weeks: "all", interval: "HKSJ" },
    });
    expect(specifications[8]).toMatchObject({ dataset: null, analysis: null });
    expect([failures, datasets, summary[0]!.specifications.number]).toEqual([8, 3, 4]);
    expect(summary[0]!.explained[0]).toMatchObject({ dimension: "trials", share: null, options: [{ option: "all" }] });
  });

  test("any other error goes on, naming the combination", () => {
    const broken = () => {
      throw new TypeError("x is undefined");
    };
    const words = 'trials "all", weeks "early": x is undefined';
    expect(() => multiverse(rated, { choices: { trials: { all: null }, weeks: { early: broken } } })).toThrow(
      expect.objectContaining({ message: 'weeks "early": x is undefined', cause: expect.any(TypeError) }),
    );
    expect(() => multiverse(rated, { choices: { trials: { all: null }, weeks: { early } }, fit: broken })).toThrow(
      words,
    );
  });
});

describe("the summary", () => {
  const estimates = [0.3, -0.1, 0.2, 0.5];
  const result = multiverse(estimates, {
    choices: {
      at: {
        a: (list) => list.slice(0, 1),
        b: (list) => list.slice(1, 2),
        c: (list) => list.slice(2, 3),
        d: (list) => list.slice(3),
      },
    },
    fit: ([estimate]) => ({ estimate: estimate!, ci: { lower: estimate! - 0.25, upper: estimate! + 0.05 } }),
  });

  test("tells median, quartiles, extremes and shares", () => {
    expect(result.summary[0]).toMatchObject({
      measure: null,
      specifications: {
        number: 4,
        median: 0.25,
        lowerQuartile: expect.closeTo(0.125, 12),
        upperQuartile: expect.closeTo(0.35, 12),
        shares: { positive: 0.75, negative: 0.25, intervalAbove: 0.5, intervalBelow: 0.25 },
      },
      smallest: { estimate: -0.1, choices: { at: "b" } },
      largest: { estimate: 0.5, choices: { at: "d" } },
    });
    expect(result.summary[0]!.smallest).toBe(result.specifications[1]);
  });

  test("keeps measures apart, in the order in which they come", () => {
    const ratios = effectsOf([1, 2], [0.1, 0.1], "logRR");
    const data: readonly Effect[] = rated;
    const { summary } = multiverse(data, {
      choices: { measure: { SMD: null, ratio: () => ratios }, interval: { HKSJ, z } },
    });
    expect(summary.map(({ measure, specifications }) => [measure, specifications.number])).toEqual([
      ["SMD", 2],
      ["logRR", 2],
    ]);
    expect(summary[1]!.specifications.median).toBeCloseTo(1.5, 12);
    expect(summary[0]!.explained[0]!.share).toBeNull();
  });

  test("of levels of one group tells no side", () => {
    const levels = effectsOf([0.2, 0.3], [0.01, 0.02], "PR");
    const { summary } = multiverse(levels, { choices: { interval: { HKSJ, z } } });
    expect(summary[0]!.specifications.shares).toBeNull();
  });
});
