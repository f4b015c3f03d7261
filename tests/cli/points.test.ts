import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pointModel, pointTrials } from "@acumeta/acupoints";
import { readTrials } from "@acumeta/trials";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { acumeta, painTrials } from "./acumeta.ts";

test("--method model: the paragraph, and what each point adds, as the library finds it", async () => {
  const { status, out } = acumeta("points", painTrials, "--method", "model", "--csv");
  expect(status).toBe(0);
  const { data } = Papa.parse<Record<string, string>>(out, { header: true, skipEmptyLines: true });
  const { points } = pointModel(pointTrials(await readTrials(painTrials)).trials);
  expect(data.map(({ point, adds }) => [point, Number(adds)])).toEqual(
    points.map(({ name, estimate }) => [name, estimate]),
  );
});

test("--identify comes first, --rank has limits of ranks", () => {
  const { status, out } = acumeta("points", painTrials, "--identify", "--rank");
  expect(status).toBe(0);
  expect(out).toMatch(/at most \d+ can be told apart/);
  expect(out.indexOf("can be told apart")).toBeLessThan(out.indexOf("show that points differ"));
  expect(out).toContain("limits of the rank");
});

test("--simulate says that its worlds are synthetic", () => {
  const { status, out } = acumeta("points", painTrials, "--simulate");
  expect(status).toBe(0);
  expect(out).toContain("Simulated worlds (synthetic)");
  expect(out).toContain("all at once");
});

test("--point has the facts of a point by any name, and no advice", () => {
  const { status, out } = acumeta("points", painTrials, "--point", "Shenshu");
  expect(status).toBe(0);
  expect(out).toContain("BL23");
  expect(out).toContain("no advice to treat");
  const { status: failed, err } = acumeta("points", painTrials, "--point", "BL99");
  expect([failed, err.includes("BL99")]).toEqual([1, true]);
});

test("a method that is none is refused with those that are", () => {
  const { status, err } = acumeta("points", painTrials, "--method", "best");
  expect(status).toBe(2);
  expect(err).toContain("naive, model");
});

test("--rank draws the ranks; averages have none, and the model alone has nothing to draw", () => {
  const file = join(mkdtempSync(join(tmpdir(), "acumeta-")), "ranks.svg");
  expect(acumeta("points", painTrials, "--rank", "--svg", file).status).toBe(0);
  expect(readFileSync(file, "utf8")).toContain("Ranks of points by what each adds");
  const naive = acumeta("points", painTrials, "--method", "naive", "--rank");
  expect([naive.status, naive.err]).toEqual([1, expect.stringContaining("found naive with --rank")]);
  const model = acumeta("points", painTrials, "--method", "model", "--svg", file);
  expect([model.status, model.err]).toEqual([1, expect.stringContaining("Add --rank")]);
});
