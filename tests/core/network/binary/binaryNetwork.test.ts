import {
  type BinaryNetworkMethodId,
  type BinaryNetworkOptions,
  binaryNetwork,
  binaryNetworkMethods,
  compareTreatments,
  glmm,
  leagueTable,
  mantelHaenszel,
} from "@acumeta/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectNear } from "../../../properties/near.ts";
import { smoking, trialLists } from "./arms.ts";

const methods = Object.keys(binaryNetworkMethods) as BinaryNetworkMethodId[];

/** Synthetic: trials of two treatments, one of them without any event. */
const studies = [
  { study: "A", a: 2, n1: 39, c: 1, n2: 43 },
  { study: "B", a: 0, n1: 44, c: 6, n2: 44 },
  { study: "C", a: 9, n1: 107, c: 4, n2: 110 },
  { study: "D", a: 3, n1: 50, c: 0, n2: 60 },
  { study: "E", a: 0, n1: 50, c: 0, n2: 60 },
];
const arms = studies.flatMap(({ study, a, n1, c, n2 }) => [
  { study, treatment: "needle", a, n: n1 },
  { study, treatment: "sham", a: c, n: n2 },
]);

describe("one comparison", () => {
  const fitted = (options: BinaryNetworkOptions) => {
    const fit = binaryNetwork(arms, { reference: "sham", ...options });
    return { ...fit, ...fit.effects[0]! };
  };

  test.each([[{}], [{ zeroCells: { to: "only0" } }]] as const)("by MH is that of mantelHaenszel: %j", (options) => {
    const pairwise = mantelHaenszel(studies, {
      measure: "OR",
      ...("zeroCells" in options ? { pooledZeroCells: { ...options.zeroCells, dropDoubleZero: true } } : {}),
    });
    const { estimate, se, ci, heterogeneity } = fitted({ method: "MH", ...options });
    expectNear(estimate, pairwise.estimate!, { part: 1e-14 });
    expectNear(se, pairwise.se!, { part: 1e-14 });
    expectNear(ci.lower, pairwise.ci!.lower, { part: 1e-13 });
    expectNear(heterogeneity.Q, pairwise.heterogeneity!.Q, { part: 1e-13 });
    expect(heterogeneity.df).toBe(pairwise.heterogeneity!.df);
  });

  test.each([
    [{ method: "NCH" }, { model: "CM.EL", tau2: "EE" }],
    [{ method: "NCH-approximate" }, { model: "CM.AL", tau2: "EE" }],
    [
      { method: "logistic", tau2: "EE" },
      { model: "UM.FS", tau2: "EE" },
    ],
    [
      { method: "logistic", quadraturePoints: 40 },
      { model: "UM.FS", quadraturePoints: 40 },
    ],
  ] as const)("by %j is that of glmm by %j", (options, pairwise) => {
    const own = fitted(options);
    const other = glmm(studies, { measure: "OR", ...pairwise });
    expectNear(own.estimate, other.estimate);
    expectNear(own.se, other.se);
    expectNear(own.tau2.value, other.tau2.value);
    if (other.tau2.se !== null) expectNear(own.tau2.se!, other.tau2.se, { part: 1e-8 });
    expectNear(own.heterogeneity.Q, other.heterogeneity.likelihoodRatio.statistic);
    expect(own.heterogeneity.df).toBe(other.heterogeneity.df);
    expectNear(own.fit.ML.logLik, other.fit.logLik);
    if (pairwise.model === "UM.FS") expectNear(own.fit.ML.AIC, other.fit.AIC);
    if (own.tau2.method === "ML") expectNear(own.heterogeneity.I2, other.heterogeneity.I2);
  });
});

