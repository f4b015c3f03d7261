import {
  type EventsStudy,
  type MantelHaenszelStudies,
  mantelHaenszel,
  mantelHaenszelRandom,
  type PersonTimeStudy,
  peto,
} from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { faults } from "../faults.ts";

const tables: readonly EventsStudy[] = [
  { study: "A", a: 4, n1: 123, c: 11, n2: 139 },
  { study: "B", a: 6, n1: 306, c: 29, n2: 303 },
  { study: "C", a: 0, n1: 50, c: 3, n2: 48 },
  { study: "D", a: 9, n1: 40, c: 8, n2: 35 },
];
const silent: EventsStudy = { study: "no events", a: 0, n1: 30, c: 0, n2: 31 };
const times: readonly PersonTimeStudy[] = tables.map(({ study, a, n1, c, n2 }) => ({
  study,
  x1: a,
  t1: n1,
  x2: c,
  t2: n2,
}));
const rows: { readonly [M in keyof MantelHaenszelStudies]: readonly MantelHaenszelStudies[M][] } = {
  OR: tables,
  RR: tables,
  RD: tables,
  IRR: times,
  IRD: times,
};
const measures = Object.keys(rows) as (keyof MantelHaenszelStudies)[];
const swapped = tables.map(({ study, a, n1, c, n2 }) => ({ study, a: c, n1: n2, c: a, n2: n1 }));

describe.each(measures)("%s", (measure) => {
  const fit = mantelHaenszel(rows[measure], { measure });

  test("is a frozen result of finite numbers that JSON brings back", () => {
    expect(faults(fit)).toEqual([]);
    expect(JSON.parse(JSON.stringify(fit))).toEqual(fit);
  });

  test("of the same studies twice is the same, with half the variance", () => {
    const twice = mantelHaenszel([...rows[measure], ...rows[measure]], { measure });
    expect(twice.estimate).toBeCloseTo(fit.estimate!, 12);
    expect(twice.se! ** 2).toBeCloseTo(fit.se! ** 2 / 2, 12);
  });

  test("of one study is that study's own effect", () => {
    const one = mantelHaenszel(rows[measure].slice(0, 1), { measure });
    expect(one.estimate).toBeCloseTo(one.studies[0]!.yi!, 12);
    expect(one.heterogeneity).toMatchObject({ k: 1, df: 0, p: 1, I2: 0, H2: 1 });
  });

  test("weights sum to 100", () => {
    expect(fit.studies.reduce((sum, { weight }) => sum + weight!, 0)).toBeCloseTo(100, 9);
  });
});

test.each(["OR", "RR", "RD"] as const)("%s of the groups exchanged has the other sign", (measure) => {
  const [one, other] = [mantelHaenszel(tables, { measure }), mantelHaenszel(swapped, { measure })];
  expect(other.estimate).toBeCloseTo(-one.estimate!, 12);
  expect(other.se).toBeCloseTo(one.se!, 12);
  expect(other.association.CMH!.statistic).toBeCloseTo(one.association.CMH!.statistic, 10);
});

test("a unit of time changes no rate ratio", () => {
  const days = times.map(({ study, x1, t1, x2, t2 }) => ({ study, x1, t1: 365 * t1, x2, t2: 365 * t2 }));
  const [inYears, inDays] = [times, days].map((studies) => mantelHaenszel(studies, { measure: "IRR" }));
  expect(inDays!.estimate).toBeCloseTo(inYears!.estimate!, 12);
  expect(inDays!.se).toBeCloseTo(inYears!.se!, 12);
});

test("as many events as time at risk is no zero cell", () => {
  const [row] = mantelHaenszel([{ study: "A", x1: 9, t1: 9, x2: 3, t2: 9 }], { measure: "IRR" }).studies;
  expect(row).toMatchObject({ rules: [], yi: Math.log(1) - Math.log(3 / 9) });
});

