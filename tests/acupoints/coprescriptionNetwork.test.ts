import { coprescriptionNetwork } from "@acumeta/acupoints";
import { expect, test } from "vitest";
import { prescribing } from "./synthetic.ts";

const circles = prescribing(
  ...Array.from({ length: 4 }, () => ["BL23", "BL40", "GV3"]),
  ...Array.from({ length: 3 }, () => ["LI4", "LR3"]),
  ["BL23", "LI4"],
);

test("points, pairs and circles of a small network, by hand", () => {
  const { points, pairs, communities, modularity } = coprescriptionNetwork(circles);
  expect(pairs.map(({ a, b, trials }) => `${a}+${b} ${trials}`).sort()).toEqual(
    ["BL23+BL40 4", "BL23+GV3 4", "BL40+GV3 4", "LI4+LR3 3"].sort(),
  );
  expect(communities).toEqual([
    ["BL23", "BL40", "GV3"],
    ["LI4", "LR3"],
  ]);
  // Weights 12 within the first and 3 within the second of 15: Σ(within/m − (sum of strengths/2m)²).
  expect(modularity).toBeCloseTo(12 / 15 - (24 / 30) ** 2 + 3 / 15 - (6 / 30) ** 2, 12);
  expect(points.find(({ code }) => code === "BL23")).toEqual({
    code: "BL23",
    trials: 5,
    degree: 2,
    strength: 8,
    community: 1,
  });
});

test("every pair counts where one prescription is enough", () => {
  expect(coprescriptionNetwork(circles, { minimumTrials: 1 }).pairs).toHaveLength(5);
});

test("without any pair there is nothing", () => {
  expect(coprescriptionNetwork(prescribing(["BL23"], ["LI4"]))).toMatchObject({
    points: [],
    communities: [],
    modularity: 0,
  });
});
