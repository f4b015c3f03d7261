import { cooccurrence, type Prescription, popularity, prescriptionsOf } from "@acumeta/acupoints";
import { benjaminiHochberg } from "@acumeta/core";
import { readTrials } from "@acumeta/trials";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fisherExact } from "../../packages/acupoints/src/cooccurrence/fisherExact.ts";
import { prescribing } from "./synthetic.ts";

test("points are counted by trials, conditions and patients; ties share a rank", () => {
  const [first, second] = prescribing(["BL23", "BL40"], ["BL23", "GV4"]) as [Prescription, Prescription];
  const use = popularity([first, { ...second, n: null, conditionGroup: "neck-pain" }]);
  expect(use.map(({ code, rank }) => [code, rank])).toEqual([
    ["BL23", 1],
    ["BL40", 2],
    ["GV4", 2],
  ]);
  expect(use[0]).toMatchObject({
    trials: 2,
    share: 1,
    patients: 40,
    trialsWithoutN: 1,
    conditions: { "low-back-pain": 1, "neck-pain": 1 },
  });
});

test("pairs: support, confidence, lift", () => {
  const [pair] = cooccurrence(prescribing(["BL23", "BL40"], ["BL23", "BL40"], ["BL23"], ["GV4"]));
  expect(pair).toMatchObject({
    a: "BL23",
    b: "BL40",
    trials: 2,
    support: 0.5,
    confidence: { ab: 2 / 3, ba: 1 },
    lift: 4 / 3,
  });
});

// R 4.2.2: fisher.test(matrix(c(both, onlyA, onlyB, neither), 2))$p.value
test.each([
  [{ both: 3, onlyA: 1, onlyB: 1, neither: 3 }, 0.4857142857142858],
  [{ both: 16, onlyA: 2, onlyB: 3, neither: 29 }, 2.525295763144287e-8],
  [{ both: 0, onlyA: 5, onlyB: 7, neither: 20 }, 0.5602753058954394],
  [{ both: 10, onlyA: 0, onlyB: 0, neither: 10 }, 1.0825088224469028e-5],
])("Fisher's exact test of %j", (table, p) => {
  expect(Math.abs(fisherExact(table) / p - 1)).toBeLessThan(1e-10);
});

// R 4.2.2: p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.2), "BH")
test("the false discovery rate", () => {
  const q = benjaminiHochberg([0.01, 0.04, 0.03, 0.005, 0.2]);
  for (const [i, expected] of [0.025, 0.05, 0.05, 0.025, 0.2].entries()) expect(q[i]).toBeCloseTo(expected, 12);
});

test("rounding makes no q smaller than its p", () => {
  const p = Array.from({ length: 28 }, () => 0.9999999999999991);
  for (const q of benjaminiHochberg(p)) expect(q).toBeGreaterThanOrEqual(p[0]!);
});

const codes = fc.constantFrom("BL23", "BL40", "GV4", "SI3", "KI3", "GB30");
const lists = fc.array(fc.uniqueArray(codes, { minLength: 1 }), { minLength: 1, maxLength: 12 });

test("shares are parts of 1, every p lies in (0, 1], and q is not below p", () => {
  fc.assert(
    fc.property(lists, (all) => {
      const prescriptions = prescribing(...all);
      for (const { share, trials } of popularity(prescriptions)) {
        expect(share).toBeLessThanOrEqual(1);
        expect(trials).toBe(all.filter((list) => list.length > 0).length * share);
      }
      for (const { p, q, confidence } of cooccurrence(prescriptions, { minimumTrials: 0 })) {
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(q).toBeGreaterThanOrEqual(p);
        expect(Math.max(confidence.ab, confidence.ba)).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test("shipped trials: fixed and semi lists are prescriptions, individualised ones are not", async () => {
  const trials = await readTrials("datasets/pain-trials");
  const { prescriptions, withoutPoints } = prescriptionsOf(trials);
  expect(prescriptions.every(({ basis, codes: listed }) => basis !== "individualised" && listed.length > 0)).toBe(true);
  expect(withoutPoints).toContain("haake-2007");
  const [top] = popularity(prescriptions.filter(({ conditionGroup }) => conditionGroup === "low-back-pain"));
  expect(["BL40", "BL25", "BL23"]).toContain(top?.code);
});