test("a study without events changes no ratio, draws a risk difference to 0, and is told of", () => {
  for (const measure of ["OR", "RR"] as const) {
    const [one, other] = [tables, [...tables, silent]].map((studies) => mantelHaenszel(studies, { measure }));
    expect(other).toMatchObject({
      estimate: one!.estimate,
      se: one!.se,
      tarone: one!.tarone,
      breslowDay: one!.breslowDay,
    });
    expect(other!.rules.join()).toContain("1 with no events, or only events, in both groups say nothing of a ratio");
  }
  const [one, other] = [tables, [...tables, silent]].map((studies) => mantelHaenszel(studies, { measure: "RD" }));
  expect(Math.abs(other!.estimate!)).toBeLessThan(Math.abs(one!.estimate!));
});

test.each([
  ["no events in group 1", "OR", [{ study: "A", a: 0, n1: 10, c: 3, n2: 11 }], "the ratio is 0"],
  ["no events in group 2", "RR", [{ study: "A", a: 3, n1: 10, c: 0, n2: 11 }], "infinite"],
  ["no events at all", "OR", [silent], "no study has events in some patients and not in others"],
  ["no events at all", "RD", [silent], "the variance is 0"],
  ["the event in all patients", "RR", [{ study: "A", a: 9, n1: 9, c: 9, n2: 9 }], "the variance is 0"],
] as const)("with %s there is no %s, and the result says why", (_, measure, studies, why) => {
  const fit = mantelHaenszel(studies, { measure });
  expect(fit).toMatchObject({ estimate: null, se: null, ci: null, heterogeneity: null, tarone: null });
  expect(fit.undefinedBecause).toContain(why);
  expect(faults(fit)).toEqual([]);
  expect(mantelHaenszelRandom(studies, { measure })).toBeNull();
});

test("the same odds ratio in every study passes both tests of homogeneity", () => {
  const alike = [
    { study: "A", a: 20, n1: 60, c: 10, n2: 50 },
    { study: "B", a: 40, n1: 120, c: 20, n2: 100 },
  ];
  const { breslowDay, tarone } = mantelHaenszel(alike, { measure: "OR" });
  expect(breslowDay!.statistic).toBeCloseTo(0, 10);
  expect(tarone!.p).toBeCloseTo(1, 5);
});

test("a continuity correction takes a difference to 0, not beyond", () => {
  const even = [{ study: "A", a: 5, n1: 50, c: 5, n2: 50 }];
  expect(mantelHaenszel(even, { measure: "OR" }).association.CMH).toMatchObject({ statistic: 0, p: 1 });
});

test("RevMan's random effects without heterogeneity are the inverse-variance mean", () => {
  const random = mantelHaenszelRandom(tables.slice(0, 1), { measure: "RR" })!;
  const [row] = mantelHaenszel(tables.slice(0, 1), { measure: "RR" }).studies;
  expect(random).toMatchObject({ tau2: 0, k: 1, estimate: row!.yi });
  expect(random.se).toBeCloseTo(row!.se!, 12);
});

test("Peto's odds ratio has the other sign when groups are exchanged, and needs no correction", () => {
  const [one, other] = [peto(tables), peto(swapped)];
  expect(other.estimate).toBeCloseTo(-one.estimate!, 12);
  expect(faults(one)).toEqual([]);
  expect(peto([...tables, silent])).toMatchObject({ estimate: one.estimate, se: one.se, k: 5 });
  expect(peto([silent])).toMatchObject({ estimate: null, heterogeneity: null, studies: [{ weight: null, yi: null }] });
});

test.each([
  [[], "NO_EFFECTS", undefined],
  [[{ study: "X", a: 12, n1: 10, c: 1, n2: 10 }], "EVENTS_EXCEED_TOTAL", "X"],
  [[{ study: "X", a: -1, n1: 10, c: 1, n2: 10 }], "NOT_A_VALID_NUMBER", "X"],
  [[{ study: "X", a: Number.NaN, n1: 10, c: 1, n2: 10 }], "NOT_A_VALID_NUMBER", "X"],
])("refuses impossible tables and says of which study", (studies, code, study) => {
  for (const run of [() => peto(studies), () => mantelHaenszel(studies, { measure: "OR" })])
    expect(run).toThrow(expect.objectContaining({ code }));
  if (study !== undefined) expect(() => peto(studies)).toThrow(`study "${study}"`);
});
