import {
  decomposeQ,
  inconsistencyVariance,
  loopInconsistency,
  multilevel,
  type Network,
  network,
  splitMethods,
  splitNodes,
} from "@acumeta/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparison, networks, trialOf, turned } from "../randomNetworks.ts";

/** Synthetic: one loop of two-arm trials, two of each side. */
const loop = [
  comparison("1", "a", "b", -0.3, 0.02),
  comparison("2", "a", "b", -0.5, 0.03),
  comparison("3", "a", "c", -0.9, 0.04),
  comparison("4", "a", "c", -1.2, 0.05),
  comparison("5", "b", "c", -0.1, 0.02),
  comparison("6", "b", "c", -0.2, 0.06),
];
const fit = network(loop, { tau2: "EE", interval: "z" });

const mean = (rows: typeof loop) => {
  const w = rows.map(({ vi }) => 1 / vi);
  const sum = w.reduce((total, each) => total + each, 0);
  return { estimate: rows.reduce((total, { yi }, i) => total + w[i]! * yi, 0) / sum, variance: 1 / sum };
};
const [ab, ac, bc] = [mean(loop.slice(0, 2)), mean(loop.slice(2, 4)), mean(loop.slice(4))] as const;
const factor = ac.estimate - ab.estimate - bc.estimate;
const variance = ab.variance + ac.variance + bc.variance;

describe("one loop of two-arm trials", () => {
  test("has Bucher's inconsistency factor", () => {
    const [found, ...others] = loopInconsistency(fit).loops;
    expect(others).toEqual([]);
    expect(Math.abs(found!.estimate)).toBeCloseTo(Math.abs(factor), 12);
    expect(found!.se).toBeCloseTo(Math.sqrt(variance), 12);
  });

  test("splits every comparison alike: direct less indirect is the loop's factor", () => {
    for (const method of ["back-calculation", "SIDDE"] as const) {
      const { comparisons } = splitNodes(fit, { method });
      expect(comparisons).toHaveLength(3);
      for (const { difference } of comparisons) {
        expect(Math.abs(difference!.estimate)).toBeCloseTo(Math.abs(factor), 10);
        expect(difference!.se).toBeCloseTo(Math.sqrt(variance), 10);
      }
      const split = comparisons.find(({ treatment, against }) => treatment === "a" && against === "c")!;
      expect(split.direct!.estimate).toBeCloseTo(ac.estimate, 12);
      expect(split.indirect!.estimate).toBeCloseTo(ab.estimate + bc.estimate, 10);
      expect(split.share).toBeCloseTo((ab.variance + bc.variance) / variance, 10);
    }
  });

  test("side-splitting is the same, with a τ² of its own", () => {
    const [first] = splitNodes(fit, { method: "side-splitting" }).comparisons;
    expect(Math.abs(first!.difference!.estimate)).toBeCloseTo(Math.abs(factor), 10);
  });

  test("decomposes Q: within sides by hand, between sides the squared factor", () => {
    const { total, within, between } = decomposeQ(fit);
    const ofSide = (rows: typeof loop, { estimate }: typeof ab) =>
      rows.reduce((sum, { yi, vi }) => sum + (yi - estimate) ** 2 / vi, 0);
    const byHand = ofSide(loop.slice(0, 2), ab) + ofSide(loop.slice(2, 4), ac) + ofSide(loop.slice(4), bc);
    expect(within).toMatchObject({ Q: expect.closeTo(byHand, 10), df: 3 });
    expect(between).toMatchObject({ Q: expect.closeTo(factor ** 2 / variance, 10), df: 1 });
    expect(total.Q).toBeCloseTo(within.Q + between.Q, 10);
    expect(total.Q).toBeCloseTo(fit.heterogeneity.Q, 10);
  });

  test("has the random inconsistency of the multilevel model of trials in designs", () => {
    const rows = loop.map((row) => ({
      ...row,
      design: `${row.treat1}${row.treat2}`,
      b: Number(row.treat1 === "b") - Number(row.treat2 === "b"),
      c: -Number(row.treat2 === "c"),
    }));
    const peer = multilevel(rows, { random: ["~ 1 | study", "~ 1 | design"], moderators: "~ 0 + b + c" });
    const { tau2, omega2, effects } = inconsistencyVariance(network(loop, { reference: "a" }));
    const [trial, design] = peer.random.map(({ components }) => components[0]!.value);
    expect(tau2.value).toBeCloseTo(trial!, 6);
    expect(omega2.value).toBeCloseTo(design!, 6);
    effects.forEach(({ estimate }, i) => {
      expect(estimate).toBeCloseTo(peer.coefficients[i]!.estimate, 6);
    });
  });
});

