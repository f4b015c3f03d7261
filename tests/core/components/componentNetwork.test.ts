import {
  type ComponentNetworkOptions,
  combinationEffect,
  compareTreatments,
  componentNetwork,
  type NetworkEffect,
  network,
} from "@acumeta/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parts, row } from "./row.ts";

/** Synthetic: single treatments, with a trial of three arms. */
const single = [
  row("1", ["needle", "waiting"], -0.7, 0.02),
  row("2", ["needle", "waiting"], -0.3, 0.05),
  row("3", ["sham", "waiting"], -0.4, 0.04),
  row("4", ["needle", "sham"], -0.1, 0.03),
  row("5", ["needle", "sham"], -0.2, 0.04),
  row("5", ["needle", "waiting"], -0.6, 0.04),
  row("5", ["sham", "waiting"], -0.4, 0.04),
  row("6", ["massage", "waiting"], -0.5, 0.06),
];

const codes = ({ warnings }: { readonly warnings: readonly { readonly code: string }[] }) =>
  warnings.map(({ code }) => code);

describe("a component of its own for each treatment", () => {
  test.each(["EE", "DL", "REML", "ML", "PM"] as const)("is the network of treatments: %s", (tau2) => {
    const components = componentNetwork(single, { tau2, inactive: "waiting" });
    const treatments = network(single, { tau2, reference: "waiting" });
    for (const { component, estimate, se, ci, pi } of components.components) {
      const peer = compareTreatments(treatments, component, "waiting");
      expect(estimate).toBeCloseTo(peer.estimate, 10);
      expect(se).toBeCloseTo(peer.se, 10);
      expect(ci!.upper).toBeCloseTo(peer.ci.upper, 10);
      if (tau2 === "EE") expect([pi, peer.pi]).toEqual([null, null]);
      else expect(pi!.upper).toBeCloseTo(peer.pi!.upper, 10);
    }
    expect(components.predictionNote).toBe(treatments.predictionNote);
    expect(components.heterogeneity.Q).toBeCloseTo(treatments.heterogeneity.Q, 10);
    expect(components.heterogeneity.I2).toBeCloseTo(treatments.heterogeneity.I2, 8);
    expect(components.tau2.value).toBeCloseTo(treatments.tau2.value, 10);
    expect(components.fit.ML.logLik).toBeCloseTo(treatments.fit.ML.logLik, 9);
    expect(components.fit.REML!.AICc).toBeCloseTo(treatments.fit.REML!.AICc, 9);
    expect(components.additivity).toMatchObject({ Q: 0, df: 0, p: 1 });
    expect(codes(components)).toEqual(codes(treatments));
  });

  test("without an inactive one every difference is told, and no component alone", () => {
    const fit = componentNetwork(single, { tau2: "DL" });
    expect(fit.components.every(({ estimate, pi }) => estimate === null && pi === null)).toBe(true);
    expect(fit.components[0]!.because).toBe(
      "massage, needle, sham and waiting have no estimates of their own: only massage − waiting, needle − waiting and sham − waiting can be estimated",
    );
    expect(fit.warnings.at(-1)!.message).toMatch(/such as placebo, name it: inactive\.$/);
    const peer = compareTreatments(network(single, { tau2: "DL" }), "massage", "sham");
    const own = combinationEffect(fit, "massage", "sham");
    expect(own.estimate).toBeCloseTo(peer.estimate, 10);
    expect(own.pi!.lower).toBeCloseTo(peer.pi!.lower, 10);
    expect(() => combinationEffect(fit, "massage")).toThrow("NOT_ESTIMABLE");
  });
});

test("parts that no trial joins are joined by components, as least squares has it", () => {
  const fit = componentNetwork(parts, { tau2: "EE", interval: "z" });
  expect(fit.parts).toHaveLength(3);
  expect(fit.additivity).toBeNull();
  const of = (name: string) => fit.components.find(({ component }) => component === name)!;
  // Normal equations of (needle, point) with weights 50; 33⅓ on their sum; 25 and 20.
  const [a, b, d] = [50 + 100 / 3, 100 / 3, 100 / 3 + 45];
  const [x, y] = [-0.5 * 50 - 0.6 * (100 / 3), -0.6 * (100 / 3) - 0.2 * 25 - 0.1 * 20];
  const determinant = a * d - b * b;
  expect(of("needle").estimate).toBeCloseTo((d * x - b * y) / determinant, 12);
  expect(of("point").estimate).toBeCloseTo((a * y - b * x) / determinant, 12);
  expect(of("needle").se).toBeCloseTo(Math.sqrt(d / determinant), 12);
  expect(fit.estimable.columns).toEqual(["needle", "point"]);
  expect(fit.estimable.vcov[0]![1]).toBeCloseTo(-b / determinant, 12);
  expect(of("care").because).toBe("all arms of each trial have as much of care");
  expect([of("needle").trials, of("point").trials, of("care").trials]).toEqual([2, 3, 0]);
  expect(codes(fit)).toContain("JOINED_BY_COMPONENTS");
  expect(codes(fit)).toContain("NOT_ESTIMABLE");
});

