import { blups, locationScale, metaRegression, multilevel, pool, randomEffects, subgroups, toR } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { bcg } from "../regression/bcg.ts";

const fits = {
  pool: pool(bcg),
  metaRegression: metaRegression(bcg, { moderators: "~ ablat" }),
  multilevel: multilevel(bcg, { random: "~ 1 | study" }),
};
const noFit = (mend: RegExp) => expect.objectContaining({ code: "NOT_A_FIT", message: expect.stringMatching(mend) });

test.each(Object.entries(fits))("a result of %s becomes code, also after JSON", (_, fit) => {
  const code = toR(fit);
  expect(code).toMatch(/^library\(metafor\)\n/);
  expect(toR(JSON.parse(JSON.stringify(fit)))).toBe(code);
});

describe("another result is refused by toR", () => {
  test.each<[string, unknown]>([
    ["locationScale", locationScale(bcg, { moderators: "~ ablat", scale: "~ 1" })],
    ["subgroups", subgroups(bcg, { by: "alloc" })],
    ["effects", bcg],
    ["a coefficient", fits.metaRegression.coefficients[0]],
    ["undefined", undefined],
  ])("%s", (_, other) => {
    expect(() => toR(other as typeof fits.pool)).toThrow(noFit(/pool, metaRegression or multilevel/));
  });
});

describe("blups are of pool's results, and for others it says what to ask", () => {
  test.each([
    ["multilevel", /randomEffects\(fit\)/],
    ["metaRegression", /multilevel.*randomEffects\(fit\)/],
  ] as const)("%s", (kind, mend) => {
    expect(() => blups(fits[kind] as unknown as typeof fits.pool)).toThrow(noFit(mend));
  });

  test("what it points to for a meta-regression are its predictions", () => {
    const same = multilevel(bcg, { random: "~ 1 | study", moderators: "~ ablat", test: "z" });
    const { studies, tau2 } = metaRegression(bcg, { moderators: "~ ablat", interval: "z" });
    const [predicted] = randomEffects(same);
    for (const { group, estimate } of predicted!.effects) {
      const { yi, vi, fitted } = studies.find(({ study }) => study === group)!;
      expect(estimate).toBeCloseTo(((yi - fitted) * tau2.value) / (vi + tau2.value), 6);
    }
  });
});
