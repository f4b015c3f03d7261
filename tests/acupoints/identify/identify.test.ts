import { type PointTrial, pointIdentifiability, suggestPrescription } from "@acumeta/acupoints";
import { describe, expect, it } from "vitest";
import { pointTrial } from "../syntheticPointTrials.ts";

const trials: readonly PointTrial[] = [
  pointTrial("a", 0.4, ["BL23", "BL40", "GV3"]),
  pointTrial("b", 0.2, ["BL23", "BL40", "GV3"]),
  pointTrial("c", 0.3, ["BL23", "BL40", "LI4"]),
  pointTrial("d", 0.1, ["BL40", "LI4", "LR3"]),
  pointTrial("e", 0.6, ["LI4", "LR3"]),
  pointTrial("f", 0.5, ["ST36", "SP6"]),
];

describe("pointIdentifiability", () => {
  const told = pointIdentifiability(trials);

  it("finds points that always come together, and pairs that one trial alone tells apart", () => {
    expect(told.together.map(({ codes, trials: of }) => [codes.join(), of])).toEqual([["SP6,ST36", ["f"]]]);
    expect(told.nearly).toContainEqual({ a: "BL23", b: "BL40", trial: "d", together: 3 });
    expect(told.nearly).toContainEqual({ a: "LI4", b: "LR3", trial: "c", together: 2 });
  });

  it("has as many independent points as different lists less the mean", () => {
    expect(told.rank).toBe(4);
    expect(told.points).toHaveLength(7);
  });

  it("knows nothing of a point without the only trial that has it", () => {
    expect(told.points.find(({ code }) => code === "ST36")!.heaviest).toEqual({ trial: "f", lost: 1 });
    for (const { reliability } of told.points) expect(reliability).toBeGreaterThanOrEqual(0);
    expect(told.sentence).toContain("6 trials list 7 points, of which at most 4 can be told apart");
  });

  it("takes a standard deviation of one's own, and refuses what is none", () => {
    const known = pointIdentifiability(trials, { sigma: 1 });
    for (const [i, { reliability }] of known.points.entries())
      expect(reliability).toBeGreaterThan(told.points[i]!.reliability);
    expect(() => pointIdentifiability(trials, { sigma: 0 })).toThrow(
      expect.objectContaining({ code: "WRONG_ARGUMENT" }),
    );
  });
});

describe("suggestPrescription", () => {
  it("suggests trials with one point and without the other, the most telling first", () => {
    const { trials: suggested, variance, pair } = suggestPrescription(trials, "BL40+BL23");
    expect(pair).toEqual(["BL23", "BL40"]);
    expect(variance).toBeLessThan(2 * 0.1 ** 2);
    expect(suggested).toHaveLength(5);
    const [best] = suggested;
    expect(best!.points.includes("BL23")).not.toBe(best!.points.includes("BL40"));
    for (const [i, { remaining }] of suggested.entries()) {
      expect(remaining).toBeLessThan(1);
      if (i > 0) expect(remaining).toBeGreaterThanOrEqual(suggested[i - 1]!.remaining);
    }
  });

  it("a larger trial tells more", () => {
    const [small] = suggestPrescription(trials, "BL23+BL40", { vi: 0.2 }).trials;
    const [large] = suggestPrescription(trials, "BL23+BL40", { vi: 0.01 }).trials;
    expect(large!.remaining).toBeLessThan(small!.remaining);
  });

  it.each([
    ["BL23", {}, "NOT_A_PAIR"],
    ["BL23+BL99", {}, "UNKNOWN_CHOICE"],
    ["BL23+BL40", { most: 0 }, "WRONG_ARGUMENT"],
  ])("refuses %s %j", (pair, options, code) => {
    expect(() => suggestPrescription(trials, pair, options)).toThrow(expect.objectContaining({ code }));
  });
});
