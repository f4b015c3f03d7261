import { network, pScores } from "@acumeta/core";
import { type ChartSpec, networkForest, networkGraph, toSvg } from "@acumeta/figures";
import { describe, expect, test } from "vitest";
import { textsOf, wordsOf } from "../chartParts.js";
import { comparison, ring } from "./ring.js";

const threeArms = [
  comparison("1", "needle", "sham", -0.3, 40),
  comparison("1", "needle", "waiting", -0.8, 40),
  comparison("1", "sham", "waiting", -0.5, 40),
  comparison("2", "needle", "sham", -0.1, 60),
];

/** Texts that cover each other or leave the frame. */
function troubles(chart: ChartSpec): readonly string[] {
  const texts = textsOf(chart);
  const { width, height } = chart as unknown as { readonly width: number; readonly height: number };
  const outside = texts.filter(
    ({ left, right, top, bottom }) => left < -1 || right > width + 1 || top < -1 || bottom > height + 1,
  );
  const covered = texts.filter((one, i) =>
    texts.some(
      (other, j) =>
        j > i &&
        one.left < other.right - 1 &&
        other.left < one.right - 1 &&
        one.top < other.bottom - 2 &&
        other.top < one.bottom - 2,
    ),
  );
  return [...outside, ...covered].map(({ text }) => text);
}

describe.each([2, 3, 6, 12, 30])("%i treatments", (n) => {
  test.each([3, 80])("with names of %i letters: every text is inside and covers no other", (letters) => {
    const fit = network(ring(n, letters), { tau2: "EE" });
    expect(troubles(networkGraph(fit))).toEqual([]);
    expect(troubles(networkForest(fit))).toEqual([]);
  });
});

describe("the graph", () => {
  const fit = network(threeArms, { tau2: "EE" });

  test("tells in words what is compared with what, and how often", () => {
    expect(networkGraph(fit).description).toBe(
      "Network of 3 treatments and 2 trials: needle and sham (2 trials), needle and waiting (1 trial), sham and waiting (1 trial).",
    );
    expect(wordsOf(networkGraph(fit))).toContain("1 trial of three or more arms");
  });

  test("takes trials where patients are not known, and says so", () => {
    const unknown = network(
      threeArms.map(({ n1: _, n2: __, ...rest }) => rest),
      { tau2: "EE" },
    );
    expect(wordsOf(networkGraph(unknown))).toMatch(/Areas of circles: trials/);
    expect(wordsOf(networkGraph(fit))).toMatch(/Areas of circles: patients/);
  });
});

describe("the forest", () => {
  const fit = network(threeArms, { tau2: "EE", interval: "z", reference: "waiting" });

  test("shows every other treatment against the reference, with the numbers of the fit", () => {
    const words = wordsOf(networkForest(fit));
    for (const { treatment, estimate } of fit.effects) {
      expect(words).toContain(treatment);
      expect(words).toContain(estimate.toFixed(2).replace("-", "−"));
    }
    expect(words).toContain("reference");
  });

  test("can stand in the order of a ranking", () => {
    const order = pScores(fit, { better: "higher" });
    const texts = textsOf(networkForest(fit, { order }));
    const at = (name: string) => texts.find(({ text }) => text === name)!.top;
    const best = [...order.treatments].filter(({ name }) => name !== "waiting").sort((a, b) => b.score - a.score);
    expect(at(best[0]!.name)).toBeLessThan(at(best[1]!.name));
  });
});

test("the same network gives the same bytes", async () => {
  const draw = () => toSvg(networkGraph(network(ring(8), { tau2: "EE" })));
  expect(await draw()).toBe(await draw());
});

test.each([
  ["no network", {}],
  ["nothing", null],
  ["effects", threeArms],
])("refuses %s", (_, found) => {
  expect(() => networkGraph(found as never)).toThrow("WRONG_ARGUMENT");
  expect(() => networkForest(found as never)).toThrow("WRONG_ARGUMENT");
});
