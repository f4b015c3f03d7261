import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findPoint, parsePoint, points } from "@acumeta/acupoints";
import { readTrials, resolvePointCode } from "@acumeta/trials";
import Papa from "papaparse";
import { expect, test } from "vitest";

const dataset = (path: string) => fileURLToPath(new URL(`../../datasets/${path}`, import.meta.url));
const rows = (file: string) =>
  Papa.parse<Record<string, string>>(readFileSync(dataset(`acupoints/${file}`), "utf8"), {
    header: true,
    skipEmptyLines: true,
  }).data;

test("the vocabulary is that of the dataset (pnpm --filter @acumeta/acupoints generate)", () => {
  expect(points.map(({ code, name, region }) => [code, name, region ?? ""])).toEqual(
    rows("acupoints.csv").map(({ code, pinyin, body_region }) => [code, pinyin, body_region]),
  );
  expect(
    points.flatMap(({ code, cautions }) => cautions.map(({ kind, sourceUrl }) => [code, kind, sourceUrl])).sort(),
  ).toEqual(
    rows("cautions.csv")
      .map(({ code, caution, source_url }) => [code, caution, source_url])
      .sort(),
  );
});

test("the loader knows the same codes (pnpm --filter @acumeta/trials generate)", () => {
  for (const { code } of points) expect(resolvePointCode(code)).toEqual({ code, suggestion: null });
});

test("the loader suggests the code of every name, and both where two points share it", () => {
  const names = [
    ...points.flatMap(({ name, nameWithTones, han }) => [name, nameWithTones, han.traditional, han.simplified]),
    ...rows("aliases.csv").flatMap(({ kind, alias }) => (kind === "name" ? [alias!] : [])),
  ];
  for (const name of names.filter((one) => one !== "")) {
    const { point, problem } = parsePoint(name);
    const codes = point === null ? problem.suggestions : [point.code];
    expect(resolvePointCode(name)).toEqual({ code: null, suggestion: codes.join(" or ") });
  }
});

test.each([
  ["Fengchi", "GB20"],
  ["feng chi", "GB20"],
  ["Fēngchí", "GB20"],
  ["風池", "GB20"],
  ["Fengchy", "GB20"],
  ["Zusanlli", "ST36"],
  ["UB23", "BL23"],
  ["BL 023", "BL23"],
  ["EX UE 7", "EX-UE7"],
  ["Ashi", "ASHI"],
  ["ashi points", null],
  ["the lower back", null],
  ["12345", null],
])("%s makes the loader suggest %s", (text, suggestion) => {
  expect(resolvePointCode(text)).toEqual({ code: null, suggestion });
});

test("361 points stand on the channels", () => {
  expect(points.filter(({ kind }) => kind === "channel")).toHaveLength(361);
  const onChannel = (channel: string) => points.filter(({ meridianCode }) => meridianCode === channel);
  expect(onChannel("BL")).toHaveLength(67);
  expect(onChannel("CV")).toHaveLength(24);
});

test.each([
  ["BL40", true],
  ["LU5", true],
  ["LI4", true],
  ["SP6", true],
  ["BL23", false],
  ["GB30", false],
  ["ST32", false],
  ["LI14", false],
  ["ASHI", null],
])("%s distal: %s", (code, distal) => {
  expect(findPoint(code)?.distal).toBe(distal);
});

test.each([
  ["LI4", "pregnancy"],
  ["SP6", "pregnancy"],
  ["BL60", "pregnancy"],
  ["BL67", "pregnancy"],
  ["BL32", "pregnancy"],
  ["GB21", "lung"],
  ["BL13", "lung"],
  ["LU9", "vessel"],
  ["CV8", "no-needle"],
])("%s has the caution %s, with its source", (code, kind) => {
  const caution = findPoint(code)?.cautions.find((one) => one.kind === kind);
  expect(caution?.sourceUrl).toMatch(/^https?:/);
  expect(caution?.sourceNote).not.toBe("");
});

test("every point of the shipped trials is known", async () => {
  const { trials, armPoints } = await readTrials(dataset("pain-trials"));
  const codes = [...trials, ...armPoints].flatMap(({ points: listed }) => listed);
  expect(codes.length).toBeGreaterThan(500);
  expect(codes.filter((code) => findPoint(code)?.code !== code)).toEqual([]);
});
