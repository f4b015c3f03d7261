import {
  componentNetwork,
  intervals,
  metaRegression,
  multilevel,
  type NetworkEffect,
  network,
  networkTau2Estimators,
  pool,
  predictions,
  tau2Estimators,
} from "@acumeta/core";
import { bibtex, methodsText, type ReportedFit } from "@acumeta/reporting";
import { describe, expect, it, test } from "vitest";

const rows = [1, 2, 3, 4, 5, 6].map((i) => ({
  study: `S${i}`,
  measure: "SMD" as const,
  yi: i / 10,
  vi: 0.02 * i,
  dose: i,
}));
const comparison = (study: string, treat1: string, treat2: string, yi: number): NetworkEffect<"SMD"> => ({
  ...{ study, measure: "SMD", treat1, treat2, yi, vi: 0.04 },
});
const comparisons = [
  comparison("A", "needle+touch", "touch", 0.2),
  comparison("B", "needle+touch", "waiting", 0.5),
  comparison("C", "touch", "waiting", 0.1),
  comparison("D", "touch", "waiting", 0.4),
];

/** Names that a text cites, as "Hartung & Knapp 2001". */
const cited = (text: string) => [...text.matchAll(/[(;] ?([^();]+? \d{4})(?=[);])/g)].map(([, name]) => name!);

describe("the methods of a pooled effect", () => {
  test.each(Object.values(tau2Estimators).map(({ id }) => id))("τ² by %s: named, cited, and in the BibTeX", (tau2) => {
    const fit = pool(rows, { tau2, interval: "z" });
    const text = methodsText(fit);
    expect(text).toContain(tau2Estimators[tau2].label.replace(/\)$/, ""));
    const [first] = tau2Estimators[tau2].citation.split(" ");
    expect(bibtex(fit)).toContain(`author = {${first}`);
  });

  test.each(Object.values(intervals).map(({ id }) => id))("the interval %s", (interval) => {
    const text = methodsText(pool(rows, { interval }));
    expect(text).toContain(intervals[interval].label.replace(/\)$/, ""));
    expect(text).toContain(intervals[interval].citation.split(", ")[0]!);
  });

  test.each(Object.values(predictions).map(({ id }) => id))("the prediction interval %s", (prediction) =>
    expect(methodsText(pool(rows, { prediction }))).toContain(predictions[prediction].label),
  );

  it("says nothing of a variance between studies where none is assumed, nor of prediction", () => {
    const text = methodsText(pool(rows, { tau2: "EE", interval: "z" }));
    expect(text).toContain("assumed no variance between studies");
    expect(text).not.toContain("rediction");
  });

  it("says nothing of heterogeneity of one study", () =>
    expect(methodsText(pool(rows.slice(0, 1), { interval: "z" }))).not.toMatch(/heterogeneity|between studies/i));
});

const fits: readonly (readonly [string, () => ReportedFit])[] = [
  ["pool", () => pool(rows)],
  ["metaRegression", () => metaRegression(rows, { moderators: "~ dose" })],
  ["multilevel", () => multilevel(rows, { random: "~ 1 | study" })],
  ["network", () => network(comparisons)],
  ["componentNetwork", () => componentNetwork(comparisons, { inactive: "waiting" })],
];

describe.each(fits)("%s", (_, fit) => {
  it("cites nothing that the BibTeX lacks, and the BibTeX has nothing else", () => {
    const entries = bibtex(fit()).match(/@(article|misc)\{(?!acumeta)/g) ?? [];
    expect(entries).toHaveLength(new Set(cited(methodsText(fit()))).size);
  });

  it("is of whole sentences with no holes", () => {
    expect(methodsText(fit())).toMatch(/^Effects of .+\. Computed with acumeta \d+\.\d+\.\d+\.$/);
    expect(methodsText(fit())).not.toMatch(/undefined|null|NaN|\[object|\.\.|\( | ,/);
  });

  it("holds after a journey through JSON", () =>
    expect(methodsText(JSON.parse(JSON.stringify(fit())) as ReportedFit)).toBe(methodsText(fit())));
});

it("a regression names its formula, its left-out studies and aliased columns", () => {
  const some = rows.map((row, i) => ({ ...row, twice: 2 * row.dose, ...(i === 5 ? { dose: undefined } : {}) }));
  const text = methodsText(metaRegression(some, { moderators: "~ dose + twice", missing: "leave out" }));
  expect(text).toContain("~ dose + twice");
  expect(text).toContain("1 study without a value of every moderator was left out");
  expect(text).toContain("Columns that follow from others have no coefficient of their own: twice");
});

it("a network names reference and estimator; a component network its components and the inactive one", () => {
  expect(methodsText(network(comparisons, { tau2: "DL" }))).toContain(networkTau2Estimators.DL.label);
  const text = methodsText(componentNetwork(comparisons, { inactive: "waiting" }));
  expect(text).toContain("needle, touch");
  expect(text).toContain("waiting was taken to have no effect of its own");
});

it("two publications of one author and year have keys of their own", () => {
  const keys = fits.flatMap(([, fit]) => [...bibtex(fit()).matchAll(/@\w+\{([^,]+),/g)].map(([, key]) => key!));
  for (const key of keys) expect(key).toMatch(/^[a-z]+(\d{4}[a-z]?)?$/);
  for (const [, fit] of fits) {
    const own = [...bibtex(fit()).matchAll(/@\w+\{([^,]+),/g)].map(([, key]) => key!);
    expect(new Set(own).size).toBe(own.length);
  }
});

test.each([null, 3, [], {}, { studies: [] }])("%j is no result", (fit) => {
  expect(() => methodsText(fit as never)).toThrow(expect.objectContaining({ code: "WRONG_ARGUMENT" }));
  expect(() => bibtex(fit as never)).toThrow(expect.objectContaining({ code: "WRONG_ARGUMENT" }));
});
