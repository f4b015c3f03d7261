import { metaRegression, type PermuteModeratorsOptions, permuteModerators, type Tau2Method } from "@acumeta/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { regressionIntervals } from "../../../packages/core/src/regression/intervals.ts";
import { arrangements } from "../../../packages/core/src/regression/permutation/arrangements.ts";
import { sizesOf } from "../../../packages/core/src/regression/permutation/sizes.ts";
import { residualTau2Estimators } from "../../../packages/core/src/regression/residualTau2/index.ts";
import { uniforms } from "../../../packages/core/src/resample/random.ts";
import { expectNear } from "../../properties/near.ts";
import { edgeCases } from "../edgeCases.ts";
import { faults } from "../faults.ts";
import { bcg } from "./bcg.ts";

const coded = (code: string) => expect.objectContaining({ code });
const codesOf = ({ warnings }: { warnings: readonly { code: string }[] }) => warnings.map(({ code }) => code);
const first = bcg.slice(0, 6);

/** permutest(exact = TRUE) of metafor 3.8-1, τ² iterated to 1e-12: arrangements at least as extreme, of how many. */
describe("R's exact permutation tests", () => {
  const withRandom = bcg.map((effect) => ({ ...effect, random: effect.alloc === "random" }));
  test.each<[Tau2Method, "z" | "HKSJ", readonly number[], readonly number[], readonly number[]]>([
    ["REML", "z", [290, 14, 14], [677, 59, 81, 9], [1556, 347, 347]],
    ["DL", "z", [278, 11, 11], [674, 66, 80, 9], [1636, 416, 416]],
    ["PM", "z", [268, 9, 9], [681, 68, 82, 9], [1495, 324, 324]],
    ["REML", "HKSJ", [266, 7, 7], [640, 34, 30, 9], [1501, 313, 313]],
    ["DL", "HKSJ", [261, 7, 7], [640, 34, 30, 9], [1521, 307, 307]],
    ["PM", "HKSJ", [268, 9, 9], [643, 34, 30, 9], [1495, 324, 324]],
  ])("τ² by %s, intervals %s", (tau2, interval, slope, both, group) => {
    const counts = (effects: typeof bcg | typeof withRandom, moderators: string) => {
      const { coefficients, omnibus, permutations, exact } = permuteModerators(effects, { moderators, tau2, interval });
      expect(exact).toBe(true);
      return [...coefficients.map(({ p }) => p), omnibus.p, 1].map((p) => Math.round(p * permutations * 1e6) / 1e6);
    };
    expect(counts(first, "~ ablat")).toEqual([...slope, 360]);
    expect(counts(first, "~ ablat + alloc[ref=alternate]")).toEqual([...both, 720]);
    expect(counts(withRandom, "~ random")).toEqual([...group, 1716]);
  });
});

describe("arrangements", () => {
  const ordersOf = (labels: readonly number[], draws: number) => {
    const made = arrangements(Int32Array.from(labels), { draws, random: uniforms(1) });
    const orders: string[] = [];
    do orders.push(made.labels.join());
    while (made.next());
    return { ...made, orders };
  };

  test.each<[readonly number[], number]>([
    [[0], 1],
    [[1, 1, 1], 1],
    [[2, 0, 1], 6],
    [[0, 1, 0, 2], 12],
    [[0, 0, 0, 1, 1, 1, 2], 140],
  ])("of %j are all different, and as many as there are", (labels, count) => {
    const { orders, isExact, count: told } = ordersOf(labels, 1000);
    expect(isExact).toBe(true);
    expect([told, orders.length, new Set(orders).size]).toEqual([count, count, count]);
    expect(orders).toContain(labels.join());
    const sorted = [...labels].sort().join();
    for (const order of orders) expect(order.split(",").sort().join()).toBe(sorted);
  });

  test("beyond the limit are drawn, the observed first, each place as often as the next", () => {
    const { orders, isExact, count } = ordersOf([0, 1, 2, 3, 4, 5, 6, 7], 4000);
    expect([isExact, count, orders.length, orders[0]]).toEqual([false, 4000, 4000, "0,1,2,3,4,5,6,7"]);
    for (let place = 0; place < 8; place++) {
      const zero = orders.filter((order) => order.split(",")[place] === "0").length;
      expect(Math.abs(zero - 500)).toBeLessThan(4.5 * Math.sqrt(500 * (7 / 8)));
    }
  });
});