describe("what all arms of a trial have changes nothing", () => {
  const advised = ({ treat1, treat2, ...rest }: NetworkEffect<"SMD">) => ({
    ...rest,
    treat1: `${treat1}+advice`,
    treat2: `${treat2}+advice`,
  });

  test.each([
    ["two arms", parts],
    ["a trial of three arms", single],
  ])("%s", (_, effects) => {
    const plain = componentNetwork(effects, { tau2: "DL" });
    const more = componentNetwork(effects.map(advised), { tau2: "DL" });
    const others = more.components.filter(({ component }) => component !== "advice");
    expect(others).toEqual(plain.components);
    expect(more.components.find(({ component }) => component === "advice")).toMatchObject({
      estimate: null,
      trials: 0,
    });
    expect(more.tau2.value).toBe(plain.tau2.value);
  });
});

test("order and direction of comparisons change nothing", () => {
  const turned = ({ treat1, treat2, yi, ...rest }: NetworkEffect<"SMD">) => ({
    ...rest,
    treat1: treat2,
    treat2: treat1,
    yi: -yi,
  });
  const effects = [...parts, ...single.map((each) => ({ ...each, study: `single ${each.study}` }))];
  const plain = componentNetwork(effects, { inactive: "waiting" });
  fc.assert(
    fc.property(
      fc.shuffledSubarray(effects, { minLength: effects.length }),
      fc.array(fc.boolean(), { minLength: effects.length }),
      (list, turns) => {
        const fit = componentNetwork(
          list.map((each, i) => (turns[i] ? turned(each) : each)),
          { inactive: "waiting" },
        );
        for (const { component, estimate, se } of fit.components) {
          const peer = plain.components.find((each) => each.component === component)!;
          if (peer.estimate === null) expect(estimate).toBeNull();
          else {
            expect(estimate).toBeCloseTo(peer.estimate, 8);
            expect(se).toBeCloseTo(peer.se, 8);
          }
        }
      },
    ),
    { numRuns: 30 },
  );
});

test("effects ten times as large have estimates ten times as large", () => {
  const plain = componentNetwork(parts);
  const large = componentNetwork(parts.map((each) => ({ ...each, yi: 10 * each.yi, vi: 100 * each.vi })));
  large.components.forEach(({ estimate, ci }, i) => {
    const peer = plain.components[i]!;
    if (peer.estimate === null) expect(estimate).toBeNull();
    else {
      expect(estimate).toBeCloseTo(10 * peer.estimate, 6);
      expect(ci!.lower).toBeCloseTo(10 * peer.ci.lower, 6);
    }
  });
});

describe("what treatments are made of can be told", () => {
  const named = [row("1", ["real", "usual"], -0.6, 0.02), row("2", ["sham", "usual"], -0.4, 0.04)];

  test("by lists, that spell what names spell elsewhere", () => {
    const told = componentNetwork(named, {
      tau2: "EE",
      components: { real: ["needle", "point"], sham: ["needle"], usual: [] },
    });
    const spelled = componentNetwork(
      [row("1", ["needle+point", "none"], -0.6, 0.02), row("2", ["needle", "none"], -0.4, 0.04)],
      { tau2: "EE", inactive: "none" },
    );
    expect(told.components).toEqual(spelled.components);
    expect(combinationEffect(told, "real", "sham").estimate).toBeCloseTo(-0.2, 12);
    expect(combinationEffect(told, "usual", "real").estimate).toBeCloseTo(0.6, 12);
    expect(combinationEffect(told, "needle").estimate).toBeCloseTo(-0.4, 12);
  });

  test("by another separator", () => {
    const plain = componentNetwork(parts, { tau2: "DL" });
    const other = componentNetwork(
      parts.map((each) => ({
        ...each,
        treat1: each.treat1.replaceAll("+", " & "),
        treat2: each.treat2.replaceAll("+", " & "),
      })),
      { tau2: "DL", separator: "&" },
    );
    expect(other.components).toEqual(plain.components);
    expect(combinationEffect(other, "moxa & needle & point", "moxa").estimate).toBeCloseTo(
      combinationEffect(plain, "moxa+needle+point", "moxa").estimate,
      12,
    );
  });

  test("by amounts: the slope of a line through the origin", () => {
    const doses = [row("1", ["low", "none"], 0.3, 0.01), row("2", ["high", "none"], 1, 0.04)];
    const { components, combinations } = componentNetwork(doses, {
      tau2: "EE",
      components: { low: { dose: 1 }, high: { dose: 3 }, none: { dose: 0 } },
    });
    const precision = 1 / 0.01 + 9 / 0.04;
    expect(components[0]!.estimate).toBeCloseTo((0.3 / 0.01 + (3 * 1) / 0.04) / precision, 12);
    expect(components[0]!.se).toBeCloseTo(precision ** -0.5, 12);
    const { high, none } = Object.fromEntries(combinations.map((each) => [each.combination, each]));
    expect(high!.estimate).toBeCloseTo(3 * components[0]!.estimate!, 12);
    expect(none).toMatchObject({ components: [], amounts: [], estimate: 0, se: 0 });
  });

  test("with warnings of treatments that no trial has, and of those that are the same", () => {
    const fit = componentNetwork(named, { components: { real: ["needle"], sham: ["needle"], usual: [], laser: [] } });
    expect(codes(fit)).toContain("UNUSED_COMPONENTS");
    expect(codes(fit)).toContain("SAME_COMPONENTS");
    expect(codes(componentNetwork(named, { inactive: "usual" }))).not.toContain("SAME_COMPONENTS");
  });
});