describe("one trial has odds ratios of its own", () => {
  const trial = [
    { study: "1", treatment: "a", a: 7, n: 30 },
    { study: "1", treatment: "b", a: 12, n: 31 },
    { study: "1", treatment: "c", a: 3, n: 28 },
  ];
  const logOdds = (add: number) => trial.map(({ a, n }) => Math.log((a + add) / (n - a + add)));

  test.each(["MH", "logistic"] as const)("by %s", (method) => {
    const { effects, vcov, heterogeneity } = binaryNetwork(trial, { method, reference: "a" });
    const [a, b, c] = logOdds(0) as [number, number, number];
    expectNear(effects[0]!.estimate, b - a);
    expectNear(effects[1]!.estimate, c - a);
    const own = trial.map(({ a: events, n }) => 1 / events + 1 / (n - events)) as [number, number, number];
    expectNear(vcov[0]![0]!, own[0] + own[1]);
    expectNear(vcov[0]![1]!, own[0]);
    expectNear(vcov[1]![1]!, own[0] + own[2]);
    expect([heterogeneity.Q, heterogeneity.df, heterogeneity.p]).toEqual([0, 0, 1]);
  });

  test("by Firth those with ½ added to every cell", () => {
    const { effects } = binaryNetwork(trial, { method: "Firth", reference: "a" });
    const [a, b, c] = logOdds(0.5) as [number, number, number];
    expectNear(effects[0]!.estimate, b - a);
    expectNear(effects[1]!.estimate, c - a);
  });

  test("by NCH-approximate log ratios of risks", () => {
    const { effects } = binaryNetwork(trial, { method: "NCH-approximate", reference: "a" });
    const [a, b] = trial.map(({ a: events, n }) => Math.log(events / n));
    expectNear(effects[0]!.estimate, b! - a!);
  });
});