test("the statistics compared are those of metaRegression", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 7, maxLength: 7 }), (y) => {
      const effects = y.map((yi, i) => ({
        study: `s${i}`,
        measure: "SMD" as const,
        yi,
        vi: 0.01 * (1 + i),
        z: i % 3,
        x: i * i,
      }));
      for (const interval of ["z", "t", "HKSJ", "HKSJ-adhoc"] as const) {
        const fit = metaRegression(effects, { moderators: "~ z + x", interval });
        const column = (of: (effect: (typeof effects)[number]) => number) => Float64Array.from(effects, of);
        const sizes = sizesOf(
          {
            X: [column(() => 1), column(({ z }) => z), column(({ x }) => x)],
            y: column(({ yi }) => yi),
            v: column(({ vi }) => vi),
          },
          { estimator: residualTau2Estimators.REML, interval: regressionIntervals[interval], startsWithConstant: true },
        );
        const { statistic, df2 } = fit.omnibus!;
        const squares = statistic === null ? null : statistic * (df2 === null ? 1 : 2);
        for (const [j, expected] of [...fit.coefficients.map((one) => one.statistic), squares].entries()) {
          if (expected === null) expect([0, Number.POSITIVE_INFINITY]).toContain(sizes[j]);
          else expectNear(sizes[j]!, Math.abs(expected), { unit: 1e-3, part: 1e-7 });
        }
      }
    }),
    { numRuns: 30 },
  );
});

test("p is at most α in at most α of all arrangements: the test holds its level", () => {
  const y = [0.1, 0.9, -0.3, 0.4, 0.2];
  const v = [0.01, 0.05, 0.02, 0.2, 0.1];
  const made = arrangements(Int32Array.of(0, 1, 2, 3, 4), { draws: 120, random: uniforms(1) });
  const found: number[] = [];
  do {
    const effects = y.map((yi, i) => ({
      study: `s${i}`,
      measure: "SMD" as const,
      yi,
      vi: v[i]!,
      z: made.labels[i]! ** 2,
    }));
    found.push(permuteModerators(effects, { moderators: "~ z", tau2: "DL" }).omnibus.p);
  } while (made.next());
  expect(found).toHaveLength(120);
  for (const alpha of [0.01, 0.05, 0.1, 0.3, 0.5])
    expect(found.filter((p) => p <= alpha + 1e-12).length / 120).toBeLessThanOrEqual(alpha + 1e-12);
  expect(Math.min(...found)).toBeLessThan(0.02);
});

describe("drawn arrangements", () => {
  const effects = bcg.map((effect, i) => ({ ...effect, half: i % 2 === 0 }));
  const exact = permuteModerators(effects, { moderators: "~ half", tau2: "DL" });
  const drawn = (seed: number) => permuteModerators(effects, { moderators: "~ half", tau2: "DL", draws: 1500, seed });

  test("come close to the exact p", () => {
    expect([exact.exact, exact.permutations]).toEqual([true, 1716]);
    const { coefficients, exact: isExact, permutations, choices } = drawn(1);
    expect([isExact, permutations, choices.seed]).toEqual([false, 1500, 1]);
    const { p } = exact.coefficients[1]!;
    expect(Math.abs(coefficients[1]!.p - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / 1500));
  });

  test("are the same for the same seed only", () => {
    expect(drawn(1)).toEqual(drawn(1));
    expect(drawn(2).coefficients).not.toEqual(drawn(1).coefficients);
  });

  test("never give a p of 0, and warn where there are few", () => {
    const strong = bcg.map((effect, i) => ({ ...effect, yi: i, vi: 0.001, i }));
    const test = permuteModerators(strong, { moderators: "~ i", draws: 40 });
    expect(test.coefficients[1]!.p).toBe(1 / 40);
    expect(test.coefficients[1]!.leastP).toBeNull();
    expect(codesOf(test)).toContain("FEW_PERMUTATIONS");
  });
});

describe("p does not depend on", () => {
  const given = permuteModerators(first, { moderators: "~ ablat + alloc" });
  const shares = ({ coefficients, omnibus }: typeof given) => [...coefficients.slice(1).map(({ p }) => p), omnibus.p];

  test("the order of studies", () => {
    expect(shares(permuteModerators([...first].reverse(), { moderators: "~ ablat + alloc" }))).toEqual(shares(given));
  });

  test("units of moderators and effects", () => {
    const changed = first.map((effect) => ({
      ...effect,
      ablat: 30 - 3 * effect.ablat,
      yi: -5 * effect.yi,
      vi: 25 * effect.vi,
    }));
    expect(shares(permuteModerators(changed, { moderators: "~ ablat + alloc" }))).toEqual(shares(given));
  });
});

