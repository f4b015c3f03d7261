import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  armMeasures,
  biasTests,
  coefficientTests,
  intervals,
  measures,
  networkTau2Estimators,
  predictions,
  robustAdjustments,
  structures,
  tau2Estimators,
  tau2Intervals,
} from "@acumeta/core";
import { describe, expect, it, test } from "vitest";
import { bibtexEntry, keyOf } from "../../packages/reporting/src/citations/bibtexEntry.ts";
import { shortName } from "../../packages/reporting/src/citations/inText.ts";
import { type Publication, parseCitations } from "../../packages/reporting/src/citations/parseCitations.ts";
import { references } from "../../packages/reporting/src/citations/references.ts";

/** Every citation that stands in a source file of the packages that are cited from. */
const cited: readonly Publication[] = ["core", "reporting"].flatMap((name) => {
  const folder = fileURLToPath(new URL(`../../packages/${name}/src`, import.meta.url));
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => readFileSync(`${folder}/${file}`, "utf8").match(/"\p{Lu}[^"\n]* [12]\d{3}, [^"\n]*"/gu) ?? [])
    .flatMap((text) => parseCitations(text.slice(1, -1)));
});

it("reads an article", () =>
  expect(parseCitations("White, Barrett, Jackson & Higgins 2012, Research Synthesis Methods 3:111-125, eq. 8")).toEqual(
    [
      {
        authors: ["White", "Barrett", "Jackson", "Higgins"],
        andOthers: false,
        year: 2012,
        journal: { name: "Research Synthesis Methods", volume: "3", pages: "111-125" },
        title: null,
        place: "eq. 8",
      },
    ],
  ));

it("reads several, a book and a handbook without a year", () => {
  const [first, second, third] = parseCitations(
    "Katz et al. 1978, Biometrics 34:469-474; Hedges & Olkin 1985, Statistical Methods for Meta-Analysis, p. 194; Cochrane Handbook 6.4.1.1",
  );
  expect([first!.authors, first!.andOthers]).toEqual([["Katz"], true]);
  expect([second!.title, second!.place, second!.journal]).toEqual([
    "Statistical Methods for Meta-Analysis",
    "p. 194",
    null,
  ]);
  expect([third!.title, third!.year, shortName(third!)]).toEqual([
    "Cochrane Handbook 6.4.1.1",
    null,
    "Cochrane Handbook 6.4.1.1",
  ]);
});

it("reads a volume with an issue and no pages", () =>
  expect(parseCitations("Viechtbauer 2010, Journal of Statistical Software 36(3)")[0]!.journal).toEqual({
    name: "Journal of Statistical Software",
    volume: "36(3)",
    pages: "",
  }));

it("an edition is no volume", () =>
  expect(parseCitations("Cox & Snell 1989, Analysis of Binary Data, 2nd ed.")[0]).toMatchObject({
    journal: null,
    title: "Analysis of Binary Data, 2nd ed.",
  }));

const registries = {
  ...{ armMeasures, biasTests, coefficientTests, intervals, measures, networkTau2Estimators, predictions },
  ...{ robustAdjustments, structures, tau2Estimators, tau2Intervals },
};

test.each(Object.entries(registries))(
  "every citation of %s has authors and a year, or is a handbook, and makes an entry",
  (_, registry) => {
    for (const { citation } of Object.values(registry as Readonly<Record<string, { readonly citation: string }>>))
      for (const publication of parseCitations(citation)) {
        if (publication.year === null) expect(publication.title).toMatch(/^Cochrane Handbook|^Review/);
        else expect(publication.authors.every((name) => /^\p{Lu}/u.test(name))).toBe(true);
        const key = keyOf(publication);
        expect(bibtexEntry(publication, key)).toMatch(/^@(article|misc)\{[a-z]+\d*,\n( {2}\w+ = \{.+\},?\n)+\}$/);
      }
  },
);

it("signs of LaTeX are escaped", () => {
  const [publication] = parseCitations("Müller 2001, Drugs & Devices 3:1-2");
  expect(keyOf(publication!)).toBe("muller2001");
  expect(bibtexEntry(publication!, "m")).toContain("journal = {Drugs \\& Devices}");
});

describe("articles with a title", () => {
  const [hartung] = parseCitations("Hartung & Knapp 2001, Statistics in Medicine 20:3875-3889, eq. 8");

  it("have their authors in full, title, number and DOI, in braces that keep its capitals", () =>
    expect(bibtexEntry(hartung!, "hartung2001").split("\n")).toEqual([
      "@article{hartung2001,",
      "  author = {Hartung, J. and Knapp, G.},",
      "  title = {{A refined method for the meta-analysis of controlled clinical trials with binary outcome}},",
      "  journal = {Statistics in Medicine},",
      "  volume = {20},",
      "  number = {24},",
      "  pages = {3875--3889},",
      "  year = {2001},",
      "  doi = {10.1002/sim.1009},",
      "  note = {eq. 8}",
      "}",
    ]));

  test.each(Object.entries(references))("%s is cited, by as many authors", (key, { authors }) => {
    const publication = cited.find((each) => keyOf(each).startsWith(key.split(" ")[0]!) && key.endsWith(placeOf(each)));
    expect(publication, "no citation of it").toBeDefined();
    const names = authors.split(" and ").map((name) => name.split(",")[0]);
    expect(publication!.authors.length === names.length || publication!.andOthers).toBe(true);
  });
});

function placeOf({ journal }: Publication): string {
  return journal === null ? "–" : ` ${journal.volume}:${journal.pages}`;
}
