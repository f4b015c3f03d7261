import { beats, type NetworkEffect, network, normalCdf, pScores, tCdf } from "@acumeta/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomJoint, reordered, shifted, three, turned } from "./joints.ts";

const seeds = fc.integer({ min: 1, max: 1e6 });
const scoresOf = (result: ReturnType<typeof pScores>) =>
  Object.fromEntries(result.treatments.map(({ name, score }) => [name, score]));

function expectClose(got: Readonly<Record<string, number>>, wanted: Readonly<Record<string, number>>) {
  expect(Object.keys(got).sort()).toEqual(Object.keys(wanted).sort());
  for (const [name, value] of Object.entries(wanted)) expect(got[name]).toBeCloseTo(value, 10);
}

test("of two treatments are the probabilities of their difference", () => {
  const joint = { names: ["a"], estimates: [0.5], vcov: [[0.04]], reference: "b" };
  const { treatments, poth } = pScores(joint, { better: "higher" });
  const p = normalCdf(2.5);
  expect(treatments).toEqual([
    { name: "a", score: p, rank: { expected: expect.closeTo(2 - p, 12), lower: 1, upper: 1 } },
    { name: "b", score: expect.closeTo(1 - p, 12), rank: { expected: 1 + p, lower: 2, upper: 2 } },
  ]);
  expect(poth).toBeCloseTo(4 * (p - 0.5) ** 2, 12);
});

test("of three, by hand", () => {
  const [aw, sw, as] = [0.6 / Math.sqrt(0.02), 0.3 / Math.sqrt(0.03), 0.3 / Math.sqrt(0.03)].map((z) => normalCdf(z));
  expectClose(scoresOf(pScores(three, { better: "lower" })), {
    acupuncture: (aw! + as!) / 2,
    sham: (sw! + 1 - as!) / 2,
    waiting: (2 - aw! - sw!) / 2,
  });
});

test("with a least difference that matters, by hand", () => {
  const result = pScores(three, { better: "lower", mid: 0.2 });
  const [aw, as, sa] = [0.4 / Math.sqrt(0.02), 0.1 / Math.sqrt(0.03), -0.5 / Math.sqrt(0.03)].map((z) => normalCdf(z));
  expect(result.treatments[0]!.score).toBeCloseTo((aw! + as!) / 2, 12);
  const wa = normalCdf(-0.8 / Math.sqrt(0.02));
  expect(result.treatments[0]!.rank.expected).toBeCloseTo(1 + sa! + wa, 12);
  expect(result.poth).toBeNull();
});

test("use t where there are degrees of freedom", () => {
  const { treatments } = pScores(
    {
      names: ["a", "b"],
      estimates: [1, 0],
      vcov: [
        [1, 0],
        [0, 1],
      ],
      df: 3,
    },
    { better: "higher" },
  );
  expect(treatments[0]!.score).toBeCloseTo(tCdf(Math.SQRT1_2, 3), 12);
});

describe("properties", () => {
  test("their mean is ½", () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 2, max: 9 }), fc.constantFrom(null, 2, 11), (seed, n, df) => {
        const { treatments } = pScores(randomJoint(n, seed, { df }), { better: "lower" });
        expect(treatments.reduce((sum, { score }) => sum + score, 0) / n).toBeCloseTo(0.5, 12);
        expect(treatments.reduce((sum, { rank }) => sum + rank.expected, 0)).toBeCloseTo((n * (n + 1)) / 2, 10);
        for (const { score, rank } of treatments) {
          expect(score).toBeCloseTo((n - rank.expected) / (n - 1), 12);
          expect(rank.lower).toBeLessThanOrEqual(rank.upper);
        }
      }),
    );
  });

  test("the other direction is the other sign, and turns scores and ranks around", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const joint = randomJoint(5, seed);
        const lower = pScores(joint, { better: "lower" });
        expect(pScores(turned(joint), { better: "higher" }).treatments).toEqual(lower.treatments);
        const higher = pScores(joint, { better: "higher" });
        for (const [i, { score, rank }] of lower.treatments.entries()) {
          expect(higher.treatments[i]!.score).toBeCloseTo(1 - score, 12);
          expect(higher.treatments[i]!.rank.lower).toBe(6 - rank.upper);
        }
      }),
    );
  });

  test("neither the order of treatments nor the origin of effects matters", () => {
    fc.assert(
      fc.property(seeds, fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (seed, order) => {
        const joint = randomJoint(5, seed);
        const wanted = scoresOf(pScores(joint, { better: "lower", mid: 0.1 }));
        expectClose(scoresOf(pScores(reordered(joint, order), { better: "lower", mid: 0.1 })), wanted);
        expectClose(scoresOf(pScores(shifted(joint, 3), { better: "lower", mid: 0.1 })), wanted);
      }),
    );
  });

  test("a larger least difference lowers every score", () => {
    const joint = randomJoint(6, 4);
    const at = (mid: number) => pScores(joint, { better: "lower", mid }).treatments.map(({ score }) => score);
    for (const [i, score] of at(0.2).entries()) {
      expect(score).toBeLessThan(at(0.1)[i]!);
      expect(at(0.1)[i]!).toBeLessThan(at(0)[i]!);
    }
  });
});

