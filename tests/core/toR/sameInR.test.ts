import {
  type MetaRegressionOptions,
  type MultilevelOptions,
  metaRegression,
  multilevel,
  type PoolOptions,
  pool,
  type StructureId,
  toR,
} from "@acumeta/core";
import { beforeAll, describe, test } from "vitest";
import { expectNear } from "../../properties/near.ts";
import { bcg } from "../regression/bcg.ts";
import { type Asked, hasMetafor, numbersInR } from "./inR.ts";

/** Trials with an effect for each of three outcomes, of which one has none. */
const nested = Array.from({ length: 12 }, (_, t) =>
  ["function", "pain", "sleep"].map((outcome, o) => ({
    study: `trial "${t + 1}"`,
    measure: "SMD" as const,
    yi: 0.4 * Math.sin(5 * t) + 0.1 * o + 0.35 * Math.sin(11 * t + 7 * o),
    vi: 0.02 + 0.01 * ((t + 2 * o) % 4),
    Körperteil: ["back", "knee"][t % 2]!,
    outcome,
    weeks: [4, 12, 16][o]!,
    dose: (t * 7) % 5,
  })),
)
  .flat()
  .slice(1);

const within = nested.slice(2, 8).map((_, i) => i + 2);
const V = [within.slice(0, 3), within.slice(3)].map((rows) => ({
  rows,
  matrix: rows.map((a) => rows.map((b) => (a === b ? 1 : 0.4) * Math.sqrt(nested[a]!.vi * nested[b]!.vi))),
}));
const correlation = {
  names: ["function", "pain", "sleep"],
  matrix: [
    [1, 0.3, 0.1],
    [0.3, 1, 0.5],
    [0.1, 0.5, 1],
  ],
};
const structured = (structure: StructureId, inner: "outcome" | "weeks" = "outcome") => ({
  random: { inner, outer: "study", structure },
});

const multilevels: Readonly<Record<string, MultilevelOptions>> = {
  nested: { random: "~ 1 | study/outcome", test: "t" },
  "nested, ML, of a moderator and correlated errors": { moderators: "~ dose + outcome", V, method: "ML", level: 0.9 },
  crossed: { random: ["~ 1 | study", "~ 1 | outcome"], V, test: "z" },
  "known correlations": { random: ["~ 1 | study", { group: "outcome", correlation }], test: "Kenward-Roger" },
  ID: structured("ID"),
  DIAG: structured("DIAG"),
  CS: { ...structured("CS"), test: "z" },
  HCS: structured("HCS"),
  UN: { ...structured("UN"), moderators: "~ 0 + outcome", V },
  AR: { ...structured("AR", "weeks"), test: "t" },
  HAR: structured("HAR", "weeks"),
  CAR: structured("CAR", "weeks"),
  "two with levels, one without": {
    random: [
      { inner: "outcome", outer: "study", structure: "DIAG" },
      { inner: "Körperteil", outer: "outcome", structure: "CS" },
      "~ 1 | Körperteil/study",
    ],
    V,
  },
};
const pools: Readonly<Record<string, PoolOptions>> = {
  "the default": {},
  ML: { tau2: "ML", interval: "z" },
  "Paule-Mandel, t": { tau2: "PM", interval: "t" },
  "common effect": { tau2: "EE", interval: "z" },
};
const regressions: Readonly<Record<string, MetaRegressionOptions>> = {
  "the default": { moderators: "~ ablat * alloc" },
  ML: { moderators: "~ 0 + alloc", tau2: "ML", interval: "z" },
};

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

interface Case extends Asked {
  readonly id: string;
  /** What R's numbers should be, each with the unit in which a difference would matter. */
  readonly expected: readonly (readonly [value: number, unit: number])[];
  readonly part: number;
}

const cases: readonly Case[] = [
  ...Object.entries(pools).map(([id, options]): Case => {
    const fit = pool(bcg, options);
    const [own, logLik] = [[fit.estimate, fit.ci.se, fit.ci.lower, fit.tau2.value], fit.fit.ML.logLik];
    return {
      id: `pool, ${id}`,
      script: toR(fit),
      numbers: "c(fit$beta, fit$se, fit$ci.lb, fit$tau2, logLik(fit, REML = FALSE))",
      expected: [...own.map((value) => [value, 1] as const), [logLik, 1]],
      part: 1e-8,
    };
  }),
  ...Object.entries(regressions).map(([id, options]): Case => {
    const fit = metaRegression(bcg, options);
    return {
      id: `metaRegression, ${id}`,
      script: toR(fit),
      numbers: "c(fit$beta, fit$se, fit$tau2, fit$QE, fit$fit.stats$REML[1], at$pred)",
      expected: [
        ...fit.coefficients.map(({ estimate }) => estimate),
        ...fit.coefficients.map(({ se }) => se),
        fit.tau2.value,
        fit.heterogeneity.QE,
        fit.fit.REML!.logLik,
        ...fit.studies.map(({ fitted }) => fitted),
      ].map((value) => [value, 1]),
      part: 1e-7,
    };
  }),
  ...Object.entries(multilevels).map(([id, options]): Case => {
    const fit = multilevel(nested, options);
    const vcov = options.test === "Kenward-Roger" ? multilevel(nested, { ...options, test: "z" }).vcov : fit.vcov;
    const components = fit.random.flatMap(({ components }) => components);
    const sizes = (kind: string) => components.filter((each) => each.kind === kind).map(({ value }) => value);
    return {
      id: `multilevel, ${id}`,
      script: toR(fit),
      numbers:
        "{ s <- c(fit$sigma2, fit$tau2, fit$gamma2); c(fit$beta, fit$vb, fit$QE, logLik(fit), sum(s), sum(s^2), sum(fit$rho, fit$phi)) }",
      expected: [
        ...fit.coefficients.map(({ estimate }) => estimate),
        ...vcov.flat(),
        fit.heterogeneity.QE,
        fit.fit.logLik,
        sumOf(sizes("variance")),
        sumOf(sizes("variance").map((value) => value ** 2)),
        sumOf(sizes("correlation")),
      ].map((value) => [value, 1]),
      part: 1e-4,
    };
  }),
];

describe.skipIf(!hasMetafor)("the code makes R find the same", () => {
  let found: readonly (readonly number[])[];
  beforeAll(() => {
    found = numbersInR(cases);
  }, 300_000);

  test.each(cases.map((each, i) => ({ ...each, i })))("$id", ({ i, expected, part }) => {
    for (const [at, [value, unit]] of expected.entries()) expectNear(found[i]![at]!, value, { unit, part });
  });
});
