import { backTransform, effectSizes, pool } from "@acumeta/core";
import { expect, test } from "vitest";
import { expectAsPrinted } from "./asPrinted.ts";
import { effectsOf } from "./effectsOf.ts";
import { papers } from "./papers/paper.ts";

const paper = papers.find(({ citation }) => citation.startsWith("Miller JJ (1978)"))!;
const { a, n } = paper.table as { a: readonly number[]; n: readonly number[] };

test("Miller 1978, The American Statistician 32:138: the proportion that the mean of four stands for", () => {
  const effects = effectsOf(paper, { scale: 1 });
  const unweighted = effects.reduce((sum, { yi }) => sum + yi, 0) / effects.length;
  expectAsPrinted(2 * unweighted, "1.2262");
  expectAsPrinted(backTransform("PFT", unweighted, { n }), "0.3164");
  const { estimate } = pool(effects, { tau2: "EE", interval: "z" });
  expectAsPrinted(backTransform("PFT", estimate, { n }), "0.3595");
});

test("every proportion is found again", () => {
  effectSizes("PFT", { a, n }).forEach(({ yi }, i) => {
    expect(backTransform("PFT", yi!, { n: n[i]! })).toBeCloseTo(a[i]! / n[i]!, 12);
  });
});
