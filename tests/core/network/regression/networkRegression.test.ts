import { metaRegression, multilevel, type NetworkEffect, networkRegression } from "@acumeta/core";
import { describe, expect, test } from "vitest";

type Moderated = NetworkEffect<"MD"> & { readonly weeks: number };

const comparison = (
  study: number,
  [treat1, treat2]: readonly [string, string],
  [yi, vi, weeks]: readonly [number, number, number],
): Moderated => ({ study: `s${study}`, measure: "MD", treat1, treat2, yi, vi, weeks });

/** Synthetic. */
const pairwise = [
  [-0.5, 0.02, 4],
  [-0.2, 0.05, 8],
  [-0.4, 0.03, 12],
  [0.1, 0.04, 26],
  [0.05, 0.06, 30],
  [-0.1, 0.02, 52],
].map((row, i) => comparison(i, ["needle", "sham"], row as [number, number, number]));

const loop = [
  ...pairwise,
  comparison(10, ["needle", "waiting"], [-0.4, 0.05, 4]),
  comparison(11, ["needle", "waiting"], [-0.35, 0.04, 26]),
  comparison(12, ["waiting", "sham"], [-0.05, 0.05, 8]),
  comparison(13, ["waiting", "sham"], [0.25, 0.06, 40]),
  comparison(14, ["needle", "sham"], [-0.3, 0.04, 12]),
  comparison(14, ["needle", "waiting"], [-0.35, 0.04, 12]),
  comparison(14, ["sham", "waiting"], [-0.05, 0.04, 12]),
];

describe.each(["common", "independent"] as const)("two treatments, slopes %s", (interaction) => {
  test.each(["REML", "ML", "DL", "PM", "EE"] as const)("are a meta-regression: %s", (tau2) => {
    const fit = networkRegression(pairwise, { moderator: "weeks", reference: "sham", tau2, interaction, centre: 10 });
    const peer = metaRegression(
      pairwise.map(({ weeks, ...effect }) => ({ ...effect, weeks: weeks - 10 })),
      { moderators: "~ weeks", tau2 },
    );
    const [intercept, slope] = peer.coefficients;
    expect(fit.tau2.value).toBeCloseTo(peer.tau2.value, 9);
    expect(fit.effects[0]!.estimate).toBeCloseTo(intercept!.estimate, 9);
    expect(fit.effects[0]!.ci.se).toBeCloseTo(intercept!.se, 9);
    expect(fit.effects[0]!.ci.p).toBeCloseTo(intercept!.p, 9);
    expect(fit.slopes[0]!.estimate).toBeCloseTo(slope!.estimate, 9);
    expect(fit.slopes[0]!.ci.upper).toBeCloseTo(slope!.ci.upper, 9);
    expect(fit.vcov[0]![1]! * fit.scaled.factor).toBeCloseTo(peer.vcov[0]![1]!, 9);
    expect([fit.Q, fit.df]).toEqual([expect.closeTo(peer.heterogeneity.QE, 9), 4]);
  });
});

test("independent slopes say the same whatever the reference", () => {
  const by = (reference: string) =>
    networkRegression(loop, { moderator: "weeks", interaction: "independent", reference, tau2: "REML" });
  const [a, b] = [by("sham"), by("needle")];
  const of = (fit: typeof a, name: string) => fit.slopes.find(({ treatment }) => treatment === name)?.estimate ?? 0;
  expect(of(a, "needle") - of(a, "waiting")).toBeCloseTo(of(b, "needle") - of(b, "waiting"), 8);
  expect(a.tau2.value).toBeCloseTo(b.tau2.value, 8);
  expect(a.Q).toBeCloseTo(b.Q, 8);
});

