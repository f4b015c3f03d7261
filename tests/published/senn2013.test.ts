import { decomposeQ, type NetworkEffect, network } from "@acumeta/core";
import { expect, test } from "vitest";
import { readCases } from "../golden/readCases.ts";
import { expectAsPrinted } from "./asPrinted.ts";

/**
 * Senn S, Gavini F, Magrez D, Scheen A (2013). Issues in performing a network meta-analysis. Statistical Methods in Medical
 * Research 22:169-189: glucose-lowering drugs. Q of designs as R's netmeta prints it (decomp.design) in the course at
 * cttir.github.io/courses/course3_design_causal/labs/lab_week4_session3_slides.html.
 */
const golden = readCases(["tests/golden/cases/g-netmeta.json.gz"]).find(({ id }) => id === "nma/Senn2013/DL")!;
const columns = golden.input as {
  readonly studlab: readonly string[];
  readonly treat1: readonly string[];
  readonly treat2: readonly string[];
  readonly TE: readonly number[];
  readonly seTE: readonly number[];
};
const effects = columns.TE.map(
  (yi, i): NetworkEffect<"MD"> => ({
    study: columns.studlab[i]!,
    measure: "MD",
    treat1: columns.treat1[i]!,
    treat2: columns.treat2[i]!,
    yi,
    vi: columns.seTE[i]! ** 2,
  }),
);
const { total, within, between, designs } = decomposeQ(network(effects, { tau2: "EE", interval: "z" }));

test.each([
  ["in all", total, "96.99", 18, null],
  ["within designs", within, "74.46", 11, null],
  ["between designs", between, "22.53", 7, "0.0021"],
])("Q %s", (_, { Q, df, p }, printed, printedDf, printedP) => {
  expectAsPrinted(Q, printed);
  expect(df).toBe(printedDf);
  if (printedP === null) expect(p).toBeLessThan(0.0001);
  else expectAsPrinted(p, printedP);
});

const designOf = (...treatments: readonly string[]) =>
  designs.find((design) => [...design.treatments].sort().join() === [...treatments].sort().join())!;

test.each([
  ["metf", "plac", "42.16", 2, null],
  ["rosi", "plac", "21.27", 5, "0.0007"],
  ["benf", "plac", "4.38", 1, "0.0363"],
  ["migl", "plac", "6.45", 2, "0.0398"],
  ["metf", "rosi", "0.19", 1, "0.6655"],
])("Q within the trials of %s and %s", (a, b, Q, df, p) => {
  const design = designOf(a, b);
  expectAsPrinted(design.within.Q, Q);
  expect(design.within.df).toBe(df);
  if (p === null) expect(design.within.p).toBeLessThan(0.0001);
  else expectAsPrinted(design.within.p, p);
});

test.each([
  ["rosi", "sulf", "6.77", "0.3425"],
  ["metf", "sulf", "7.51", "0.2760"],
  ["rosi", "plac", "16.29", "0.0123"],
])("Q between designs without %s and %s", (a, b, Q, p) => {
  const { detached } = designOf(a, b);
  expectAsPrinted(detached!.Q, Q);
  expect(detached!.df).toBe(6);
  expectAsPrinted(detached!.p, p);
});
