import { compareWithPublished, cooccurrence, popularity } from "@acumeta/acupoints";
import type { PublishedPoint } from "@acumeta/trials";
import { expect, test } from "vitest";
import { rankAgreement } from "../../packages/acupoints/src/published/rankAgreement.ts";
import { prescribing } from "./synthetic.ts";

const row = (
  pointOrCombination: string,
  rankPopularity: number | null,
  rankEffect: number | null = null,
): PublishedPoint => ({
  review: "Synthetic review",
  condition: "pain",
  pointOrCombination,
  rankPopularity,
  rankEffect,
  frequency: null,
  effect: null,
  sourceUrl: "https://example.org/synthetic",
  sourceNote: null,
  origin: { file: "points.csv", line: 2, unknownColumns: {} },
});

const prescriptions = prescribing(["BL23", "BL40"], ["BL23", "BL40", "GV4"], ["BL23"], ["SI3"]);
const own = { use: popularity(prescriptions), pairs: cooccurrence(prescriptions), effects: [] };

test("a published list beside ours: ranks, agreement, overlap with what chance would give", () => {
  const [list] = compareWithPublished(own, [row("BL40", 2), row("BL23", 1), row("GV4", 3), row("KI3", 4)]);
  expect(list).toMatchObject({
    list: "popularity",
    items: 3,
    kendallTauB: 1,
    overlap: { found: 3, expected: 4, of: 4 },
    ranks: [
      { item: "BL23", published: 1, ours: 1 },
      { item: "BL40", published: 2, ours: 2 },
      { item: "GV4", published: 3, ours: 3 },
      { item: "KI3", published: 4, ours: null },
    ],
  });
});

test("pairs are compared with pairs, in whatever order they are printed", () => {
  const lists = compareWithPublished(own, [row("BL40+BL23", 1), row("GV4+BL40", 2)]);
  expect(lists.map(({ list }) => list)).toEqual(["pair popularity"]);
  expect(lists[0]?.ranks[0]).toEqual({ item: "BL23+BL40", published: 1, ours: 1 });
});

// R 4.2.2: cor(a, b, method = "kendall"); cor(a, b, method = "spearman")
test.each([
  [[1, 2, 3, 4, 5], [2, 1, 4, 3, 5], 0.6, 0.8],
  [[1, 2, 2, 4, 5, 6], [3, 1, 2, 2, 6, 5], 0.3571428571428571, 0.5441176470588235],
])("rank agreement of %j and %j", (a, b, tau, rho) => {
  expect(rankAgreement(a, b).kendallTauB).toBeCloseTo(tau, 12);
  expect(rankAgreement(a, b).spearman).toBeCloseTo(rho, 12);
});

test.each([
  [
    [1, 2],
    [1, 2],
  ],
  [
    [1, 1, 1],
    [1, 2, 3],
  ],
])("no agreement can be told from %j and %j", (a, b) => {
  expect(rankAgreement(a, b)).toEqual({ items: a.length, kendallTauB: null, spearman: null });
});