const smd = { measure: "SMD" } as const;
const effects: readonly NetworkEffect<"SMD">[] = [
  { ...smd, study: "1", treat1: "needle", treat2: "sham", yi: -0.4, vi: 0.03 },
  { ...smd, study: "2", treat1: "needle", treat2: "sham", yi: 0.1, vi: 0.05 },
  { ...smd, study: "3", treat1: "needle", treat2: "waiting", yi: -0.9, vi: 0.06 },
  { ...smd, study: "4", treat1: "sham", treat2: "waiting", yi: -0.3, vi: 0.04 },
  { ...smd, study: "5", treat1: "massage", treat2: "waiting", yi: -0.6, vi: 0.05 },
];

test.each(["needle", "sham", "massage"])(
  "of a network are those of its own intervals, whatever the reference (%s)",
  (reference) => {
    const fit = network(effects, { reference, interval: "HKSJ" });
    const { factor, df } = fit.scaled;
    expect(df).not.toBeNull();
    expect(factor).not.toBe(1);
    const joint = {
      names: fit.effects.map(({ treatment }) => treatment),
      estimates: fit.effects.map(({ estimate }) => estimate),
      vcov: fit.vcov.map((row) => row.map((covariance) => factor * covariance)),
      df,
      reference,
    };
    const result = pScores(fit, { better: "lower" });
    expect(result.treatments.map(({ name }) => name)).toEqual(["massage", "needle", "sham", "waiting"]);
    expectClose(scoresOf(result), scoresOf(pScores(joint, { better: "lower" })));
    const { ci } = network(effects, { reference, interval: "HKSJ" }).effects[0]!;
    const { treatments } = beats(fit, { better: "lower" });
    const against = treatments.find(({ name }) => name === fit.effects[0]!.treatment)!;
    const place = treatments.findIndex(({ name }) => name === reference);
    const oneSided = fit.effects[0]!.estimate < 0 ? 1 - ci.p / 2 : ci.p / 2;
    expect(against.beats[place]).toBeCloseTo(oneSided, 12);
  },
);

test("probabilities of beating are complements without a least difference, and null against oneself", () => {
  const { treatments } = beats(randomJoint(4, 9), { better: "lower" });
  for (const [i, { beats: row, score }] of treatments.entries()) {
    expect(row[i]).toBeNull();
    expect(row.reduce<number>((sum, p) => sum + (p ?? 0), 0) / 3).toBeCloseTo(score, 12);
    for (const [j, p] of row.entries()) if (i !== j) expect(p! + treatments[j]!.beats[i]!).toBeCloseTo(1, 12);
  }
});

test("two that are surely the same each beat the other with probability ½, and by no difference that matters", () => {
  const same = {
    names: ["a", "b"],
    estimates: [0.3, 0.3],
    vcov: [
      [0.1, 0.1],
      [0.1, 0.1],
    ],
  };
  expect(beats(same, { better: "lower" }).treatments[0]!.beats).toEqual([null, 0.5]);
  expect(beats(same, { better: "lower", mid: 0.1 }).treatments[0]!.beats).toEqual([null, 0]);
  expect(pScores(same, { better: "lower" }).treatments[0]!.rank).toEqual({ expected: 1.5, lower: 1, upper: 2 });
});

test("the limits of a rank leave out only treatments shown to be better or worse at the level of all comparisons", () => {
  const joint = {
    names: ["a", "b", "c"],
    estimates: [0, 3.1, 6.2],
    vcov: [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ],
  };
  const ranks = (level: number) =>
    pScores(joint, { better: "lower", level }).treatments.map(({ rank }) => [rank.lower, rank.upper]);
  const p = 2 * normalCdf(-3.1 / Math.SQRT2);
  expect(ranks(1 - 2 * p - 1e-6)).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
  ]);
  expect(ranks(1 - 2 * p + 1e-6)).toEqual([
    [1, 2],
    [1, 3],
    [2, 3],
  ]);
});
