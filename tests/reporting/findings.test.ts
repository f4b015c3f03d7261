import { type Measure, pool } from "@acumeta/core";
import { findingsTable, summaryOfFindings } from "@acumeta/reporting";
import { describe, expect, it, test } from "vitest";

const one = (measure: Measure, yi: number, vi = 0.01) =>
  pool([{ study: "A", measure, yi, vi, n: 120 }] as never, { interval: "z" });
const baseline = { risk: 0.3, source: "the sham group" };

describe("effects per 100", () => {
  test.each([
    ["logRR", Math.log(0.5), 15],
    // Odds 0.3/0.7 = 3/7; times 2 = 6/7; risk 6/13.
    ["logOR", Math.log(2), (100 * 6) / 13],
    ["RD", -0.1, 20],
    // The odds ratio of an SMD of √3/π·ln 2 is 2.
    ["SMD", (Math.sqrt(3) / Math.PI) * Math.log(2), (100 * 6) / 13],
  ] as const)("%s", (measure, yi, treatment) => {
    const [finding] = summaryOfFindings([{ outcome: "Pain halved", fit: one(measure, yi), baseline }]);
    expect(finding!.absolute!.comparator).toBeCloseTo(30, 10);
    expect(finding!.absolute!.treatment.estimate).toBeCloseTo(treatment, 10);
    expect(finding!.absolute!.difference.estimate).toBeCloseTo(treatment - 30, 10);
    expect(finding!.absolute!.source).toBe("the sham group");
  });

  it("do not exceed 100", () => {
    const [finding] = summaryOfFindings([{ outcome: "x", fit: one("logRR", 2), baseline: { risk: 0.9, source: "s" } }]);
    expect(finding!.absolute!.treatment).toEqual({ estimate: 100, lower: 100, upper: 100 });
  });
});

it("an SMD in units of a scale, and in minimal important differences", () => {
  const units = { name: "mm", sd: 20, mid: 10, source: "a paper" };
  const [finding] = summaryOfFindings([{ outcome: "Pain", fit: one("SMD", 0.5), units }]);
  expect(finding!.inUnits!.estimate).toBeCloseTo(10, 12);
  expect(finding!.inUnits!.inMids!.estimate).toBeCloseTo(1, 12);
});

it("a mean difference needs no standard deviation", () => {
  const [finding] = summaryOfFindings([
    { outcome: "Pain", fit: one("MD", 7), units: { name: "mm", source: "a paper" } },
  ]);
  expect([finding!.inUnits!.estimate, finding!.inUnits!.inMids]).toEqual([7, null]);
});

it("assumes nothing: what is not given is null, and certainty not rated", () => {
  const findings = summaryOfFindings([{ outcome: "Pain", fit: one("SMD", 0.5) }]);
  expect(findings[0]).toMatchObject({ absolute: null, inUnits: null, certainty: null, participants: 120, studies: 1 });
  expect(findingsTable(findings).rows[0]).toEqual(expect.arrayContaining(["120 (1 study)", null, "not rated"]));
});

it("the table tells certainty with its sign, reasons and sources in notes", () => {
  const certainty = { rating: "low", reasons: ["imprecision", "risk of bias"] } as const;
  const { rows, notes } = findingsTable(
    summaryOfFindings([{ outcome: "Pain", fit: one("logRR", 0.1), baseline, certainty }]),
  );
  expect(rows[0]).toContain("⊕⊕◯◯ low");
  expect(notes).toEqual([
    "Pain: comparator's risk from the sham group.",
    "Pain: certainty low: imprecision; risk of bias.",
  ]);
});

test.each([
  [{ baseline: { risk: 0, source: "" } }, "RISK_OUT_OF_RANGE"],
  [{ baseline: { risk: 30, source: "" } }, "RISK_OUT_OF_RANGE"],
  [{ fit: one("MD", 3), baseline }, "NO_ABSOLUTE_EFFECT"],
  [{ units: { name: "mm", source: "" } }, "NO_UNITS"],
  [{ units: { name: "mm", sd: 20, mid: 0, source: "" } }, "NO_UNITS"],
  [{ certainty: { rating: "fair" as never, reasons: [] } }, "UNKNOWN_CHOICE"],
  [{ fit: {} as never }, "WRONG_ARGUMENT"],
])("refused %#", (told, code) =>
  expect(() => summaryOfFindings([{ outcome: "Pain", fit: one("SMD", 0.5), ...told }])).toThrow(
    expect.objectContaining({ code }),
  ),
);
