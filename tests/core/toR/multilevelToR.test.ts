import { type MultilevelOptions, multilevel, toR } from "@acumeta/core";
import { expect, test } from "vitest";
import { periodontal } from "../multilevel/nestedEffects.ts";

const code = (options: MultilevelOptions) => toR(multilevel(periodontal, options));

test("intercepts name a column each, whose names R can read and which are not taken twice", () => {
  const effects = periodontal.map((effect) => ({ ...effect, für: effect.trial, V: effect.trial, in: effect.trial }));
  const written = toR(multilevel(effects, { random: ["~ 1 | für/outcome", "~ 1 | V", "~ 1 | in"] }));
  expect(written).toContain("random = list(~ 1 | f.r, ~ 1 | f.r.outcome, ~ 1 | V.2, ~ 1 | in.2)");
  expect(written).toContain('f.r.outcome <- c("1/PD", "1/AL", "2/PD"');
});

test.each(["CS", "HCS", "UN"] as const)(
  "%s is a struct of metafor, with levels in the order of the fit",
  (structure) => {
    const written = code({ random: { inner: "outcome", outer: "trial", structure } });
    expect(written).toContain("random = list(~ outcome | trial)");
    expect(written).toContain(`struct = c("${structure}")`);
    expect(written).toContain('levels = c("AL", "PD"))');
  },
);

test("times are numbers, independent levels an intercept each, known correlations a matrix with names", () => {
  expect(code({ random: { inner: "weeks", outer: "trial", structure: "CAR" } })).toContain("weeks <- c(1, 2, 1, 2");
  const independent = code({ random: { inner: "outcome", outer: "trial", structure: "ID" } });
  expect(independent).toContain('outcome.trial <- c("PD | 1", "AL | 1"');
  expect(independent).not.toContain("struct");
  const matrix = [
    [1, 0.5],
    [0.5, 1],
  ];
  const known = code({ random: { group: "outcome", correlation: { names: ["PD", "AL"], matrix } } });
  expect(known).toContain('R.outcome <- matrix(c(1, 0.5, 0.5, 1), 2, dimnames = list(c("AL", "PD"), c("AL", "PD")))');
  expect(known).toContain("R = list(outcome = R.outcome)");
  expect(known).toContain("Rscale = FALSE");
});

test("correlated sampling errors are written into V, moderators as columns", () => {
  const [a, b] = [periodontal[2]!.vi, periodontal[3]!.vi];
  const written = code({
    moderators: "~ outcome",
    V: [
      {
        rows: [2, 3],
        matrix: [
          [a, 0.001],
          [0.001, b],
        ],
      },
    ],
  });
  expect(written).toContain(`V[c(3, 4), c(3, 4)] <- matrix(c(${a}, 0.001, 0.001, ${b}), 2)`);
  expect(written).toContain('colnames(X) <- c("intrcpt", "outcomePD")');
  expect(written).toContain("btt = c(2)");
});

test("tests that metafor lacks are said so, with the degrees of freedom of the fit where these are enough", () => {
  const random = "~ 1 | trial";
  const { df } = multilevel(periodontal, { random }).coefficients[0]!.ci;
  expect(code({ random })).toContain(`df <- c(${df})`);
  expect(code({ random, test: "Kenward-Roger" })).toContain('# test "Kenward-Roger": metafor has no counterpart');
  expect(code({ random, test: "t" })).toContain('test = "t"');
  expect(code({ random, test: "z" })).not.toMatch(/counterpart|Satterthwaite/);
});

test("three kinds of correlated random effects are more than metafor takes", () => {
  const random = (["CS", "HCS", "UN"] as const).map((structure) => ({ inner: "outcome", outer: "trial", structure }));
  expect(() => code({ random })).toThrow(expect.objectContaining({ code: "NOT_IN_R" }));
});