describe("any network", () => {
  const tidy = (each: Network) => {
    const { total, within, between } = decomposeQ(each);
    return [total.Q, total.df, within.Q, within.df, between.Q, between.df];
  };

  test("the parts of Q and of its degrees of freedom add up, and are 0 or more", () => {
    fc.assert(
      fc.property(networks, (rows) => {
        const [Q, df, within, dfWithin, between, dfBetween] = tidy(network(rows, { tau2: "EE" })) as number[];
        expect(within! + between!).toBeCloseTo(Q!, 7);
        expect(dfWithin! + dfBetween!).toBe(df);
        expect(Math.min(within!, between!)).toBeGreaterThanOrEqual(-1e-9);
      }),
      { numRuns: 60 },
    );
  });

  test("direction and order of comparisons change nothing", () => {
    fc.assert(
      fc.property(networks, (rows) => {
        const before = tidy(network(rows, { tau2: "EE" }));
        const after = tidy(network([...rows].reverse().map(turned), { tau2: "EE" }));
        before.forEach((each, i) => {
          expect(after[i]).toBeCloseTo(each, 7);
        });
      }),
      { numRuns: 40 },
    );
  });

  test("back-calculated direct and indirect evidence make up the network's, by precision", () => {
    fc.assert(
      fc.property(networks, (rows) => {
        for (const { direct, indirect, network: whole } of splitNodes(network(rows, { tau2: "DL" })).comparisons) {
          if (direct === null || indirect === null) continue;
          const [w1, w2] = [1 / direct.se ** 2, 1 / indirect.se ** 2];
          expect((w1 * direct.estimate + w2 * indirect.estimate) / (w1 + w2)).toBeCloseTo(whole.estimate, 6);
          expect(1 / Math.sqrt(w1 + w2)).toBeCloseTo(whole.se, 6);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("where nothing can be seen", () => {
  const star = network([comparison("1", "a", "b", 0.3, 0.1), comparison("2", "b", "c", 0.2, 0.1)]);

  test("it is said, and no number invented", () => {
    expect(loopInconsistency(star)).toMatchObject({ loops: [], warnings: [{ code: "NO_LOOPS" }] });
    expect(decomposeQ(star).between).toMatchObject({ Q: 0, df: 0, p: null });
    const { comparisons, warnings } = splitNodes(star);
    expect(comparisons.every(({ difference }) => difference === null)).toBe(true);
    expect(warnings.map(({ code }) => code)).toEqual(["NO_LOOPS"]);
    expect(() => inconsistencyVariance(star)).toThrow("NO_LOOPS");
  });

  test("a loop that one trial of all its arms closes can't but be consistent", () => {
    const arms = ["a", "b", "c"].map((treatment, i) => ({ treatment, mean: i / 4, variance: 0.02 }));
    const one = network([...trialOf("1", arms), ...trialOf("2", arms)], { tau2: "EE" });
    expect(loopInconsistency(one).loops).toEqual([]);
    expect(decomposeQ(one).between.df).toBe(0);
  });

  test("variances of trials and designs that can't be told apart are refused", () => {
    const single = network(loop.filter((_, i) => i % 2 === 0));
    expect(() => inconsistencyVariance(single)).toThrow("ONE_TRIAL_PER_DESIGN");
  });
});

test.each([
  ["NOT_A_LOOP_LENGTH", () => loopInconsistency(fit, { longest: 5 as never })],
  ["UNKNOWN_OPTION", () => loopInconsistency(fit, { length: 3 } as never)],
  ["UNKNOWN_CHOICE", () => splitNodes(fit, { method: "nodes" as never })],
  ["NOT_A_NETWORK", () => decomposeQ({} as never)],
  ["NOT_A_NETWORK", () => splitNodes(loop as never)],
  ["LEVEL_OUT_OF_RANGE", () => inconsistencyVariance(fit, { level: 95 })],
])("refuses: %s", (code, ask) => {
  expect(ask).toThrow(code);
});

test("every method of splitting says where it is from", () => {
  expect(Object.values(splitMethods).every(({ citation }) => /\d{4}/.test(citation))).toBe(true);
});
