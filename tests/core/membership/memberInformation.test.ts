import { memberInformation, multiMembership } from "@acumeta/core";
import { describe, expect, it } from "vitest";
import { syntheticTrials } from "./syntheticTrials.ts";

const trials = syntheticTrials({ seed: 4, trials: 30, points: 8, sigma: 0.4, tau: 0.1 });
const given = { members: "points", variance: 0.16, tau2: 0.02 } as const;

describe("memberInformation", () => {
  it("has the prediction errors of the fitted model at its own variances", () => {
    const fit = multiMembership(trials, { members: "points", moderators: "~ x" });
    const { members } = memberInformation(trials, {
      members: "points",
      moderators: "~ x",
      variance: fit.terms[0]!.variance.value,
      tau2: fit.tau2.value,
    });
    for (const [i, { member, se, k }] of members.entries()) {
      const own = fit.terms[0]!.members[i]!;
      expect([member, k]).toEqual([own.member, own.k]);
      expect(se).toBeCloseTo(own.se, 9);
    }
  });

  it("does not depend on the effects themselves", () => {
    const other = trials.map((trial) => ({ ...trial, yi: -5 * trial.yi + 3 }));
    expect(memberInformation(other, given)).toEqual(memberInformation(trials, given));
  });

  it("a contrast of members that always come together keeps the variance 2σ², of one alone its own", () => {
    const twins = trials.map((trial) => ({
      ...trial,
      points: trial.points.flatMap((point) => (point === "P1" ? ["P1", "twin"] : [point])),
    }));
    const { contrasts, members, rank } = memberInformation(twins, {
      ...given,
      contrasts: [{ P1: 1, twin: -1 }, { P2: 1 }],
    });
    expect(contrasts[0]).toBeCloseTo(2 * given.variance, 9);
    expect(contrasts[1]).toBeCloseTo(members.find(({ member }) => member === "P2")!.se ** 2, 12);
    expect(rank).toBe(memberInformation(trials, given).rank);
  });

  it("a further trial makes no reliability smaller", () => {
    const more = memberInformation([...trials, { ...trials[0]!, study: "another" }], given).members;
    for (const [i, { reliability }] of memberInformation(trials, given).members.entries())
      expect(more[i]!.reliability).toBeGreaterThanOrEqual(reliability - 1e-12);
  });

  it.each([
    [{ variance: 0 }, "NOT_A_VALID_NUMBER"],
    [{ tau2: -1 }, "NOT_A_VALID_NUMBER"],
    [{ contrasts: [{ P99: 1 }] }, "UNKNOWN_CHOICE"],
    [{ contrasts: [{ P1: Number.NaN }] }, "NOT_A_VALID_NUMBER"],
    [{ sigma: 1 }, "UNKNOWN_OPTION"],
  ])("refuses %j", (wrong, code) => {
    expect(() => memberInformation(trials, { ...given, ...wrong } as never)).toThrow(expect.objectContaining({ code }));
  });
});
