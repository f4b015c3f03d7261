import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  componentNetwork,
  type Network,
  network,
  networkTau2Estimators,
  shrunkComponents,
  splitMethods,
} from "@acumeta/core";
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
  expect(status).toBe(0);
  expect(err).toMatch(/^acumeta: \d+ warnings? about the tables; see: acumeta check /);
  expect(out).toContain("All pain conditions: all treatments, pain");
  for (const text of [
    "no treatment",
    "Consistency Q between designs",
    "Better than acupuncture where the effect is above 0.",
    "Row against column, the row better where the effect is above 0:",
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

test("differences have the decimals that their standard errors need", () => {
  const small = file(
    "small.csv",
    "study,treat1,treat2,yi,se",
    "A,x,y,0.00031,0.0002",
    "B,x,y,0.00052,0.0003",
    "C,x,y,0.0001,0.0003",
  );
  const { out } = acumeta("network", small, "--measure", "MD", "--tau2", "EE", "--interval", "z", "--league");
  const [effect] = network(
    [
      { yi: 0.00031, vi: 0.0002 ** 2 },
      { yi: 0.00052, vi: 0.0003 ** 2 },
      { yi: 0.0001, vi: 0.0003 ** 2 },
    ].map(({ yi, vi }, i) => ({ study: `${i}`, measure: "MD" as const, treat1: "x", treat2: "y", yi, vi })),
    { tau2: "EE", reference: "y" },
  ).effects;
  expect(out).toMatch(new RegExp(`^x +${effect!.estimate.toFixed(4)} \\[`, "m"));
});

test("a wide league table is told in parts that a terminal holds", () => {
  const names = Array.from({ length: 9 }, (_, i) => `treatment number ${i}`);
  const rows = names.slice(1).map((name, i) => `S${i},${names[0]},${name},0.${i},0.2`);
  const wide = file("wide.csv", "study,treat1,treat2,yi,se", ...rows);
  const [, league] = acumeta("network", wide, "--league").out.split("Row against column:");
  const lines = league!.split("\n");
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(110);
  const heads = lines.filter((line) => line.startsWith("against"));
  expect(heads.length).toBeGreaterThan(1);
  for (const name of names) expect(heads.filter((head) => head.includes(name))).toHaveLength(1);
});

test("names may hold commas, quotes and any script", () => {
  const any = file(
    "any.csv",
    "study,treat1,treat2,yi,se",
    'A,針灸,"sham, ""fake""",-0.1,0.2',
    "B,針灸,等待名單,0.2,0.2",
  );
  const { status, out } = acumeta("network", any, "--csv");
  expect(status).toBe(0);
  const { data } = Papa.parse<Record<string, string>>(out, { header: true, skipEmptyLines: true });
  expect(new Set(data.flatMap(({ treatment, against }) => [treatment, against]))).toEqual(
    new Set(["針灸", 'sham, "fake"', "等待名單"]),
  );
});

test("trials of the parts that nothing joins with the reference are named", () => {
  const parts = file("far.csv", "study,treat1,treat2,yi,se", "A,x,y,0.1,0.2", "Far,u,v,0.1,0.2");
  const { status, out } = acumeta("network", parts, "--disconnected", "reference", "--reference", "x");
  expect(status).toBe(0);
  expect(out).toContain("left out. (Far)");
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
  expect(out).toContain("0.5 added to every cell (studies with a zero cell): B");
});

test("a question that no trial answers is said, and why for each trial", () => {
  const tables = join(folder, "none");
  cpSync(painTrials, tables, { recursive: true });
  const questions = JSON.parse(readFileSync(join(tables, "questions.json"), "utf8")) as readonly { id: string }[];
  const never = questions.map((one) => (one.id === id ? { ...one, window: { from: 900, to: 901, target: 900 } } : one));
  writeFileSync(join(tables, "questions.json"), JSON.stringify(never));
  const told = acumeta("network", tables, "-q", id);
  expect([told.status, told.out.includes("No trial answers this question.")]).toEqual([1, true]);
  const { status, out } = acumeta("network", tables, "-q", id, "--components", "--json");
  expect(status).toBe(1);
  const { network: none, notUsed } = JSON.parse(out) as { network: null; notUsed: readonly { trialId: string }[] };
  expect(none).toBeNull();
  expect(notUsed).toHaveLength(93);
});

test("its help names the estimators and the methods of splitting", () => {
  const out = acumeta("network", "--help").out.replaceAll(/\s+/g, " ");
  for (const registry of [networkTau2Estimators, splitMethods])
    for (const name of Object.keys(registry)) expect(out).toContain(name);
});

test.each([
  ["a missing file", ["/nowhere/x.csv"], 1, "/nowhere/x.csv"],
  ["ranks of a file without a good end", [comparisons, "--ranks"], 2, "--better"],
  ["a question of a file", [comparisons, "-q", id], 2, "--question is of a folder"],
  ["shams of a file", [comparisons, "--split-sham"], 2, "--split-sham is of a folder"],
  ["a measure of a folder", [painTrials, "-q", id, "--measure", "MD"], 2, "--measure is of a file"],
  ["a good end of a folder", [painTrials, "-q", id, "--better", "lower"], 2, "--better is of a file"],
  ["an inactive component without components", [comparisons, "--inactive", "x"], 2, "--inactive needs --components"],
  ["shrinkage without components", [comparisons, "--shrink"], 2, "--shrink needs --components"],
  ["an unknown question", [painTrials, "-q", "nope"], 1, `"acumeta network ${painTrials}" lists`],
  ["an unknown estimator", [comparisons, "--tau2", "HS"], 2, "REML"],
  ["an unknown reference", [comparisons, "--reference", "Sham"], 1, "sham"],
  ["no network", [file("none.csv", "a,b", "1,2")], 1, "treat1"],
  ["a word for a number", [file("word.csv", "study,treat1,treat2,yi,se", "A,x,y,small,0.1")], 1, "word.csv:2"],
  ["no standard error", [file("blank.csv", "study,treat1,treat2,yi,se", "A,x,y,0.1,")], 1, "blank.csv:2"],
  ["a negative one", [file("negative.csv", "study,treat1,treat2,yi,se", "A,x,y,0.1,-0.2")], 1, "negative.csv:2"],
  ["two parts", [file("parts.csv", "study,treat1,treat2,yi,se", "A,x,y,0.1,0.2", "B,u,v,0.1,0.2")], 1, "2 parts"],
  ["a file without rows", [file("empty.csv", "study,treat1,treat2,yi,se")], 1, "at least one row"],
  ["a lone arm", [file("lone.csv", "study,treatment,n,events", "A,x,9,1", "A,y,9,2", "B,x,9,1")], 1, "lone.csv:4"],
  [
    "a comparison made twice",
    [file("twice.csv", "study,treat1,treat2,yi,se", "A,x,y,1,1", "A,y,x,1,1")],
    1,
    "twice.csv:3",
  ],
  [
    "comparisons that don't add up",
    [file("three.csv", "study,treat1,treat2,yi,se", "A,x,y,0.1,0.2", "A,x,z,0.9,0.2", "A,y,z,0.1,0.2")],
    1,
    "0.7 apart",
  ],
  [
    "a measure of another outcome",
    [file("means.csv", "study,treatment,n,mean,sd", "A,x,9,1,2", "A,y,9,2,2"), "--measure", "logRR"],
    1,
    "--measure",
  ],
  [
    "a component without a name",
    [file("nameless.csv", "study,treat1,treat2,yi,se", "A,x+,y,0.1,0.2"), "--components"],
    1,
    "--separator",
  ],
  [
    "components that nothing differs in",
    [file("same.csv", "study,treat1,treat2,yi,se", "A,x+y,y+x,0.1,0.2"), "--components"],
    1,
    "--separator",
  ],
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
  expect(err).not.toMatch(/componentNetwork|compareArms|combineGroups|disconnected: /);
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
  expect(out).toContain("No trial joins the 2 parts of this network");
  const { status: refused, err } = acumeta("network", apart, "--components", "--league");
  expect(refused).toBe(1);
  expect(err).toContain("without --league");
});

test("unconnected parts that have nothing in common are said to", () => {
  const nothing = file("nothing.csv", "study,treat1,treat2,yi,se", "A,x,y,-0.9,0.14", "B,u,v,-0.7,0.2");
  const { out } = acumeta("network", nothing, "--components");
  expect(out).toContain("No trial joins the 2 parts of this network");
  expect(out).toContain("(1) u, v; (2) x, y");
  expect(out).toContain("--inactive names what all are measured against");
  expect(acumeta("network", nothing, "--components", "--inactive", "x").out).not.toContain("--inactive names");
});

test("components drawn to no effect stand beside the others, as the library draws them", async () => {
  const { out } = acumeta("network", combined, "--components", "--inactive", "care", "--shrink", "--csv");
  const { data } = Papa.parse<Record<string, string>>(out, { header: true, skipEmptyLines: true });
  const { components } = shrunkComponents(await parseNetwork(readFileSync(combined, "utf8")), { inactive: "care" });
  expect(data.map(({ component, drawn }) => [component, Number(drawn)])).toEqual(
    components.map(({ component, estimate }) => [component, estimate]),
  );
  const text = acumeta("network", combined, "--components", "--inactive", "care", "--shrink").out.replaceAll(
    /\s+/g,
    " ",
  );
  expect(text).toContain("drawn to no effect");
  expect(text).toContain("effective number of components");
});

test("of a folder, too, a component may be taken to have no effect", () => {
  const { out } = acumeta("network", painTrials, "-q", id, "--components", "--inactive", "attention", "--csv");
  const { data } = Papa.parse<Record<string, string>>(out, { header: true, skipEmptyLines: true });
  expect(data.map(({ component }) => component)).toContain("needling");
  expect(data.map(({ component }) => component)).not.toContain("attention");
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
