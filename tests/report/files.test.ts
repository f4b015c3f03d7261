import { readdirSync } from "node:fs";
import { join } from "node:path";
import {
  checkClaims,
  contrasts,
  figures,
  pool,
  popularity,
  prescriptionsOf,
  readClaims,
  readPublished,
  readTrials,
} from "acumeta";
import { afterAll, beforeAll, expect, test } from "vitest";
import { painTrials } from "../cli/acumeta.ts";
import { BUILD_TIMEOUT, buildReport, type Report } from "./buildReport.ts";

const trials = await readTrials(painTrials);
let report: Report;
beforeAll(() => {
  report = buildReport();
}, BUILD_TIMEOUT);
afterAll(() => report?.remove());

const filesIn = (folder: string) => readdirSync(join(report.folder, folder)).sort();

test("results.json answers each named question once, with what the library answers", () => {
  expect(report.results.questions.map(({ question }) => question.id)).toEqual(trials.questions.map(({ id }) => id));
  for (const { pooled, ...answer } of report.results.questions) {
    const expected = contrasts(trials, answer.question.id);
    expect(answer).toEqual(JSON.parse(JSON.stringify(expected)));
    expect(pooled).toEqual(JSON.parse(JSON.stringify(pool(expected.effects))));
  }
});

test("a question's files are named after it", () => {
  expect(report.names).toHaveLength(trials.questions.length);
  trials.questions.forEach(({ id }, i) => {
    expect(report.names[i]).toContain(id.replaceAll("/", "_"));
  });
});

test("results.json has a row for each point that a trial lists", () => {
  const used = popularity(prescriptionsOf(trials).prescriptions).map(({ code }) => code);
  expect(report.results.points.use.map(({ code }) => code)).toEqual(used);
  expect(new Set(used).size).toBe(used.length);
  expect(report.table("points").map(({ code }) => code)).toEqual(used);
});

test("every number of results.json is finite, and nothing is lost on the way to JSON", () => {
  const odd: string[] = [];
  const visit = (value: unknown, path: string) => {
    if (typeof value === "number" && !Number.isFinite(value)) odd.push(path);
    if (typeof value === "string" && /^(-?Infinity|NaN|undefined)$/.test(value)) odd.push(path);
    if (typeof value === "object" && value !== null)
      for (const [key, part] of Object.entries(value)) visit(part, `${path}/${key}`);
  };
  visit(report.results, "");
  for (const { question, pooled } of report.results.questions)
    for (const [name, value] of Object.entries({
      estimate: pooled?.estimate,
      lower: pooled?.ci.lower,
      upper: pooled?.ci.upper,
      p: pooled?.ci.p,
      tau2: pooled?.tau2.value,
      Q: pooled?.heterogeneity.Q,
    }))
      if (typeof value !== "number") odd.push(`${question.id} ${name}`);
  expect(odd).toEqual([]);
});

test("figures/ has every forest plot, both figures of points, one of each claim and of each kind, as SVG, PNG and Vega-Lite", () => {
  const claims = report.results.claims.map(({ id }) => `claims/${id}`);
  const ofData = Object.keys(figures).filter((id) => id !== "labbePlot" && id !== "riskOfBiasTable");
  const gallery = ofData.map((id) => `gallery/${id}`);
  const names = [...report.names, "popularity-vs-effect", "ranked-points", ...claims, ...gallery];
  const found = ["", "claims/", "gallery/"].flatMap((folder) =>
    filesIn(`figures/${folder}`).map((file) => `${folder}${file}`),
  );
  expect(found.filter((file) => file.includes(".")).sort()).toEqual(
    names.flatMap((name) => [`${name}.html`, `${name}.png`, `${name}.svg`, `${name}.vl.json`]).sort(),
  );
  for (const name of names) {
    const svg = report.file(`figures/${name}.svg`).toString("utf8");
    const png = report.file(`figures/${name}.png`);
    expect(svg, name).toMatch(/^<svg [^>]*width="\d+" height="\d+"/);
    expect(svg, name).not.toMatch(/NaN|Infinity|undefined/);
    expect([...png.subarray(0, 4)], name).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(Math.min(png.readUInt32BE(16), png.readUInt32BE(20)), name).toBeGreaterThan(100);
  }
});

test("results.json has the verdict of every claim, as the library gives it", async () => {
  const expected = checkClaims(await readClaims("datasets/claims"), {
    trials,
    published: await readPublished("datasets/published"),
  });
  expect(report.results.claims).toEqual(JSON.parse(JSON.stringify(expected)));
});

test("tables/ has the studies of every question, and all other tables, as CSV", () => {
  const others = ["questions", "not-used", "points", "pairs", "published-rankings"];
  expect(filesIn("tables")).toEqual([...report.names, ...others].map((name) => `${name}.csv`).sort());
  for (const name of filesIn("tables")) {
    const rows = report.table(name.replace(/\.csv$/, ""));
    const cells = rows.flatMap((row) => Object.values(row));
    expect(rows.length, name).toBeGreaterThan(0);
    expect(
      cells.filter((cell) => /^(-?Infinity|NaN|undefined|null|\[object.*)$/.test(cell)),
      name,
    ).toEqual([]);
  }
});

test("the tables repeat the numbers of results.json", () => {
  const rows = report.table("questions");
  report.results.questions.forEach(({ question, pooled, effects }, i) => {
    expect(rows[i]).toMatchObject({ question: question.id, k: String(effects.length) });
    expect(Number(rows[i]?.estimate)).toBe(pooled?.estimate);
    expect([Number(rows[i]?.ci_lower), Number(rows[i]?.ci_upper)]).toEqual([pooled?.ci.lower, pooled?.ci.upper]);
    const studies = report.table(report.names[i]!);
    expect(studies.map(({ trial_id }) => trial_id)).toEqual(effects.map(({ provenance }) => provenance.trialId));
  });
  const notUsed = report.results.questions.flatMap((one) => one.notUsed);
  expect(report.table("not-used")).toHaveLength(notUsed.length);
});
