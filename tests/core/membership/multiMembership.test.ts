import { multilevel, multiMembership, pool } from "@acumeta/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectNear } from "../../properties/near.ts";
import metafor from "./metafor/fits.json" with { type: "json" };
import { fittedShapes, type PointTrial, syntheticTrials } from "./syntheticTrials.ts";

const options = { members: "points", moderators: "~ x" } as const;

describe.each(fittedShapes.map((shape, i) => ({ ...shape, peer: metafor.fits[i]! })))(
  "points of standard deviation $sigma",
  ({ peer, ...shape }) => {
    const trials = syntheticTrials(shape);
    const fit = multiMembership(trials, options);

    it("is rma.mv of metafor with the known matrix ZZ′", () => {
      expectNear(fit.fit.logLik, peer.logLik, { part: 1e-8 });
      expect(fit.fit.logLik).toBeGreaterThan(peer.logLik - 1e-8);
      expectNear(fit.tau2.value, peer.variances[0]!, { unit: 1, part: 1e-6 });
      expectNear(fit.terms[0]!.variance.value, peer.variances[1]!, { unit: 1, part: 1e-6 });
      for (const [i, { estimate, ci }] of fit.coefficients.entries()) {
        expectNear(estimate, peer.estimates[i]!, { unit: 1, part: 1e-6 });
        expectNear(ci.se, peer.se[i]!, { unit: 1, part: 1e-6 });
      }
    });
  },
);

it("has predictions, and the likelihood, of the multilevel model where every effect has one member", () => {
  const trials = syntheticTrials(fittedShapes[3]!).map((trial) => ({ ...trial, point: trial.points[0]! }));
  const rows = trials.map((trial) => ({ ...trial, row: trial.study, points: [trial.point] }));
  const fit = multiMembership(rows, options);
  const peer = multilevel(rows, { random: ["~ 1 | row", "~ 1 | point"], moderators: "~ x" });
  expectNear(fit.fit.logLik, peer.fit.logLik, { part: 1e-9 });
  expectNear(fit.terms[0]!.variance.value, peer.random[1]!.components[0]!.value, { unit: 1, part: 1e-6 });
});

/** The model by its definition: dense matrices, y with covariance diag(v + τ²) + σ²ZZ′. */
describe("predictions, by û = σ²Z′P y", () => {
  it("are those of the mixed-model equations", () => {
    const trials = syntheticTrials({ seed: 5, trials: 25, points: 6, sigma: 0.4, tau: 0.1 });
    const fit = multiMembership(trials, { members: "points" });
    const [term] = fit.terms;
    const mean = fit.coefficients[0]!.estimate;
    const names = term!.members.map(({ member }) => member);
    const rows = trials.map(({ points }) => names.map((name) => (points.includes(name) ? 1 : 0)));
    const sigma2 = term!.variance.value;
    const V = rows.map((a, i) =>
      rows.map(
        (b, j) =>
          sigma2 * a.reduce((sum: number, each, m) => sum + each * b[m]!, 0) +
          (i === j ? trials[i]!.vi + fit.tau2.value : 0),
      ),
    );
    const weighted = solved(
      V,
      trials.map(({ yi }) => yi - mean),
    );
    const ones = solved(
      V,
      trials.map(() => 1),
    );
    expectNear(
      ones.reduce((sum, each, i) => sum + each * trials[i]!.yi, 0) / ones.reduce((sum, each) => sum + each, 0),
      mean,
      { part: 1e-9 },
    );
    for (const [m, { estimate, k }] of term!.members.entries()) {
      expectNear(sigma2 * rows.reduce((sum, row, i) => sum + row[m]! * weighted[i]!, 0), estimate, {
        unit: 1,
        part: 1e-9,
      });
      expect(k).toBe(rows.filter((row) => row[m] === 1).length);
    }
  });
});