describe.each(methods)("%s", (method) => {
  const withDefaults = (list: typeof smoking, options: Partial<BinaryNetworkOptions> = {}) =>
    binaryNetwork(list, { method, reference: "a", ...options });

  test("does not depend on the order of trials, arms and treatments", () => {
    fc.assert(
      fc.property(trialLists, fc.func(fc.integer()), (list, key) => {
        const one = withDefaults(list);
        const shuffled = [...list].sort((x, y) => key([x.study, x.treatment]) - key([y.study, y.treatment]));
        const renamed = shuffled.map((arm) => ({
          ...arm,
          treatment: `${"dcba".indexOf(arm.treatment)}${arm.treatment}`,
        }));
        const other = withDefaults(renamed, { reference: "3a" });
        for (const { treatment, estimate, se } of one.effects) {
          const same = other.effects.find((each) => each.treatment.endsWith(treatment))!;
          expectNear(same.estimate, estimate, { part: 1e-6, unit: 1 });
          expectNear(same.se, se, { part: 1e-6 });
        }
        expectNear(other.heterogeneity.Q, one.heterogeneity.Q, { part: 1e-6, unit: 1 });
      }),
      { numRuns: method === "logistic" ? 10 : 30 },
    );
  });

  test("changes signs where events and patients without event change places", () => {
    if (method === "NCH-approximate") return;
    fc.assert(
      fc.property(trialLists, (list) => {
        const one = withDefaults(list);
        const other = withDefaults(list.map(({ a, n, ...arm }) => ({ ...arm, a: n - a, n })));
        for (const [i, { estimate, se }] of one.effects.entries()) {
          expectNear(other.effects[i]!.estimate, -estimate, { part: 1e-6, unit: 1 });
          expectNear(other.effects[i]!.se, se, { part: 1e-6 });
        }
      }),
      { numRuns: method === "logistic" ? 5 : 30 },
    );
  });

  test("gives the same comparisons whatever the reference", () => {
    const one = leagueTable(withDefaults(smoking, { reference: "A" }));
    const other = withDefaults(smoking, { reference: "D" });
    for (const { treatment, against, estimate, se, ci } of one) {
      const same = compareTreatments(other, treatment, against);
      expectNear(same.estimate, estimate, { part: 1e-7, unit: 1 });
      expectNear(same.se, se, { part: 1e-7 });
      expectNear(same.ci.upper, ci.upper, { part: 1e-7, unit: 1 });
    }
  });

  test("is frozen and holds nothing that JSON can't", () => {
    const result = withDefaults(smoking, { reference: "A" });
    expect(Object.isFrozen(result.effects[0])).toBe(true);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});

describe("what says nothing of an odds ratio", () => {
  const rows = [
    ...arms,
    { study: "F", treatment: "needle", a: 0, n: 30 },
    { study: "F", treatment: "waiting", a: 5, n: 30 },
    { study: "G", treatment: "sham", a: 2, n: 30 },
    { study: "G", treatment: "waiting", a: 4, n: 31 },
  ];

  test("is left out with its reason, by MH arms without events with their design too", () => {
    const { leftOut, k, warnings } = binaryNetwork(rows, { method: "MH" });
    expect(k).toBe(5);
    expect(leftOut).toEqual([
      { study: "E", treat1: "needle", treat2: "sham", why: "no events, or only events, in all arms" },
      {
        study: "F",
        treat1: "needle",
        treat2: "waiting",
        why: "no events with needle in the trials of needle, waiting",
      },
    ]);
    expect(warnings).toContainEqual(expect.objectContaining({ code: "LEFT_OUT_SILENT", studies: ["E", "F"] }));
  });

  test("counts with a correction, and by a likelihood unless the whole trial is silent", () => {
    expect(binaryNetwork(rows, { method: "MH", zeroCells: { to: "only0" } }).k).toBe(6);
    const { leftOut, k } = binaryNetwork(rows, { method: "NCH" });
    expect(k).toBe(6);
    expect(leftOut.map(({ study }) => study)).toEqual(["E"]);
  });

  test("is nothing by Firth", () => {
    const { leftOut, k } = binaryNetwork(rows, { method: "Firth" });
    expect([k, leftOut]).toEqual([7, []]);
  });

  test("an arm that leaves a design of three makes its trials trials of the other two", () => {
    const three = [
      { study: "1", treatment: "a", a: 3, n: 30 },
      { study: "1", treatment: "b", a: 6, n: 30 },
      { study: "1", treatment: "c", a: 0, n: 30 },
      { study: "2", treatment: "a", a: 2, n: 40 },
      { study: "2", treatment: "b", a: 5, n: 41 },
      { study: "3", treatment: "b", a: 4, n: 41 },
      { study: "3", treatment: "c", a: 2, n: 41 },
    ];
    const fit = binaryNetwork(three, { method: "MH", reference: "a" });
    expect(fit.leftOut.map(({ study, treat1, treat2 }) => [study, treat1, treat2])).toEqual([
      ["1", "a", "c"],
      ["1", "b", "c"],
    ]);
    const pairwise = mantelHaenszel(
      [
        { study: "1", a: 6, n1: 30, c: 3, n2: 30 },
        { study: "2", a: 5, n1: 41, c: 2, n2: 40 },
      ],
      { measure: "OR" },
    );
    expectNear(fit.effects[0]!.estimate, pairwise.estimate!, { part: 1e-14 });
  });

  test("an odds ratio that no trial of a design makes finite leaves too", () => {
    const crossed = [
      { study: "1", treatment: "a", a: 3, n: 30 },
      { study: "1", treatment: "b", a: 30, n: 30 },
      { study: "2", treatment: "a", a: 0, n: 30 },
      { study: "2", treatment: "b", a: 5, n: 30 },
    ];
    expect(() => binaryNetwork(crossed, { method: "MH" })).toThrow(/SEPARATION/);
    const joined = [...crossed, ...arms.map((arm) => ({ ...arm, treatment: arm.treatment === "sham" ? "a" : "c" }))];
    expect(binaryNetwork(joined, { method: "MH" }).leftOut.map(({ study, why }) => [study, why])).toContainEqual([
      "1",
      "no finite odds ratio of a from the trials of a, b",
    ]);
  });
});

test("designs that disagree are seen between designs: of a loop, (L₁ + L₂ − L₃)²/Σv", () => {
  const pairs = [
    ["1", "a", "b", 5, 9],
    ["2", "a", "b", 4, 6],
    ["3", "b", "c", 8, 3],
    ["4", "a", "c", 6, 7],
  ] as const;
  const loop = pairs.flatMap(([study, first, second, x, y]) => [
    { study, treatment: first, a: x, n: 40 },
    { study, treatment: second, a: y, n: 42 },
  ]);
  const { betweenDesigns } = binaryNetwork(loop, { method: "MH" });
  const pooled = (which: string) =>
    mantelHaenszel(
      pairs
        .filter(([, first, second]) => `${first}${second}` === which)
        .map(([study, , , x, y]) => ({ study, a: x, n1: 40, c: y, n2: 42 })),
      { measure: "OR" },
    );
  const [ab, bc, ac] = ["ab", "bc", "ac"].map(pooled) as [never, never, never] as ReturnType<typeof pooled>[];
  const difference = ab!.estimate! + bc!.estimate! - ac!.estimate!;
  expectNear(betweenDesigns!.statistic, difference ** 2 / (ab!.se! ** 2 + bc!.se! ** 2 + ac!.se! ** 2));
  expect(betweenDesigns!.df).toBe(1);
});

describe("refusals", () => {
  test("infinite odds ratios, with the treatments", () => {
    const rows = [
      ...arms.filter(({ study }) => study !== "E"),
      { study: "F", treatment: "waiting", a: 0, n: 30 },
      { study: "F", treatment: "sham", a: 4, n: 30 },
    ];
    for (const method of ["NCH", "NCH-approximate", "logistic"] as const)
      expect(() => binaryNetwork(rows, { method })).toThrow(
        /infinite odds ratio of "needle", "sham" against "waiting"/,
      );
    const { estimate } = compareTreatments(binaryNetwork(rows, { method: "Firth" }), "waiting", "sham");
    expect(estimate).toBeLessThan(-1);
    const all = rows.map((arm) => (arm.treatment === "waiting" ? { ...arm, a: 30 } : arm));
    expect(() => binaryNetwork(all, { method: "NCH" })).toThrow(/"waiting" against "needle", "sham"/);
  });

  test("arms, all problems together", () => {
    const rows = [
      { study: "A", treatment: "a", a: 2.5, n: 20 },
      { study: "A", treatment: "b", a: 30, n: 20 },
    ];
    expect(() => binaryNetwork(rows, { method: "NCH" })).toThrow(/2 problems.*a whole number.*30 events/s);
    expect(() => binaryNetwork([], { method: "MH" })).toThrow(/NO_ARMS/);
    expect(() => binaryNetwork(arms.slice(8), { method: "MH" })).toThrow(/NO_EVENTS/);
  });

  test("options of another method", () => {
    expect(() => binaryNetwork(arms, { method: "MH", tau2: "ML" })).toThrow(/allowed: "logistic".*NOT_FOR_METHOD/);
    expect(() => binaryNetwork(arms, { method: "NCH", zeroCells: { to: "all" } })).toThrow(/"MH"/);
    expect(() => binaryNetwork(arms, { method: "logistic", dispersion: "Pearson" })).toThrow(/"Firth"/);
    expect(() => binaryNetwork(arms, { method: "logistic", quadraturePoints: 0.5 })).toThrow(/NOT_A_VALID_NUMBER/);
    expect(() => binaryNetwork(arms, { method: "mh" as never })).toThrow(/Did you mean "MH"/);
    expect(binaryNetwork(arms, { method: "MH", tau2: "EE" }).choices.tau2).toBe("EE");
  });

  test("networks of unconnected parts, unless those are to be left out", () => {
    const apart = [...arms, { study: "X", treatment: "x", a: 3, n: 20 }, { study: "X", treatment: "y", a: 4, n: 20 }];
    expect(() => binaryNetwork(apart, { method: "logistic" })).toThrow(/DISCONNECTED_NETWORK/);
    const { leftOut } = binaryNetwork(apart, { method: "logistic", reference: "sham", disconnected: "reference" });
    expect(leftOut.at(-1)).toEqual({
      study: "X",
      treat1: "x",
      treat2: "y",
      why: "nothing joins it with the reference",
    });
    expect(() => binaryNetwork(arms, { method: "MH", reference: "nothing" })).toThrow(/UNKNOWN_TREATMENT/);
  });
});

test("events that are not rare are told of by the approximation for rare ones", () => {
  const { warnings } = binaryNetwork(smoking, { method: "NCH-approximate" });
  expect(warnings.map(({ code }) => code)).toEqual(["NOT_RARE"]);
});