describe("interactions", () => {
  const together = [
    ...["A", "B"].map((study) => row(study, ["needle", "care"], -0.2, 0.02)),
    ...["C", "D"].map((study) => row(study, ["moxa", "care"], -0.1, 0.02)),
    ...["E", "F"].map((study) => row(study, ["needle+moxa", "care"], -1.1, 0.02)),
  ];

  test("are what the whole does beyond the sum", () => {
    const fit = componentNetwork(together, { inactive: "care", interactions: ["needle*moxa"], tau2: "EE" });
    expect(fit.components.at(-1)).toMatchObject({
      component: "needle*moxa",
      parts: ["needle", "moxa"],
      estimate: expect.closeTo(-0.8, 12),
    });
    expect(combinationEffect(fit, "needle+moxa").estimate).toBeCloseTo(-1.1, 12);
    expect(combinationEffect(fit, "needle+moxa", "moxa").estimate).toBeCloseTo(-1, 12);
    expect(fit.additivity).toMatchObject({ df: 0 });
  });

  test("left out show in the test of additivity", () => {
    const { additivity, heterogeneity } = componentNetwork(together, { inactive: "care", tau2: "EE" });
    expect(additivity!.df).toBe(1);
    // Means −0.2, −0.1 and −1.1 of variance 0.01 each: the contrast of −0.8 has the variance 0.03.
    expect(additivity!.Q).toBeCloseTo(0.64 / 0.03, 10);
    expect(additivity!.Q + additivity!.QStandard).toBeCloseTo(heterogeneity.Q, 12);
    expect(additivity!.p).toBeLessThan(0.001);
  });

  test("are those of amounts by their product", () => {
    const doses = { half: { a: 0.5, b: 2 }, a: { a: 1 }, b: { b: 1 }, none: {} };
    const fit = componentNetwork(
      [row("1", ["a", "none"], 1, 0.1), row("2", ["b", "none"], 1, 0.1), row("3", ["half", "none"], 4, 0.1)],
      { components: doses, interactions: ["a*b"], tau2: "EE" },
    );
    expect(fit.components.at(-1)!.estimate).toBeCloseTo(4 - 0.5 - 2, 12);
  });
});

describe("refuses", () => {
  test.each<[string, ComponentNetworkOptions, (readonly NetworkEffect<"SMD">[])?]>([
    ["EMPTY_COMPONENT", {}, [row("1", ["a++b", "c"], 1, 1)]],
    ["EMPTY_COMPONENT", { components: { "care+needle": [" "] } }],
    ["UNKNOWN_COMPONENT", { inactive: "placebo" }],
    ["UNKNOWN_COMPONENT", { interactions: ["needle*laser"] }],
    ["NEVER_TOGETHER", { interactions: ["needle*moxa"] }],
    ["NEVER_TOGETHER", { interactions: ["needle"] }],
    ["REPEATED_INTERACTION", { interactions: ["needle*point", "point * needle"] }],
    ["NO_COMPONENTS", {}, [row("1", ["a+b", "b+a"], 1, 1)]],
    ["BAD_COMPONENT_OPTION", { separator: "" }],
    ["BAD_COMPONENT_OPTION", { inactive: 3 as never }],
    ["BAD_COMPONENT_OPTION", { interactions: "needle*point" as never }],
    ["BAD_COMPONENT_OPTION", { components: { "care+needle": "care" } as never }],
    ["BAD_COMPONENT_OPTION", { components: { "care+needle": { care: Number.NaN } } }],
    ["UNKNOWN_OPTION", { reference: "care" } as never],
    ["UNKNOWN_CHOICE", { tau2: "HS" as never }],
    [
      "VARIANCES_TOO_FAR_APART",
      { inactive: "c" },
      [row("1", ["a+b", "c"], 1, 1e-20), row("2", ["a", "c"], 1, 1), row("3", ["b", "c"], 1, 1)],
    ],
  ])("%s", (code, options, effects = parts) => {
    expect(() => componentNetwork(effects, options)).toThrow(code);
  });

  test("what is no component network, and combinations of unknown components", () => {
    expect(() => combinationEffect({} as never, "needle")).toThrow("NOT_A_COMPONENT_NETWORK");
    expect(() => combinationEffect(componentNetwork(parts), "laser")).toThrow("UNKNOWN_COMPONENT");
    expect(() => combinationEffect(componentNetwork(parts), "needle", "laser")).toThrow("UNKNOWN_COMPONENT");
  });
});
