import { pool } from "acumeta";
import { expect, test } from "vitest";
import { expectAsPrinted } from "./asPrinted.ts";
import { answerOf, published, trials } from "./painTrials.ts";

/** Effects count positive in favour of the first side; papers print them in the direction of the scale. */
const onScaleWhereLessIsBetter = (effect: number) => -effect;

test("AHRQ 2010, Figure 8: Kwon 2007 and Cherkin 2009 pooled, Roland-Morris points, are what it prints", () => {
  const row = published.pooled.find(({ sourceNote }) => sourceNote?.startsWith("Kwon 2007 + Cherkin 2009"))!;
  const disability = { outcome: "disability", window: { from: 1, to: 13, target: 8 } } as const;
  const { estimate, ci, n, heterogeneity } = pool(
    [
      answerOf("kwon-2007", { ...disability, scale: "RMDQ" }),
      answerOf("cherkin-2009", { ...disability, scale: "RMDQ-23" }),
    ],
    { tau2: "DL", interval: "z" },
  );
  const [lower, upper] = [ci.upper, ci.lower].map(onScaleWhereLessIsBetter);
  expectAsPrinted(onScaleWhereLessIsBetter(estimate), "0.80");
  expect(Math.abs(onScaleWhereLessIsBetter(estimate) - row.effect!)).toBeLessThan(0.015); // it prints 0.81
  expectAsPrinted(lower, "-0.27");
  expectAsPrinted(upper, "1.88");
  expect([row.ciLower, row.ciUpper]).toEqual([-0.27, 1.9]);
  expect([n, heterogeneity.I2]).toEqual([row.n, row.i2]);
});

test.each([
  ["sham", "-0.14"],
  ["usual-care", "-0.55"],
] as const)("Haake 2007: pain at 26 weeks against %s, standardised, is %s", (comparator, printed) => {
  const { yi, provenance } = answerOf("haake-2007", {
    comparator: [comparator],
    measure: "SMD",
    window: { from: 26, to: 26, target: 26 },
  });
  expectAsPrinted(onScaleWhereLessIsBetter(yi), printed);
  expect(provenance).toMatchObject({ scale: "CPGS-100", week: 26, source: "endpoint" });
});

test.each([
  ["sham", "5.1"],
  ["waiting-list", "21.8"], // the paper prints 21.7: its means are rounded
] as const)("Brinkhaus 2006: 28.7 mm less pain at 8 weeks, against %s a difference of %s", (comparator, printed) => {
  const { yi, provenance } = answerOf("brinkhaus-2006", { comparator: [comparator], scale: "VAS-100" });
  expectAsPrinted(yi, printed);
  expect(provenance).toMatchObject({ week: 8, source: "change" });
});

test.each([
  ["acupuncture", "47.6"],
  ["sham", "44.2"],
  ["conventional", "27.4"],
])("Haake 2007: in arm %s %s percent of the patients responded", (arm, printed) => {
  const row = trials.outcomes.find(
    (one) => one.trialId === "haake-2007" && one.arm === arm && one.outcome === "responders",
  )!;
  expect(row.week).toBe(26);
  expect(Math.abs((100 * row.events!) / row.total! - Number(printed))).toBeLessThan(100 / row.total! / 2);
});

test.each([
  ["acupuncture", "sham", [3.4, -3.7, 10.3]],
  ["acupuncture", "usual-care", [20.2, 13.4, 26.7]],
  ["sham", "usual-care", [16.8, 10.1, 23.4]],
] as const)("Haake 2007: responders, %s less %s in percentage points, is %j", (treatment, comparator, printed) => {
  const { yi, vi } = answerOf("haake-2007", {
    treatment: [treatment],
    comparator: [comparator],
    outcome: "responders",
    measure: "RD",
    window: { from: 26, to: 26, target: 26 },
  });
  const { ci } = pool([{ study: "Haake 2007", measure: "RD", yi, vi }], { interval: "z" });
  expect(Math.abs(100 * yi - printed[0])).toBeLessThan(0.1); // it subtracts rounded percentages
  // Its interval is not Wald's.
  expect(Math.abs(100 * ci.lower - printed[1])).toBeLessThan(0.3);
  expect(Math.abs(100 * ci.upper - printed[2])).toBeLessThan(0.3);
});

test("Vickers 2004: the printed 16.2 (13.7) of 161 and 22.3 (17.0) of 140 are the table's means, and give its effect", () => {
  const at = {
    conditions: ["headache"],
    comparator: ["usual-care"],
    window: { from: 52, to: 52, target: 52 },
  } as const;
  const md = answerOf("vickers-2004", { ...at, scale: "headache-severity-score" });
  expectAsPrinted(md.yi, (22.3 - 16.2).toFixed(1));
  expectAsPrinted(Math.sqrt(md.vi), Math.sqrt(13.7 ** 2 / 161 + 17 ** 2 / 140).toFixed(2));
  const pooledSd = Math.sqrt((160 * 13.7 ** 2 + 139 * 17 ** 2) / 299);
  const { yi } = answerOf("vickers-2004", { ...at, measure: "SMD" });
  expectAsPrinted(yi, (((22.3 - 16.2) / pooledSd) * (1 - 3 / (4 * 299 - 1))).toFixed(2));
});
