import { compareTreatments, isMetaError, leagueTable, type NetworkOptions, network } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { type Comparison, comparison, trialOf } from "./randomNetworks.ts";

const chain = [comparison("1", "needle", "sham", -0.3, 0.04), comparison("2", "sham", "waiting", -0.5, 0.05)];
const three = trialOf("3", [
  { treatment: "needle", mean: 1, variance: 0.02 },
  { treatment: "sham", mean: 1.4, variance: 0.02 },
  { treatment: "waiting", mean: 2, variance: 0.02 },
]);
const with3 = (change: (effect: Comparison, row: number) => Partial<Comparison>) =>
  three.map((effect, row) => ({ ...effect, ...change(effect, row) }));

function refusalOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (isMetaError(error)) return error.message;
    throw error;
  }
  return "none";
}

const refusals: readonly (readonly [code: string, call: () => unknown, parts: readonly string[]])[] = [
  ["SELF_COMPARISON", () => network([comparison("7", "sham", "sham", 0, 1)]), ['study "7"', '"sham" with itself']],
  ["NOT_A_TREATMENT", () => network([comparison("7", "sham", " ", 0, 1)]), ['study "7"', "treat2", '" "']],
  [
    "NOT_A_TREATMENT",
    () => network([{ study: "7", measure: "MD", yi: 0, vi: 1, treat1: "sham" } as Comparison]),
    ["no treat2", "yi is the effect of treat1 against treat2"],
  ],
  ["NOT_PATIENTS", () => network([{ ...chain[0]!, n2: 0 }]), ['study "1"', "n2", "found 0"]],
  [
    "DUPLICATE_COMPARISON",
    () => network([...chain, comparison("1", "sham", "needle", 0.2, 0.1)]),
    ['study "1"', '"sham" with "needle"'],
  ],
  [
    "VARIANCES_TOO_FAR_APART",
    () =>
      network([
        comparison("1", "a", "b", 1, 4e6),
        comparison("2", "b", "c", 0, 4e-16),
        comparison("3", "a", "c", 1, 1e6),
      ]),
    ["4.0e-16 to 4.0e+6"],
  ],
  ["INCOMPLETE_TRIAL", () => network(three.slice(1)), ['study "3"', "needle against sham", "all 3 comparisons"]],
  [
    "INCONSISTENT_TRIAL",
    () => network(with3((_, row) => (row === 0 ? { yi: 0.4 } : {}))),
    ['study "3"', "needle against sham is 0.4", "make -0.4", "0.8 apart", "directions"],
  ],
  [
    "IMPOSSIBLE_VARIANCES",
    () => network(with3((_, row) => ({ vi: row === 0 ? 0.2 : 0.04 }))),
    ['study "3"', "no arms can have", "squared standard errors"],
  ],
  [
    "DISCONNECTED_NETWORK",
    () => network([...chain, comparison("9", "moxa", "cupping", 0, 1)]),
    ["2 parts", '(1) "needle", "sham", "waiting"; (2) "cupping", "moxa"', '"needle" against "cupping" would join'],
  ],
  ["UNKNOWN_TREATMENT", () => network(chain, { reference: "Sham" }), ["option reference", '"needle", "sham"']],
  ["UNKNOWN_TREATMENT", () => compareTreatments(network(chain), "needle", "shamm"), ['"shamm"', "sham"]],
  ["SELF_COMPARISON", () => compareTreatments(network(chain), "sham", "sham"), ['"sham" with itself']],
  ["UNKNOWN_OPTION", () => network(chain, { "method.tau": "DL" } as NetworkOptions), ["tau2"]],
  ["UNKNOWN_CHOICE", () => network(chain, { tau2: "SJ" } as unknown as NetworkOptions), ["tau2", "REML"]],
  ["UNKNOWN_CHOICE", () => network(chain, { disconnected: "drop" } as unknown as NetworkOptions), ["reference"]],
  ["LEVEL_OUT_OF_RANGE", () => network(chain, { level: 95 }), ["95"]],
  ["NOT_A_NETWORK", () => leagueTable({} as never), ["network(effects)"]],
  ["VARIANCE_NOT_POSITIVE", () => network([{ ...chain[0]!, vi: -1 }]), ['study "1"', "-1"]],
  ["MIXED_MEASURES", () => network([chain[0]!, { ...chain[1]!, measure: "SMD" }] as never), ["MD", "SMD"]],
  ["NO_EFFECTS", () => network([]), []],
];

describe("refuses", () => {
  test.each(refusals)("%s", (code, call, parts) => {
    const message = refusalOf(call);
    expect(message).toContain(`[${code}]`);
    for (const part of parts) expect(message).toContain(part);
  });
});

