import {
  contrasts,
  leagueMatrix,
  methodsText,
  network,
  networkContrasts,
  pool,
  readTrials,
  studyTable,
  tableText,
} from "acumeta";
import { expect, test } from "vitest";
import { acumeta, painTrials } from "./acumeta.ts";

const id = "all-pain/acupuncture-vs-untreated/pain/short";
const trials = await readTrials(painTrials);
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

test("pool --methods says how it was computed, with BibTeX", () => {
  const { out, status } = acumeta("pool", painTrials, "-q", id, "--methods", "--tau2", "PM");
  const text = methodsText(pool(contrasts(trials, id).effects, { tau2: "PM", interval: "HKSJ" }));
  expect(oneLine(out)).toContain(oneLine(text));
  expect(out).toContain("@article{paule1982,");
  expect(status).toBe(0);
});

test.each(["csv", "markdown", "html", "latex"] as const)(
  "pool --table %s is the library's table of the studies",
  (format) => {
    const answer = contrasts(trials, id);
    const table = studyTable(pool(answer.effects), { title: answer.question.label });
    expect(acumeta("pool", painTrials, "-q", id, "--table", format).out.trim()).toBe(
      tableText(table, { format }).trim(),
    );
  },
);

test("network --table is the library's league table, --methods tells of both models with --components", () => {
  const { out } = acumeta("network", painTrials, "-q", id, "--table", "latex");
  const fit = network(networkContrasts(trials, id).effects);
  expect(out.trim()).toBe(tableText(leagueMatrix(fit), { format: "latex" }).trim());
  const { out: methods } = acumeta("network", painTrials, "-q", id, "--components", "--methods");
  expect(methods).toContain("A network meta-analysis compared");
  expect(methods.match(/@article\{hedges1981/g)).toHaveLength(1);
  expect(methods).toContain("additive component network meta-analysis");
});

test("a format that is none is refused with those there are", () => {
  const { err, status } = acumeta("pool", painTrials, "-q", id, "--table", "docx");
  expect(err).toContain("csv, markdown, html, latex");
  expect(status).toBe(2);
});