describe("properties", () => {
  const seeds = fc.integer({ min: 1, max: 1e6 });
  const trialsOf = (seed: number) => syntheticTrials({ seed, trials: 20, points: 7, sigma: 0.3, tau: 0.2 });

  it("order and units make no difference", () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(1e-4, 100), (seed, factor) => {
        const trials = trialsOf(seed);
        const before = multiMembership(trials, options);
        const scaled = trials.map((trial) => ({ ...trial, yi: trial.yi * factor, vi: trial.vi * factor ** 2 }));
        for (const [other, unit] of [
          [[...trials].reverse(), 1],
          [scaled, factor],
        ] as const) {
          const after = multiMembership(other, options);
          const part = 1e-5;
          expectNear(after.tau2.value / unit ** 2, before.tau2.value, { unit: 1, part });
          expectNear(after.terms[0]!.variance.value / unit ** 2, before.terms[0]!.variance.value, { unit: 1, part });
          expectNear(after.terms[0]!.variance.ratio, before.terms[0]!.variance.ratio, { unit: 1, part });
          for (const [i, { estimate }] of after.terms[0]!.members.entries())
            expectNear(estimate / unit, before.terms[0]!.members[i]!.estimate, { unit: 1, part: 1e-4 });
        }
      }),
      { numRuns: 30 },
    );
  });

  it("members that always come together are predicted alike; where σ² is 0 the mean is that of pool", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const trials = trialsOf(seed).map((trial) => ({
          ...trial,
          points: trial.points.flatMap((point) => (point === "P1" ? ["P1", "twin"] : [point])),
        }));
        const fit = multiMembership(trials, { members: "points" });
        const of = (name: string) => fit.terms[0]!.members.find(({ member }) => member === name)!.estimate;
        expectNear(of("P1"), of("twin"), { unit: 1, part: 1e-9 });
        if (fit.terms[0]!.variance.value === 0) {
          const pooled = pool(trials, { interval: "z" });
          expectNear(fit.tau2.value, pooled.tau2.value, { unit: 1, part: 1e-5 });
          expectNear(fit.coefficients[0]!.estimate, pooled.estimate, { unit: 1, part: 1e-5 });
        }
      }),
      { numRuns: 30 },
    );
  });

  it("the limits of σ² are where the likelihood ratio is the critical χ²: 0 is in them unless the test of level 2α rejects", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { value, ci, ratio } = multiMembership(trialsOf(seed), options).terms[0]!.variance;
        expect(ci.lower).toBeLessThanOrEqual(value);
        expect(ci.upper).toBeGreaterThan(value);
        expect(ci.lower === 0).toBe(ratio <= 3.841458820694124);
      }),
      { numRuns: 60 },
    );
  });
});

describe("two terms", () => {
  it("have each a variance and a share, which with that between trials make the whole", () => {
    const trials = syntheticTrials({ seed: 3, trials: 60, points: 10, sigma: 0.3, tau: 0.2 }).map((trial, i) => ({
      ...trial,
      country: [`C${i % 6}`],
    }));
    const { terms, tau2 } = multiMembership(trials, { members: ["points", "country"] });
    expect(terms.map(({ column }) => column)).toEqual(["points", "country"]);
    expect(terms.reduce((sum, { share }) => sum + share!, 0)).toBeLessThanOrEqual(1 + 1e-12);
    expect(tau2.value).toBeGreaterThanOrEqual(0);
  });
});

describe("refusals and warnings", () => {
  const trials = syntheticTrials({ seed: 1, trials: 12, points: 5, sigma: 0.2, tau: 0.1 });
  const withPoints = (points: unknown) => trials.map((trial, i) => (i === 3 ? { ...trial, points } : trial));

  it.each([
    ["an unnamed column", trials, { members: [] }, "NO_MEMBER_COLUMNS"],
    ["a text for a list", withPoints("BL23 GV3"), options, "BAD_MEMBERS"],
    ["a point twice", withPoints(["P1", "P1"]), options, "BAD_MEMBERS"],
    ["an infinite amount", withPoints({ P1: Number.POSITIVE_INFINITY }), options, "BAD_MEMBERS"],
    ["no points at all", trials.map((trial) => ({ ...trial, points: [] })), options, "TOO_FEW_MEMBERS"],
    ["the same of all", trials.map((trial) => ({ ...trial, points: ["P1", "P2"] })), options, "MEMBERS_NOT_TOLD"],
    ["an option of R", trials, { mods: "~ x", members: "points" }, "UNKNOWN_OPTION"],
  ])("refuses %s", (_, effects, asked, code) => {
    expect(() => multiMembership(effects as readonly PointTrial[], asked as never)).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it("says where a member of each effect can't be told from what differs between effects", () => {
    const own = trials.map((trial) => ({ ...trial, points: [trial.study] }));
    const { warnings } = multiMembership(own, { members: "points" });
    expect(warnings.map(({ code }) => code)).toContain("MEMBERS_NOT_SEPARABLE");
  });
});

/** Gaussian elimination of a small system. */
function solved(A: readonly (readonly number[])[], b: readonly number[]): number[] {
  const rows = A.map((row, i) => [...row, b[i]!]);
  for (let i = 0; i < rows.length; i++) {
    for (let r = i + 1; r < rows.length; r++) {
      const factor = rows[r]![i]! / rows[i]![i]!;
      for (let c = i; c <= rows.length; c++) rows[r]![c]! -= factor * rows[i]![c]!;
    }
  }
  const x = new Array<number>(rows.length).fill(0);
  for (let i = rows.length - 1; i >= 0; i--) {
    const rest = x.reduce((sum, each, c) => sum + (c > i ? each * rows[i]![c]! : 0), 0);
    x[i] = (rows[i]![rows.length]! - rest) / rows[i]![i]!;
  }
  return x;
}
