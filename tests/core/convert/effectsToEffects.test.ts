import {
  correlationFromT,
  correlationOfChange,
  correlationToSmd,
  effectSize,
  logOddsRatio,
  logRiskRatio,
  oddsRatioToSmd,
  sdOfChange,
  sdOfChangeSweep,
  smdFromT,
  smdToCorrelation,
  smdToOddsRatio,
  tableFromOddsRatio,
  tableFromRiskRatio,
  tFromF,
} from "@acumeta/core";
import { describe, expect, test } from "vitest";

const d = { yi: 0.4, vi: 0.03 };

test("d becomes a log odds ratio and comes back", () => {
  const back = oddsRatioToSmd(smdToOddsRatio(d));
  expect(back.yi).toBeCloseTo(d.yi, 14);
  expect(back.vi).toBeCloseTo(d.vi, 14);
});

test("d becomes a correlation and comes back, with its z value little changed", () => {
  const r = smdToCorrelation(d);
  const back = correlationToSmd(r);
  expect(back.yi).toBeCloseTo(d.yi, 14);
  expect(back.vi).toBeCloseTo(d.vi, 14);
  expect(r.yi / Math.sqrt(r.vi)).toBeCloseTo(d.yi / Math.sqrt(d.vi), 0);
  expect(smdToCorrelation({ ...d, n1: 50, n2: 50 }).yi).toBe(r.yi);
  expect(Math.abs(smdToCorrelation({ ...d, n1: 90, n2: 10 }).yi)).toBeLessThan(r.yi);
});

test("F of two groups, its t, and the correlation of the two agree", () => {
  const t = tFromF({ F: 4 }).value;
  expect(t).toBe(2);
  expect(smdFromT({ t, n1: 20, n2: 20 }).yi).toBeGreaterThan(0);
  expect(correlationFromT({ t, df: 38 }).value).toBeCloseTo(Math.sqrt(4 / 42), 14);
  expect(correlationFromT({ t: 1e200, df: 3 }).value).toBe(1);
});

describe("a 2×2 table comes back from its margins and", () => {
  const tables = [
    { a: 4, n1: 123, c: 11, n2: 139 },
    { a: 1, n1: 9, c: 8, n2: 9 },
    { a: 200, n1: 210, c: 30, n2: 5000 },
  ];

  test.each(tables)("its odds ratio: %j", (table) => {
    const or = Math.exp(logOddsRatio(table).yi);
    const { a, c, n1, n2 } = table;
    const exact = tableFromOddsRatio({ or, n1, n2, events: a + c, round: false });
    expect(exact.a).toBeCloseTo(a, 8);
    expect(tableFromOddsRatio({ or, n1, n2, events: a + c })).toMatchObject(table);
  });

  test.each(tables)("its risk ratio: %j", (table) => {
    const rr = Math.exp(logRiskRatio(table).yi);
    const { a, c, n1, n2 } = table;
    expect(tableFromRiskRatio({ rr, n1, n2, events: a + c })).toMatchObject(table);
  });

  test("an odds ratio of 1, which makes its quadratic a line", () => {
    expect(tableFromOddsRatio({ or: 1, n1: 40, n2: 60, events: 25 })).toMatchObject({ a: 10, c: 15 });
  });

  test("extreme ones, within the margins", () => {
    for (const or of [1e-12, 1e12]) {
      const { a, c } = tableFromOddsRatio({ or, n1: 20, n2: 30, events: 25, round: false });
      expect(a).toBeGreaterThanOrEqual(0);
      expect(a).toBeLessThanOrEqual(20);
      expect(c).toBeGreaterThanOrEqual(0);
      expect(c).toBeLessThanOrEqual(30);
    }
    expect(tableFromOddsRatio({ or: 3, n1: 20, n2: 30, events: 0 })).toMatchObject({ a: 0, c: 0 });
  });
});

test("a risk ratio that no table has is refused", () => {
  expect(() => tableFromRiskRatio({ rr: 4, n1: 20, n2: 20, events: 30 })).toThrow(
    expect.objectContaining({ code: "EVENTS_EXCEED_TOTAL" }),
  );
});

test("a sweep over correlations is each of them, and narrows as they rise", () => {
  const sweep = sdOfChangeSweep({ sd1: 2.95, sd2: 2.09 });
  expect(sweep.map(({ r }) => r)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
  for (const [i, { r, value }] of sweep.entries()) {
    expect(value).toBe(sdOfChange({ sd1: 2.95, sd2: 2.09, r }).value);
    if (i > 0) expect(value).toBeLessThan(sweep[i - 1]!.value);
  }
  expect(sdOfChangeSweep({ sd1: 1, sd2: 1 }, [])).toEqual([]);
});

test("the correlation of change undoes the SD of change", () => {
  for (const r of [-0.5, 0, 0.62, 1]) {
    const sdChange = sdOfChange({ sd1: 2.95, sd2: 2.09, r }).value;
    expect(correlationOfChange({ sd1: 2.95, sd2: 2.09, sdChange }).value).toBeCloseTo(r, 12);
  }
  expect(() => correlationOfChange({ sd1: 1, sd2: 1, sdChange: 3 })).toThrow(
    expect.objectContaining({ code: "NOT_A_VALID_NUMBER" }),
  );
});

test.each([
  ["NOT_A_VALID_NUMBER", "an odds ratio of 0", () => tableFromOddsRatio({ or: 0, n1: 9, n2: 9, events: 4 })],
  ["EVENTS_EXCEED_TOTAL", "more events than patients", () => tableFromOddsRatio({ or: 2, n1: 9, n2: 9, events: 19 })],
  ["NOT_A_VALID_NUMBER", "a correlation of 1", () => correlationToSmd({ yi: 1, vi: 0.1 })],
  ["MISSING_INPUT", "one group's size", () => smdToCorrelation({ ...d, n1: 9 })],
  ["NOT_A_VALID_NUMBER", "a negative F", () => tFromF({ F: -1 })],
  ["NOT_A_VALID_NUMBER", "a correlation of 2", () => sdOfChangeSweep({ sd1: 1, sd2: 1 }, [2])],
  ["NOT_A_VALID_NUMBER", "no variance", () => smdToOddsRatio({ yi: 1, vi: 0 })],
  [
    "UNKNOWN_CHOICE",
    "a correction",
    () => effectSize("VR", { n1: 9, m1: 1, sd1: 1, n2: 9, m2: 1, sd2: 1 }, { correction: "yes" as "bias" }),
  ],
] as const)("refuses with %s %s", (code, _, run) => {
  expect(run).toThrow(expect.objectContaining({ code }));
});
