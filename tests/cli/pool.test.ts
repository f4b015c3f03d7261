import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contrasts, pool, readTrials } from "acumeta";
import Papa from "papaparse";
import { afterAll, expect, test } from "vitest";
import { acumeta, painTrials } from "./acumeta.ts";

const id = "low-back-pain/acupuncture-vs-sham/pain/short";
const folder = mkdtempSync(join(tmpdir(), "acumeta-pool-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("without a question the known ones are listed", () => {
  const { status, out } = acumeta("pool", painTrials);
  expect(out).toContain(id);
  expect(status).toBe(0);
});

test("without a question --json gives them as data", () => {
  const { out } = acumeta("pool", painTrials, "--json");
  expect(JSON.parse(out)).toContainEqual(expect.objectContaining({ id }));
});

test("a level is said as it was asked for", () => {
  const { out } = acumeta("pool", painTrials, "-q", id, "--level", "0.999", "--tau2-interval", "PL");
  expect(out).toContain("(99.9% interval, HKSJ;");
});

test("--json is the library's result, and every unused trial with its reason", async () => {
  const { out } = acumeta("pool", painTrials, "-q", id, "--tau2", "PM", "--interval", "z", "--level", "0.9", "--json");
  const trials = await readTrials(painTrials);
  const { effects, notUsed } = contrasts(trials, id);
  const expected = { pooled: pool(effects, { tau2: "PM", interval: "z", level: 0.9 }), effects, notUsed };
  expect(JSON.parse(out)).toMatchObject(JSON.parse(JSON.stringify(expected)));
});

test("--csv has a row for each study with its source rows", () => {
  const { out } = acumeta("pool", painTrials, "-q", id, "--csv");
  const { data } = Papa.parse<Record<string, string>>(out.trim(), { header: true });
  expect(data.map(({ trial_id }) => trial_id)).toEqual(["brinkhaus-2006", "haake-2007", "kong-2020"]);
  expect(data.every(({ rows }) => /^outcomes\.csv:\d+/.test(rows ?? ""))).toBe(true);
});

test("--r is R code for the same fit", () => {
  const { out } = acumeta("pool", painTrials, "-q", id, "--tau2", "DL", "--r");
  expect(out).toContain('method = "DL", test = "knha"');
});

test("--svg and --png write the forest plot", () => {
  const [svg, png] = [join(folder, "forest.svg"), join(folder, "forest.png")];
  const { status, out } = acumeta("pool", painTrials, "-q", id, "--svg", svg, "--png", png);
  expect(status).toBe(0);
  expect(out).toMatch(/^Pooled /m);
  expect(readFileSync(svg, "utf8")).toContain("Favours acupuncture");
  expect(readFileSync(png).subarray(1, 4).toString()).toBe("PNG");
});

test.each([
  [["-q", "low-back-pain/acupuncture-vs-sham/pain/shrt"], 1, "low-back-pain/acupuncture-vs-sham/pain/short"],
  [["-q", id, "--tau2", "XX"], 2, "REML"],
  [["-q", id, "--level", "95"], 2, "0.95"],
  [["-q", id, "--nonsense"], 2, "--nonsense"],
  [["-q", id, "--json", "--csv"], 2, "--json"],
  [["--csv"], 2, "--question"],
])("%j fails with status %i and says what is known", (args, expected, said) => {
  const { status, err } = acumeta("pool", painTrials, ...args);
  expect(err).toContain(said);
  expect(err).not.toMatch(/\n\s+at /);
  expect(status).toBe(expected);
});
