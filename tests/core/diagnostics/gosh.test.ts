import { type Gosh, gosh, pool, type Tau2Method, tau2Estimators } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { edgeCases } from "../edgeCases.ts";
import { effectsOf } from "../effectsOf.ts";

const effects = effectsOf([0.31, -0.42, 0.45, 0.02, 0.77], [0.01, 0.02, 0.005, 0.04, 0.03]);
const twenty = effectsOf(
  Array.from({ length: 20 }, (_, i) => Math.sin(7 * i)),
  Array.from({ length: 20 }, (_, i) => 0.02 + 0.01 * i),
);
const membersOf = ({ membership, k }: Gosh, row: number) => [...membership.subarray(row * k, (row + 1) * k)];

describe("all subsets", () => {
  test.each(Object.keys(tau2Estimators) as Tau2Method[])("are pooled as pool does each, by %s", (tau2) => {
    const found = gosh(effects, { tau2 });
    expect(found).toMatchObject({ k: 5, subsets: 26, exact: true });
    for (let row = 0; row < found.subsets; row++) {
      const members = effects.filter((_, i) => membersOf(found, row)[i] === 1);
      const { k, estimate, tau2: t, heterogeneity } = pool(members, { tau2 });
      expect([found.size[row], found.estimate[row], found.tau2[row]]).toEqual([k, estimate, t.value]);
      expect([found.Q[row], found.I2[row]]).toEqual([heterogeneity.Q, heterogeneity.I2]);
    }
  });

  test("come once each, all of them of at least two studies", () => {
    const found = gosh(effectsOf(new Array(10).fill(0.1), new Array(10).fill(0.01)), { tau2: "EE" });
    const rows = Array.from({ length: found.subsets }, (_, row) => membersOf(found, row).join(""));
    expect(found.subsets).toBe(2 ** 10 - 11);
    expect(new Set(rows).size).toBe(found.subsets);
    expect(Math.min(...found.size)).toBe(2);
  });

  test("of two studies are one, in which both are", () => {
    const { subsets, studies } = gosh(effects.slice(0, 2));
    expect(subsets).toBe(1);
    expect(studies[0]!.excluded).toEqual({ subsets: 0, estimate: null, tau2: null, I2: null });
  });
});

test("the summary tells the study that makes the heterogeneity", () => {
  const { studies } = gosh(effectsOf([0.1, 0.2, 0.15, 0.12, 1.5], new Array(5).fill(0.01)), { tau2: "DL" });
  const gain = studies.map(({ included, excluded }) => included.I2! - excluded.I2!);
  expect(Math.max(...gain)).toBe(gain[4]);
  for (const { included, excluded } of studies) expect(included.subsets + excluded.subsets).toBe(26);
});

describe("a sample of subsets", () => {
  test("is the same for a seed, another for another", () => {
    const options = { tau2: "DL", subsets: 50 } as const;
    const first = gosh(twenty, options);
    expect(first).toMatchObject({ subsets: 50, exact: false });
    expect(gosh(twenty, options)).toEqual(first);
    expect(gosh(twenty, { ...options, seed: 2 }).estimate).not.toEqual(first.estimate);
  });

  test("has each study in half of them, and none with less than two", () => {
    const { studies, size } = gosh(twenty, { tau2: "EE", subsets: 4000 });
    for (const { included } of studies) expect(Math.abs(included.subsets - 2000)).toBeLessThan(200);
    expect(Math.min(...size)).toBeGreaterThanOrEqual(2);
  });

  test("is drawn for few studies as well where fewer are asked for", () => {
    expect(gosh(effects, { subsets: 10 })).toMatchObject({ subsets: 10, exact: false });
  });
});

test("progress is told after every thousand, and at the end", () => {
  const seen: number[] = [];
  gosh(twenty, { tau2: "EE", subsets: 2500, onProgress: ({ done, total }) => seen.push(done / total) });
  expect(seen).toEqual([0.4, 0.8, 1]);
});

test.each(Object.entries(edgeCases).filter(([, list]) => list.length > 1))("of %s all is finite", (_, list) => {
  const { estimate, tau2, I2, Q, studies } = gosh(list, { subsets: 100 });
  for (const column of [estimate, tau2, I2, Q]) expect(column.every(Number.isFinite)).toBe(true);
  expect(JSON.parse(JSON.stringify(studies))).toEqual(studies);
});

test.each([
  ["TOO_FEW_EFFECTS", effects.slice(0, 1), {}],
  ["NO_EFFECTS", [], {}],
  ["NOT_A_VALID_NUMBER", effects, { subsets: 0 }],
  ["NOT_A_VALID_NUMBER", effects, { subsets: 1.5 }],
  ["UNKNOWN_CHOICE", effects, { tau2: "ANOVA" as "DL" }],
])("refuses with %s", (code, list, options) => {
  expect(() => gosh(list, options)).toThrow(expect.objectContaining({ code }));
});
