import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { componentNetwork, type Network, network, networkTau2Estimators, splitMethods } from "@acumeta/core";
import { networkContrasts, parseNetwork, readTrials } from "@acumeta/trials";
import Papa from "papaparse";
import { afterAll, expect, test } from "vitest";
import { acumeta, painTrials } from "./acumeta.ts";

const folder = mkdtempSync(join(tmpdir(), "acumeta-network-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, ...lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

/** Synthetic. */
const comparisons = file(
  "loop.csv",
  "study,treat1,treat2,yi,se",
  "A,acupuncture,sham,-0.3,0.14",
  "B,acupuncture,waiting,-0.8,0.2",
  "C,sham,waiting,-0.2,0.22",
  "D,acupuncture,sham,-0.1,0.15",
);
const id = "all-pain/acupuncture-vs-sham/pain/short";

test("a folder: the network of its trials, as the library fits it", async () => {
  const { status, out } = acumeta("network", painTrials, "-q", id, "--json");
  expect(status).toBe(0);
  const printed = JSON.parse(out) as { readonly network: Network };
  const fit = network(networkContrasts(await readTrials(painTrials), id).effects);
  expect(printed.network.effects).toEqual(JSON.parse(JSON.stringify(fit.effects)));
});

test("a folder: treatments, consistency, ranks with limits and splits in plain text", () => {
  const { status, out, err } = acumeta("network", painTrials, "-q", id, "--league", "--ranks", "--split");
  expect([status, err]).toEqual([0, ""]);
  expect(out).toContain("All pain conditions: all treatments, pain");
  for (const text of [
    "no treatment",
    "Consistency Q between designs",
    "limits of the rank",
    "p of the difference",
    "pairs could be tested",
  ])
    expect(out).toContain(text);
  expect(out).toMatch(/\d+ trials not used/);
});

test("without a question it lists them", () => {
  const { status, out } = acumeta("network", painTrials);
  expect(status).toBe(0);
  expect(out).toContain(id);
});

test("a file: the league table as CSV", () => {
  const { status, out } = acumeta("network", comparisons, "--csv", "--tau2", "ee", "--interval", "z");
  expect(status).toBe(0);
  const { data } = Papa.parse<Record<string, string>>(out, { header: true, skipEmptyLines: true });
  expect(data.map(({ treatment, against }) => `${treatment} - ${against}`)).toEqual([
    "acupuncture - sham",
    "acupuncture - waiting",
    "sham - waiting",
  ]);
});

test("a file of arms is compared first", () => {
  const arms = file(
    "arms.csv",
    "study;treatment;n;events",
    "A;drug;50;10",
    "A;placebo;48;20",
    "B;drug;30;0",
    "B;placebo;31;4",
  );
  const { status, out } = acumeta("network", arms);
  expect(status).toBe(0);
  expect(out).toContain("odds ratio");
});

test("its help names the estimators and the methods of splitting", () => {
  const out = acumeta("network", "--help").out.replaceAll(/\s+/g, " ");
  for (const registry of [networkTau2Estimators, splitMethods])
    for (const name of Object.keys(registry)) expect(out).toContain(name);
});

test.each([
  ["a missing file", ["/nowhere/x.csv"], 1, "/nowhere/x.csv"],
  ["ranks of a file without a good end", [comparisons, "--ranks"], 2, "--better"],
  ["an unknown estimator", [comparisons, "--tau2", "HS"], 2, "REML"],
  ["an unknown reference", [comparisons, "--reference", "Sham"], 1, "sham"],
  ["no network", [file("none.csv", "a,b", "1,2")], 1, "treat1"],
  ["a word for a number", [file("word.csv", "study,treat1,treat2,yi,se", "A,x,y,small,0.1")], 1, "word.csv:2"],
  ["no standard error", [file("blank.csv", "study,treat1,treat2,yi,se", "A,x,y,0.1,")], 1, "blank.csv:2"],
  ["a negative one", [file("negative.csv", "study,treat1,treat2,yi,se", "A,x,y,0.1,-0.2")], 1, "negative.csv:2"],
  ["two parts", [file("parts.csv", "study,treat1,treat2,yi,se", "A,x,y,0.1,0.2", "B,u,v,0.1,0.2")], 1, "2 parts"],
  [
    "a missing comparison",
    [file("arms3.csv", "study,treat1,treat2,yi,se", "A,x,y,0.1,0.2", "A,x,z,0.1,0.2")],
    1,
    "y against z",
  ],
  [
    "more events than patients",
    [file("events.csv", "study,treatment,n,events", "A,x,10,12", "A,y,10,2")],
    1,
    "12 events among 10",
  ],
])("%s: refused with a message to act on", (_, args, expected, said) => {
  const { status, err } = acumeta("network", ...args);
  expect(err).toContain(said);
  expect(err).not.toMatch(/\n\s+at /);
  expect(status).toBe(expected);
});

const combined = file(
  "combined.csv",
  "study,treat1,treat2,yi,se",
  "A,needle+point,care,-0.9,0.14",
  "B,needle,care,-0.7,0.2",
  "C,care+moxa,care,-0.1,0.22",
  "D,needle+moxa,care,-0.9,0.2",
);
const apart = file(
  "apart.csv",
  "study,treat1,treat2,yi,se",
  "A,needle+point,point,-0.9,0.14",
  "B,moxa+needle,moxa,-0.7,0.2",
);

test("components of a file: the parts of its treatments' names, as the library fits them", async () => {
  const { out } = acumeta("network", combined, "--components", "--inactive", "care", "--csv");
  const { data } = Papa.parse<Record<string, string>>(out, { header: true, skipEmptyLines: true });
  const effects = await parseNetwork(readFileSync(combined, "utf8"));
  const fit = componentNetwork(effects, { inactive: "care" });
  expect(data.map(({ component, estimate }) => [component, Number(estimate)])).toEqual(
    fit.components.map(({ component, estimate }) => [component, estimate]),
  );
  const spelled = file("spelled.csv", ...readFileSync(combined, "utf8").trim().replaceAll("+", " & ").split("\n"));
  expect(acumeta("network", spelled, "--components", "--inactive", "care", "--separator", "&", "--csv").out).toBe(out);
});

test("components of a folder: shams are told apart, and what cannot be told is said before any effect", () => {
  const { status, out } = acumeta(
    "network",
    painTrials,
    "-q",
    "low-back-pain/acupuncture-vs-sham/pain/short",
    "--components",
  );
  expect(status).toBe(0);
  expect(out).toContain("penetrating sham");
  expect(out.indexOf("only attention + needling can be estimated")).toBeGreaterThan(0);
  expect(out.indexOf("only attention + needling can be estimated")).toBeLessThan(out.indexOf("of adding it"));
  expect(out).toMatch(/needling +\d+ +– +–/);
});

test("unconnected parts are joined by what they have in common, unless more is asked of them", () => {
  const { status, out } = acumeta("network", apart, "--components");
  expect(status).toBe(0);
  expect(out).toContain("2 unconnected parts");
  expect(acumeta("network", apart, "--components", "--league").status).toBe(1);
});

test("the graph is drawn where it is asked for", () => {
  const svg = join(folder, "new", "graph.svg");
  expect(acumeta("network", comparisons, "--svg", svg).status).toBe(0);
  expect(readFileSync(svg, "utf8")).toContain("acupuncture");
});

test("an inactive component that no treatment has is refused with those that there are", () => {
  const { status, err } = acumeta("network", combined, "--components", "--inactive", "car");
  expect(status).toBe(1);
  expect(err).toContain('Did you mean "care"?');
});
