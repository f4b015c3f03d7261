import { consistencyReport, decomposeQ, type NetworkEffect, network, splitNodes } from "@acumeta/core";
import { describe, expect, it } from "vitest";

const smd = { measure: "SMD" } as const;
const loop = (ab: number, bc: number, ac: number, vi = 0.02): readonly NetworkEffect<"SMD">[] =>
  [1, 2, 3].flatMap((i) => [
    { ...smd, study: `ab${i}`, treat1: "a", treat2: "b", yi: ab, vi },
    { ...smd, study: `bc${i}`, treat1: "b", treat2: "c", yi: bc, vi },
    { ...smd, study: `ac${i}`, treat1: "a", treat2: "c", yi: ac, vi },
  ]);
const z = { tau2: "EE", interval: "z" } as const;

describe("consistencyReport", () => {
  it("has the Q of designs, the splits, Holm's p, and 2.80 standard errors as what could be found", () => {
    const fit = network(loop(0.3, 0.2, 0.6), z);
    const report = consistencyReport(fit);
    expect(report.overall.between).toEqual(decomposeQ(fit).between);
    const splits = splitNodes(fit).comparisons;
    expect(report.comparisons.map(({ difference }) => difference)).toEqual(splits.map(({ difference }) => difference));
    for (const { difference, pHolm, detectable } of report.comparisons) {
      // In one loop all three pairs have the same p.
      expect(pHolm).toBeCloseTo(Math.min(1, 3 * difference.ci.p), 10);
      expect(detectable).toBeCloseTo(2.8015852 * difference.se, 6);
    }
    expect([report.made, report.tested]).toEqual([3, 3]);
  });

  it("says where direct and indirect evidence differ, and that the designs disagree", () => {
    const { sentence } = consistencyReport(network(loop(1, 1, -2), z));
    expect(sentence).toMatch(
      /^Inconsistency: the designs disagree \(Q = .* p < 0\.001\); direct and indirect evidence differ for a and b/,
    );
  });

  it("does not call a network consistent because nothing was found", () => {
    const { sentence } = consistencyReport(network(loop(0.3, 0.2, 0.5), z));
    expect(sentence).toMatch(/no small one could have been: 3 of 3 compared pairs could be tested/);
  });

  it("says where nothing can be tested", () => {
    const line = loop(0.3, 0.2, 0.5).filter(({ treat1, treat2 }) => treat1 !== "a" || treat2 !== "c");
    const { sentence, tested, made } = consistencyReport(network(line, z));
    expect([tested, made]).toEqual([0, 2]);
    expect(sentence).toBe(
      "Consistency could not be tested: none of 2 compared pairs has both direct and indirect evidence.",
    );
  });

  it.each([
    [{ power: 1 }, "NOT_A_VALID_NUMBER"],
    [{ method: "SIDE" }, "UNKNOWN_CHOICE"],
    [{ mehtod: "SIDDE" }, "UNKNOWN_OPTION"],
  ])("refuses %j", (options, code) => {
    expect(() => consistencyReport(network(loop(1, 1, 2), z), options as never)).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
