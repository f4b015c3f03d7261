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
    overlap: { found: 3, expected: 3, of: 4 },
    ranks: [
      { item: "BL23", published: 1, ours: 1 },
      { item: "BL40", published: 2, ours: 2 },
      { item: "GV4", published: 3, ours: 3 },
      { item: "KI3", published: 4, ours: null },
    ],
  });
});

test("by chance only listed items that we have can be found, and shared ranks make our top larger", () => {
  const tied = { ...own, use: popularity(prescribing(["BL23"], ["BL23"], ["BL40", "GV4", "SI3"], ["BL23"])) };
  const [list] = compareWithPublished(tied, [row("BL23", 1), row("GV4", 2), row("KI3", 3)]);
  // Ours: BL23 first, three points share rank 2, so that all 4 have a rank of at most 3; 2 of 3 listed items are ours.
  expect(list?.overlap).toEqual({ found: 2, expected: (2 * 4) / 4, of: 3 });
  const [two] = compareWithPublished(tied, [row("KI3", 1), row("SI3", 2)]);
  expect(two?.overlap).toEqual({ found: 1, expected: 1, of: 2 });
  const [none] = compareWithPublished({ ...own, use: [] }, [row("BL23", 1), row("GV4", 2)]);
  expect(none?.overlap).toEqual({ found: 0, expected: 0, of: 2 });
});

test("what is expected is the mean over all ways to give our ranks to our points", () => {
  const use = popularity(prescribing(["A"], ["A"], ["A", "B", "C"], ["B"], ["D"]));
  const codes = use.map(({ code }) => code);
  const found = codes.map((_, shift) => {
    const given = use.map((point, i) => ({ ...point, code: codes[(i + shift) % codes.length]! }));
    return compareWithPublished({ ...own, use: given }, [row("A", 1), row("D", 2), row("Z", 3)])[0]!.overlap;
  });
  const mean = found.reduce((sum, overlap) => sum + overlap.found, 0) / found.length;
  for (const { expected } of found) expect(expected).toBeCloseTo(mean, 12);
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
