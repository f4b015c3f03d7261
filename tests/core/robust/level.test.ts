import { type LinearModel, robust, wildBootstrap } from "@acumeta/core";
import { expect, test } from "vitest";
import { normals, uniforms } from "../selection/simulate.ts";

const sizes = [1, 1, 2, 2, 3, 4, 6, 9];
const cluster = sizes.flatMap((size, i) => Array.from({ length: size }, () => i));

/** A covariate of clusters of unequal size that has no effect; the model takes effects as independent, which they are not. */
function simulate(normal: () => number): LinearModel {
  const own = sizes.map(() => normal());
  const x = sizes.map(() => normal());
  return {
    names: ["constant", "x"],
    X: [cluster.map(() => 1), cluster.map((i) => x[i]!)],
    y: cluster.map((i) => own[i]! + normal()),
    blocks: cluster.map((_, row) => ({ rows: [row], matrix: [1] })),
  };
}

/** Share of simulated data in which a coefficient of 0 is refused at 5 %. */
function refused(runs: number, p: (model: LinearModel) => number): number {
  const normal = normals(uniforms(51));
  let sum = 0;
  for (let run = 0; run < runs; run++) if (p(simulate(normal)) < 0.05) sum += 1;
  return sum / runs;
}

test("eight clusters: CR2 with Satterthwaite's degrees of freedom holds its level, CR0 with a normal test does not", () => {
  const by = (type: "CR0" | "CR2", how: "z" | "Satterthwaite") =>
    refused(1500, (model) => robust(model, { cluster, type, test: how }).coefficients[1]!.ci!.p);
  const adjusted = by("CR2", "Satterthwaite");
  expect(adjusted).toBeLessThan(0.07);
  expect(adjusted).toBeGreaterThan(0.01);
  expect(by("CR0", "z")).toBeGreaterThan(0.2);
});

test("eight clusters: the wild bootstrap holds its level", () => {
  const share = refused(400, (model) => wildBootstrap(model, { cluster, coefficient: "x" }).p!);
  expect(share).toBeLessThan(0.08);
  expect(share).toBeGreaterThan(0.01);
});
