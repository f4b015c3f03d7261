import { assumedCovariance } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { correlationsOf, expectCloseMatrix } from "./effects.ts";
import { generalisedLeastSquares } from "./generalisedLeastSquares.ts";

const arms = { columns: ["arm", "control"], sizes: ["n1", "n2"] } as const;
const effect = (arm: string, control: string, n1: number, n2: number, yi = 1) =>
  ({ study: "A", measure: "MD", yi, vi: 1 / n1 + 1 / n2, arm, control, n1, n2 }) as const;

describe("differences of means of unit variance", () => {
  test("covariances are 1/n of the common group", () => {
    const [A] = assumedCovariance([effect("real", "none", 40, 20), effect("sham", "none", 30, 20)], { arms });
    expectCloseMatrix(A!.matrix, [
      [1 / 40 + 1 / 20, 1 / 20],
      [1 / 20, 1 / 30 + 1 / 20],
    ]);
  });

  test("negative where it stands on opposite sides", () => {
    const [A] = assumedCovariance([effect("real", "sham", 40, 30), effect("sham", "none", 30, 20)], { arms });
    expect(A!.matrix[0]![1]).toBeCloseTo(-1 / 30, 12);
  });

  test("none without a common group", () => {
    const [A] = assumedCovariance([effect("real", "none", 40, 30), effect("sham", "waiting", 30, 20)], { arms });
    expect(A!.matrix[0]![1]).toBe(0);
  });

  test("groups of equal size, where sizes are not known: 1/2", () => {
    const effects = [effect("real", "none", 40, 20), effect("sham", "none", 30, 20)];
    const [A] = assumedCovariance(effects, { arms: { columns: arms.columns } });
    expect(correlationsOf(A!)[0]![1]).toBeCloseTo(0.5, 12);
  });

  test("times the correlation of the outcomes; both groups in common leave it as it is", () => {
    const effects = [
      { ...effect("real", "none", 40, 20), outcome: "pain" },
      { ...effect("sham", "none", 30, 20), outcome: "function" },
      { ...effect("none", "real", 20, 40), outcome: "function" },
    ];
    const [A] = assumedCovariance(effects, { arms, outcome: { column: "outcome", correlation: 0.6 } });
    expect(A!.matrix[0]![1]).toBeCloseTo(0.6 / 20, 12);
    expect(correlationsOf(A!)[0]![2]).toBeCloseTo(-0.6, 12);
  });

  test("groups that lose patients: as though their means had the variance of both sizes", () => {
    const effects = [
      { ...effect("real", "none", 40, 20), week: 4 },
      { ...effect("real", "none", 36, 16), week: 8 },
    ];
    const [A] = assumedCovariance(effects, { arms, time: { column: "week", autocorrelation: 0.9 } });
    const same = 0.9 ** 4 * (1 / Math.sqrt(40 * 36) + 1 / Math.sqrt(20 * 16));
    expect(A!.matrix[0]![1]).toBeCloseTo(same, 12);
  });
});

test("standardised mean differences: 1/n + d₁d₂/(2N) for the common group", () => {
  const [n1, n2, n] = [40, 30, 20];
  const N = n1 + n2 + n;
  const variance = (own: number, d: number) => 1 / own + 1 / n + d ** 2 / (2 * N);
  const smd = (arm: string, own: number, d: number) =>
    ({ ...effect(arm, "none", own, n, d), measure: "SMD", vi: variance(own, d) }) as const;
  const [A] = assumedCovariance([smd("real", n1, 0.9), smd("sham", n2, 0.4)], { arms: { ...arms, rule: "SMD" } });
  expect(A!.matrix[0]![1]).toBeCloseTo(1 / n + (0.9 * 0.4) / (2 * N), 12);
});

test("risk differences of three studies, as printed by Gleser & Olkin 2009, eq. 19.6 and 19.7", () => {
  const groups = [
    { study: "1", control: [40, 1000], treatments: { T1: [100, 4000], T2: [150, 4000] } },
    { study: "2", control: [10, 200], treatments: { T1: [15, 400] } },
    { study: "3", control: [150, 2000], treatments: { T1: [40, 1000], T2: [80, 1000], T3: [50, 1000] } },
  ] as const;
  const risk = ([events, n]: readonly [number, number]) => events / n;
  const weight = (group: readonly [number, number]) => group[1] / (risk(group) * (1 - risk(group)));
  const effects = groups.flatMap(({ study, control, treatments }) =>
    Object.entries(treatments).map(([arm, treated]) => {
      const [w1, w2] = [weight(control), weight(treated)];
      const yi = risk(control) - risk(treated);
      return { study, measure: "RD", yi, vi: 1 / w1 + 1 / w2, control: "control", arm, w1, w2 } as const;
    }),
  );
  const V = assumedCovariance(effects, { arms: { columns: ["control", "arm"], sizes: ["w1", "w2"] } });
  const X = effects.map(({ arm }) => ["T1", "T2", "T3"].map((name) => Number(name === arm)));
  const { beta, vcov } = generalisedLeastSquares(
    effects.map(({ yi }) => yi),
    X,
    V,
  );
  expect(beta.map((value) => value.toFixed(4))).toEqual(["0.0200", "0.0043", "0.0211"]);
  expect(vcov.map((row) => row.map((value) => (1e6 * value).toFixed(3)))).toEqual([
    ["24.612", "19.954", "13.323"],
    ["19.954", "28.538", "13.255"],
    ["13.323", "13.255", "69.806"],
  ]);
});