test("says how small p could have been, and warns where that is too large", () => {
  const { coefficients, warnings, permutations } = permuteModerators(first, { moderators: "~ alloc" });
  expect(permutations).toBe(15);
  expect(coefficients[1]!.leastP).toBeCloseTo(1 / 15, 12);
  expect(warnings.find(({ code }) => code === "FEW_PERMUTATIONS")?.message).toMatch(/^Only 15 .* for allocrandom/);
  expect(codesOf(permuteModerators(first, { moderators: "~ ablat" }))).not.toContain("FEW_PERMUTATIONS");
});

test("warns of a model without a constant", () => {
  const fit = permuteModerators(first, { moderators: "~ 0 + alloc" });
  expect(codesOf(fit)).toContain("NO_CONSTANT");
  expect(fit.omnibus.names).toEqual(["allocalternate", "allocrandom"]);
});

test("columns that follow from others are named, and the constant of a matrix may stand anywhere", () => {
  const effects = first.map((effect) => ({ ...effect, twice: 2 * effect.ablat }));
  const fit = permuteModerators(effects, { moderators: "~ ablat + twice" });
  expect(fit.aliased).toEqual([{ name: "twice", follows: [{ name: "ablat", weight: 2 }] }]);
  const matrix = { names: ["ablat", "one"], rows: first.map(({ ablat }) => [ablat, 1]) };
  const plain = permuteModerators(first, { moderators: "~ ablat" });
  const { coefficients, omnibus } = permuteModerators(first, { moderators: matrix });
  expect(coefficients.map(({ name, p }) => [name, p])).toEqual([
    ["ablat", plain.coefficients[1]!.p],
    ["one", plain.coefficients[0]!.p],
  ]);
  expect(omnibus.p).toBe(plain.omnibus.p);
});

test("the model's own numbers stand beside", () => {
  const options = { moderators: "~ ablat", tau2: "PM", interval: "t" } as const;
  const fit = metaRegression(first, options);
  const { coefficients, omnibus, choices } = permuteModerators(first, options);
  expect(coefficients.map(({ estimate, statistic, modelP }) => [estimate, statistic, modelP])).toEqual(
    fit.coefficients.map(({ estimate, statistic, p }) => [estimate, statistic, p]),
  );
  expect([omnibus.statistic, omnibus.modelP]).toEqual([fit.omnibus!.statistic, fit.omnibus!.p]);
  expect(choices).toEqual({ tau2: "PM", interval: "t", seed: null });
});

test.each<[string, object, string]>([
  ["a mean", { moderators: "~ 1" }, "NO_MODERATORS"],
  ["a constant alone as a matrix", { moderators: { names: ["a"], rows: first.map(() => [1]) } }, "NO_MODERATORS"],
  ["no moderators", {}, "NOT_MODERATORS"],
  ["half a draw", { moderators: "~ ablat", draws: 2.5 }, "NOT_A_VALID_NUMBER"],
  ["no draws", { moderators: "~ ablat", draws: 0 }, "NOT_A_VALID_NUMBER"],
  ["a seed that is no number", { moderators: "~ ablat", seed: Number.NaN }, "NOT_A_VALID_NUMBER"],
  ["R's name of an option", { moderators: "~ ablat", iter: 100 }, "UNKNOWN_OPTION"],
  ["what has no effect here", { moderators: "~ ablat", prediction: "z" }, "UNKNOWN_OPTION"],
  ["an estimator that does not exist", { moderators: "~ ablat", tau2: "XX" }, "UNKNOWN_CHOICE"],
])("refuses %s", (_, options, code) => {
  expect(() => permuteModerators(first, options as PermuteModeratorsOptions)).toThrow(coded(code));
});

test.each(Object.entries(edgeCases).filter(([, { length }]) => length > 2))(
  "every number of %s is finite",
  (_, effects) => {
    const rows = effects.map((effect, i) => ({ ...effect, z: Math.cos(i) }));
    for (const interval of ["z", "HKSJ"] as const) {
      const found = permuteModerators(rows, { moderators: "~ z", interval, draws: 100 });
      expect(faults(found)).toEqual([]);
      for (const { p } of [...found.coefficients, found.omnibus])
        expect(p >= 1 / found.permutations && p <= 1).toBe(true);
    }
  },
);