test("names at most ten of many treatments", () => {
  const many = Array.from({ length: 30 }, (_, i) => comparison(`${i}`, `t${i}`, `u${i}`, 0, 1));
  expect(refusalOf(() => network(many))).toContain("30 parts");
  expect(refusalOf(() => network(many))).not.toContain("(11)");
});

describe("comparisons that don't quite add up", () => {
  const off = (by: number) => with3((effect, row) => (row === 0 ? { yi: effect.yi + by } : {}));

  test("are taken as the nearest that do, with a warning", () => {
    const fit = network(off(0.006), { reference: "waiting" });
    expect(fit.warnings.find(({ code }) => code === "ROUNDED_CONTRASTS")?.studies).toEqual(["3"]);
    // What is too much is taken off in three equal parts.
    expect(compareTreatments(fit, "needle", "sham").estimate).toBeCloseTo(-0.4 + 0.004, 12);
    expect(compareTreatments(fit, "needle", "waiting").estimate).toBeCloseTo(-1 + 0.002, 12);
    expect(compareTreatments(fit, "sham", "waiting").estimate).toBeCloseTo(-0.6 - 0.002, 12);
  });

  test("by a hair are taken so without one", () => {
    expect(network(off(1e-9)).warnings.map(({ code }) => code)).toEqual(["SATURATED"]);
  });

  test("by more than a tenth of a standard error are refused", () => {
    expect(refusalOf(() => network(off(0.021)))).toContain("INCONSISTENT_TRIAL");
    expect(refusalOf(() => network(off(0.019)))).toBe("none");
  });
});

describe("warns", () => {
  test("where nothing is left to estimate τ² from, and uses the normal distribution", () => {
    const fit = network(chain);
    expect(fit.warnings).toMatchObject([
      { code: "SATURATED", message: expect.stringContaining('"z" in place of "HKSJ"') },
    ]);
    expect([fit.tau2.value, fit.tau2.se, fit.tau2.ci, fit.effects[0]!.ci.df]).toEqual([0, null, null, null]);
    expect(fit.effects[0]!.ci.method).toBe("z");
    expect(fit.fit.REML).toBeNull();
    expect(fit.heterogeneity.p).toBe(1);
  });

  test("of names that differ in spelling alone", () => {
    const fit = network([
      comparison("1", "Sham needle", "waiting", 1, 1),
      comparison("2", "sham-needle", "waiting", 1, 1),
    ]);
    expect(fit.warnings.find(({ code }) => code === "SIMILAR_TREATMENTS")?.message).toContain(
      '"Sham needle", "sham-needle"',
    );
  });

  test("of trials that nothing connects with the reference", () => {
    const fit = network([...chain, comparison("9", "moxa", "cupping", 0, 1)], {
      reference: "sham",
      disconnected: "reference",
    });
    expect(fit.warnings.find(({ code }) => code === "LEFT_OUT_DISCONNECTED")?.studies).toEqual(["9"]);
    expect(fit.leftOut).toEqual([{ study: "9", treat1: "moxa", treat2: "cupping" }]);
    expect(fit.treatments.map(({ name }) => name)).toEqual(["needle", "sham", "waiting"]);
  });

  test("of intervals narrower than chance, and of width 0", () => {
    const codes = (yi: readonly number[]) =>
      network(yi.map((each, i) => comparison(`${i}`, "needle", "sham", each, 1))).warnings.map(({ code }) => code);
    expect(codes([0.1, 0.101, 0.099])).toEqual(["NARROWER_THAN_Z"]);
    expect(codes([0.1, 0.1, 0.1])).toEqual(["ZERO_SPREAD"]);
    expect(codes([-2, 0.5, 3])).toEqual([]);
  });
});

describe("tells of a network", () => {
  test("its designs, the smaller first, and its treatments with their trials and patients", () => {
    const fit = network([
      ...three.map((effect) => ({ ...effect, n1: 30, n2: 30 })),
      { ...chain[0]!, n1: 20, n2: 25 },
      chain[1]!,
      comparison("4", "sham", "needle", 0.1, 0.1),
    ]);
    expect(fit.designs).toEqual([
      { treatments: ["needle", "sham"], studies: ["1", "4"] },
      { treatments: ["sham", "waiting"], studies: ["2"] },
      { treatments: ["needle", "sham", "waiting"], studies: ["3"] },
    ]);
    expect(fit.treatments).toEqual([
      { name: "needle", trials: 3, n: null },
      { name: "sham", trials: 4, n: null },
      { name: "waiting", trials: 2, n: null },
    ]);
    expect(fit.reference).toBe("sham");
    const told = network([
      { ...chain[0]!, n1: 20, n2: 25 },
      { ...chain[1]!, n1: 10, n2: 5 },
    ]);
    expect(told.treatments.map(({ n }) => n)).toEqual([20, 35, 5]);
  });
});
