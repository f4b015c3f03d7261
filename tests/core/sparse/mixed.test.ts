import { type Effect, multilevel } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { maximiseMixed } from "../../../packages/core/src/sparse/mixed/maximiseMixed.ts";
import type { MixedDesign } from "../../../packages/core/src/sparse/mixed/mixedDesign.ts";
import { mixedLikelihood } from "../../../packages/core/src/sparse/mixed/mixedLikelihood.ts";
import { sparseDesign } from "../../../packages/core/src/sparse/sparseDesign.ts";

/** Synthetic: effects in studies of regions, from a linear congruential generator. */
function data(seed: number, spread: number) {
  let state = seed;
  const uniform = () => {
    state = (1664525 * state + 1013904223) % 4294967296;
    return (state + 0.5) / 4294967296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const studies = Array.from({ length: 12 }, () => spread * normal());
  return Array.from({ length: 40 }, (_, i) => {
    const study = i % 12;
    const vi = 0.02 + 0.1 * uniform();
    const x = uniform();
    return { study, x, yi: 0.3 + 0.5 * x + studies[study]! + (0.1 + Math.sqrt(vi)) * normal(), vi };
  });
}

function mixedDesign(rows: ReturnType<typeof data>): MixedDesign {
  const design = sparseDesign(
    14,
    rows.map(({ study, x, yi, vi }) => ({
      x: [
        [0, 1],
        [1, x],
        [2 + study, 1],
      ],
      y: yi,
      v: vi,
    })),
  );
  return { design, fixed: 2, termOf: new Int32Array(12), terms: 1 };
}

describe.each([
  ["a large variance between studies", 7, 0.6],
  ["a small one", 8, 0.1],
  ["none", 9, 0],
])("%s", (_, seed, spread) => {
  const rows = data(seed, spread);
  const model = mixedDesign(rows);
  const found = maximiseMixed(model);
  const fit = mixedLikelihood(model, found.theta)!;
  const effects = rows.map(
    (
      { study, x, yi, vi },
      row,
    ): Effect<"MD"> & { readonly trial: string; readonly row: string; readonly x: number } => ({
      study: String(row),
      measure: "MD",
      yi,
      vi,
      trial: `t${study}`,
      row: `r${row}`,
      x,
    }),
  );
  const peer = multilevel(effects, { random: ["~ 1 | row", "~ 1 | trial"], moderators: "~ x" });

  test("has the variances, coefficients and standard errors of the multilevel model", () => {
    expect(found.converged).toBe(true);
    const variances = peer.random.map(({ components }) => components[0]!.value);
    variances.forEach((value, i) => {
      expect(found.theta[i]).toBeCloseTo(value, 6);
    });
    peer.coefficients.forEach(({ estimate }, i) => {
      expect(fit.effects[i]).toBeCloseTo(estimate, 6);
      expect(fit.vcov[i * 15]).toBeCloseTo(peer.vcov[i]![i]!, 6);
    });
  });

  test("has a slope that differences of its value confirm", () => {
    const at = Float64Array.of(0.03, 0.05);
    const { gradient } = mixedLikelihood(model, at)!.curved;
    for (const place of [0, 1]) {
      const moved = (by: number) =>
        mixedLikelihood(
          model,
          at.map((each, i) => (i === place ? each + by : each)),
        )!.curved.value;
      expect(gradient[place]).toBeCloseTo((moved(1e-5) - moved(-1e-5)) / 2e-5, 4);
    }
  });

  test("and so at no variance between studies", () => {
    const { gradient, value } = mixedLikelihood(model, Float64Array.of(0.03, 0))!.curved;
    const beyond = mixedLikelihood(model, Float64Array.of(0.03, 1e-7))!.curved.value;
    expect((beyond - value) / 1e-7 / gradient[1]!).toBeCloseTo(1, 4);
  });
});
