import { type PointTrial, pointModel, pointTrials } from "@acumeta/acupoints";
import { multiMembership, rankSets } from "@acumeta/core";
import { readTrials } from "@acumeta/trials";
import { describe, expect, it } from "vitest";
import { pointTrial } from "../syntheticPointTrials.ts";

const trials: readonly PointTrial[] = [
  pointTrial("a", 0.9, ["BL23", "GV3"]),
  pointTrial("b", 0.8, ["BL23", "BL40"]),
  pointTrial("c", 0.1, ["BL25", "BL40"]),
  pointTrial("d", 0.2, ["BL25"]),
  pointTrial("e", 0.3, ["GV3", "BL40"], { comparator: "untreated" }),
  pointTrial("f", 0.5, ["LI4", "LR3"], { comparator: "untreated" }),
];

describe("pointModel", () => {
  it("is multiMembership of the points, its comparators apart, with the largest estimate first", () => {
    const model = pointModel(trials);
    const fit = multiMembership(trials, { members: "points", moderators: "~ comparator" });
    expect(model.formula).toBe("~ comparator");
    expect(model.variance).toEqual(fit.terms[0]!.variance);
    expect(model.coefficients).toEqual(fit.coefficients);
    const estimates = model.points.map(({ estimate }) => estimate);
    expect(estimates).toEqual([...estimates].sort((a, b) => b - a));
    expect(model.points.find(({ name }) => name === "BL23")).toMatchObject({ k: 2, n: 80 });
    expect(rankSets(model.joint, { better: "higher", draws: 200 }).treatments).toHaveLength(model.points.length);
  });

  it("groups points by meridian, region or distance, each as many times as it has points", () => {
    const { points } = pointModel(trials, { grouping: "meridian" });
    expect(points.map(({ name }) => name).sort()).toEqual(["Bladder", "Governor Vessel", "Large Intestine", "Liver"]);
    expect(points.find(({ name }) => name === "Bladder")!.k).toBe(5);
    expect(
      pointModel(trials, { grouping: "distance" })
        .points.map(({ name }) => name)
        .sort(),
    ).toEqual(["distal", "local"]);
  });

  it("has pairs as a term of their own", () => {
    const { pairs } = pointModel(trials, { pairs: ["BL40+BL23", "GV3 + BL23", "BL25+BL40"] });
    expect(pairs!.pairs.map(({ name }) => name).sort()).toEqual(["BL23+BL40", "BL23+GV3", "BL25+BL40"]);
    expect(pairs!.pairs.every(({ k }) => k === 1)).toBe(true);
  });

  it("leaves out trials of which a moderator is not known, and names them", () => {
    const some = trials.map((trial, i) => ({ ...trial, sessions: i === 0 ? null : 5 + i * i }));
    const model = pointModel(some, { moderators: "~ sessions" });
    expect([model.k, model.leftOut]).toEqual([5, ["a"]]);
    expect(() => pointModel(some, { moderators: "~ sessions", missing: "refuse" })).toThrow(
      expect.objectContaining({ code: "MISSING_MODERATOR" }),
    );
  });

  it.each([
    [trials.slice(0, 3), {}, "TOO_FEW_TRIALS"],
    [trials, { pairs: ["BL23"] }, "NOT_A_PAIR"],
    [trials, { pairs: ["BL23+BL40", "XX+YY"] }, "PAIR_IN_NO_TRIAL"],
    [trials, { grouping: "colour" }, "WRONG_ARGUMENT"],
    [trials, { moderators: "~ colour" }, "UNKNOWN_MODERATOR"],
  ])("refuses %#", (some, options, code) => {
    expect(() => pointModel(some, options as never)).toThrow(expect.objectContaining({ code }));
  });
});

describe("pointTrials", () => {
  it("counts a list to choose from by the chance of each point, as long as fixed lists are", async () => {
    const tables = await readTrials("datasets/pain-trials");
    const shared = pointTrials(tables).trials;
    const whole = pointTrials(tables, { candidates: "whole" }).trials;
    const fixed = shared.filter(({ basis }) => basis === "fixed").map(({ points }) => Object.keys(points).length);
    const typical = [...fixed].sort((a, b) => a - b)[Math.floor(fixed.length / 2)]!;
    for (const [i, { basis, points }] of shared.entries()) {
      const amounts = Object.values(points);
      const expected = basis === "fixed" ? 1 : Math.min(1, typical / amounts.length);
      for (const amount of amounts) expect(amount).toBeCloseTo(expected, 12);
      expect(Object.values(whole[i]!.points).every((amount) => amount === 1)).toBe(true);
    }
  });

  it("subtracts the points of a sham, so that one at the same points leaves needling alone", async () => {
    const tables = await readTrials("datasets/pain-trials");
    const of = (shams: "ignore" | "subtract") =>
      pointTrials(tables, { shams }).trials.find(({ trialId }) => trialId === "zheng-2022")!;
    expect(Object.keys(of("ignore").points).length).toBeGreaterThan(0);
    expect(of("subtract").points).toEqual({});
    expect(of("subtract").needling).toBe(0);
    const all = pointTrials(tables, { shams: "subtract" }).trials;
    for (const { comparator, needling, shamPenetrates } of all)
      expect(needling).toBe(
        comparator === "untreated" ? 1 : shamPenetrates === null ? null : shamPenetrates === "no" ? 1 : 0,
      );
  });

  it("loses no trial: every one with points and every one with an effect is used or named", async () => {
    const tables = await readTrials("datasets/pain-trials");
    const { trials: used, withoutEffect, withoutPoints } = pointTrials(tables);
    const all = [...used.map(({ trialId }) => trialId), ...withoutEffect, ...withoutPoints];
    expect(new Set(all).size).toBe(all.length);
  });
});
