import { type Effect, effectSizes, type PooledEffect, pool } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { expectAsPrinted } from "./asPrinted.ts";
import { type Paper, papers } from "./papers/paper.ts";

/** The paper's effects in its unit, through the same functions that anyone would call. */
function effectsOf({ measure, table, effects, effectOptions, scale = 1 }: Paper): readonly Effect[] {
  const rows =
    effects === undefined
      ? effectSizes(measure, table as never, effectOptions as never)
      : effects.yi.map((yi, i) => ({ yi, vi: effects.vi[i]! }));
  return rows.map(({ yi, vi }, i) => ({ study: `${i + 1}`, measure, yi: yi! * scale, vi: vi! * scale ** 2 }));
}

const numbers: Readonly<Record<string, (fit: PooledEffect) => number | null | undefined>> = {
  estimate: ({ estimate }) => estimate,
  se: ({ ci }) => ci.se,
  statistic: ({ ci }) => ci.statistic,
  "ci.lower": ({ ci }) => ci.lower,
  "ci.upper": ({ ci }) => ci.upper,
  "pi.lower": ({ pi }) => pi?.lower,
  "pi.upper": ({ pi }) => pi?.upper,
  "exp(estimate)": ({ estimate }) => Math.exp(estimate),
  "exp(ci.lower)": ({ ci }) => Math.exp(ci.lower),
  "exp(ci.upper)": ({ ci }) => Math.exp(ci.upper),
  tau: ({ tau2 }) => Math.sqrt(tau2.value),
  tau2: ({ tau2 }) => tau2.value,
  "tau2.se": ({ tau2 }) => tau2.se,
  "tau2.ci.lower": ({ tau2 }) => tau2.ci?.lower,
  "tau2.ci.upper": ({ tau2 }) => tau2.ci?.upper,
  Q: ({ heterogeneity }) => heterogeneity.Q,
  I2: ({ heterogeneity }) => heterogeneity.I2,
};

describe.each(papers)("$citation", (paper) => {
  test.each(paper.results)("$place: $options.tau2, $options.interval", ({ options, printed }) => {
    const fit = pool(effectsOf(paper), options);
    for (const [name, value] of Object.entries(printed)) expectAsPrinted(numbers[name]?.(fit), value, name);
  });
});

test.each(papers.filter(({ studies }) => studies !== undefined))(
  "$citation, $studies.place: the effect and the variance of every study",
  (paper) => {
    const { yi, vi } = paper.studies!;
    const effects = effectsOf(paper);
    expect(effects).toHaveLength(yi.length);
    effects.forEach((effect, i) => {
      expectAsPrinted(effect.yi, yi[i]!, `effect ${i + 1}`);
      expectAsPrinted(effect.vi, vi[i]!, `variance ${i + 1}`);
    });
  },
);