describe("exchangeable slopes", () => {
  const fit = networkRegression(loop, { moderator: "weeks", interaction: "exchangeable", reference: "sham" });

  test("are the multilevel model with random slopes of treatments, where trials have two arms", () => {
    const two = loop.filter(({ study }) => study !== "s14");
    const own = networkRegression(two, {
      moderator: "weeks",
      interaction: "exchangeable",
      reference: "sham",
      centre: 0,
    });
    const turned = two.map(({ treat1, treat2, yi, ...rest }) => {
      const sign = (name: string) => (treat1 === name ? 1 : treat2 === name ? -1 : 0);
      const [needle, waiting] = [sign("needle"), sign("waiting")];
      return { ...rest, yi, needle, waiting, mean: (needle + waiting) * rest.weeks };
    });
    expect(own.slopeVariance).toBe(0);
    const peer = multilevel(turned, { random: "~ 1 | study", moderators: "~ 0 + needle + waiting + mean" });
    expect(own.tau2.value).toBeCloseTo(peer.random[0]!.components[0]!.value, 6);
    expect(own.slopes[0]!.estimate).toBeCloseTo(peer.coefficients[2]!.estimate, 6);
  });

  test("are the common slope where they don't differ", () => {
    const common = networkRegression(loop, { moderator: "weeks", reference: "sham" });
    expect(fit.slopeVariance).toBe(0);
    expect(fit.tau2.value).toBeCloseTo(common.tau2.value, 7);
    for (const { estimate } of fit.slopes) expect(estimate).toBeCloseTo(common.slopes[0]!.estimate, 7);
  });

  test("lie between the mean and their own where they do", () => {
    const apart = loop.map((row) => {
      const sign = row.treat1 === "waiting" ? 1 : row.treat2 === "waiting" ? -1 : 0;
      return { ...row, yi: row.yi + 0.1 * sign * row.weeks, vi: row.vi / 10 };
    });
    const options = { moderator: "weeks", reference: "sham" } as const;
    const shrunk = networkRegression(apart, { ...options, interaction: "exchangeable" });
    const own = networkRegression(apart, { ...options, interaction: "independent" });
    expect(shrunk.slopeVariance).toBeGreaterThan(0);
    const [mean, needle, waiting] = shrunk.slopes.map(({ estimate }) => estimate);
    expect(needle).toBeLessThan(mean!);
    expect(waiting).toBeGreaterThan(mean!);
    expect(needle).toBeCloseTo(own.slopes[0]!.estimate, 2);
    expect(waiting).toBeCloseTo(own.slopes[1]!.estimate, 2);
  });
});

describe("refuses", () => {
  const options = { moderator: "weeks", reference: "sham" } as const;
  test.each([
    ["NOT_A_TRIAL_MODERATOR", [...loop, { ...loop[0]!, study: "x", weeks: "4" as never }]],
    ["NOT_A_TRIAL_MODERATOR", [...loop, { ...loop[0]!, study: "x", weeks: undefined as never }]],
    ["MODERATOR_VARIES", loop.map((row, i) => (i === loop.length - 1 ? { ...row, weeks: 5 } : row))],
    ["MODERATOR_CONSTANT", loop.map((row) => ({ ...row, weeks: 8 }))],
  ])("%s", (code, effects) => {
    expect(() => networkRegression(effects, options)).toThrow(code);
  });

  test("slopes that nothing tells", () => {
    const lone = [...pairwise, comparison(20, ["massage", "sham"], [-0.4, 0.04, 8])];
    expect(() => networkRegression(lone, { ...options, interaction: "independent" })).toThrow(
      /slope of "massage" along weeks.*SLOPES_NOT_TOLD/,
    );
  });

  test("another τ² for exchangeable slopes, and options that don't exist", () => {
    expect(() => networkRegression(loop, { ...options, interaction: "exchangeable", tau2: "DL" })).toThrow(
      "NEEDS_REML",
    );
    expect(() => networkRegression(loop, { ...options, mods: "x" } as never)).toThrow("UNKNOWN_OPTION");
    expect(() => networkRegression(loop, { ...options, interaction: "random" as never })).toThrow("UNKNOWN_CHOICE");
  });
});
