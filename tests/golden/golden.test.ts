import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { adapters } from "./adapters/index.ts";
import { compare } from "./compare.ts";
import { type GoldenCase, notImplemented } from "./goldenCase.ts";
import { readCases, shippedCases } from "./readCases.ts";
import { runCases } from "./runCases.ts";

const reports = runCases(readCases([shippedCases]));

test("every suite that acumeta answers is among the cases", () => {
  expect(Object.keys(adapters).filter((suite) => !reports.some((report) => report.suite === suite))).toEqual([]);
});

describe.each(reports.filter(({ suite }) => Object.hasOwn(adapters, suite)))("$suite", (report) => {
  test("agrees with R in every number", () => {
    expect(report.failures).toEqual([]);
    expect(report.compared).toBeGreaterThan(0);
  });
});

test("the pairwise models of this stage are compared, not passed over", () => {
  const wanted = readCases([shippedCases]).filter(
    ({ suite, options }) =>
      suite === "pairwise.rma" && ["EE", "DL", "PM", "REML", "ML"].includes(options.method as string),
  );
  const [report] = runCases(wanted);
  expect(report?.cases).toBe(166);
  expect(report?.notImplemented).toBeLessThanOrEqual(16);
});

describe("the comparison", () => {
  const golden = (expected: GoldenCase["expected"], more: Partial<GoldenCase> = {}): GoldenCase => ({
    id: "synthetic",
    suite: "synthetic",
    dataset: { name: "synthetic", citation: "" },
    input: {},
    options: {},
    expected,
    ...more,
  });

  test("finds a number that is off by more than the tolerance", () => {
    const { failures } = compare(golden({ a: [1, 2] }), { a: [1, 2.0000001] });
    expect(failures).toEqual([{ id: "synthetic", path: "a.1", got: 2.0000001, expected: 2 }]);
  });

  test.each([[{}], [{ a: null }], [{ a: Number.NaN }], [undefined]])(
    "takes %j for a failure where 1 is expected",
    (answer) => {
      expect(compare(golden({ a: 1 }), answer).failures).toHaveLength(1);
    },
  );

  test("compares names as they are, and takes true for 1", () => {
    expect(compare(golden({ a: ["x", "2"], b: true }), { a: ["x", "2"], b: 1 })).toMatchObject({
      compared: 3,
      failures: [],
    });
    expect(compare(golden({ a: ["x", "2"], b: true }), { a: ["y", 2], b: 0 }).failures).toHaveLength(3);
  });

  test("counts what is not implemented and does not compare it", () => {
    expect(compare(golden({ a: [1, 2, { b: 3 }], c: 4 }), { a: notImplemented, c: 4 })).toMatchObject({
      compared: 1,
      notImplemented: 3,
      failures: [],
    });
  });

  test("takes a case's own tolerance as absolute below 1", () => {
    const own = golden({ a: 0.001, b: 1000 }, { tol: 1e-4 });
    expect(compare(own, { a: 0.00105, b: 1000.05 }).failures).toEqual([]);
    expect(compare(own, { a: 0.0012, b: 1000.2 }).failures).toHaveLength(2);
  });
});

describe("the command", () => {
  const folder = mkdtempSync(join(tmpdir(), "acumeta-golden-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (...args: readonly string[]) =>
    spawnSync(
      "node",
      ["--import", "tsx", "--conditions=source", fileURLToPath(new URL("run.ts", import.meta.url)), ...args],
      {
        encoding: "utf8",
      },
    );
  const file = (name: string, content: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
    return path;
  };
  const oneCase = (sd_change: number) => ({
    cases: [
      { id: "c", suite: "convert.change_sd", input: { sd1: 3, sd2: 3, r: 0.5 }, options: {}, expected: { sd_change } },
    ],
  });

  test("writes its report as JSON and ends with 0 where all agree", () => {
    const out = join(folder, "out.json");
    expect(run(file("good.json", oneCase(3)), "--json", out).status).toBe(0);
    expect(JSON.parse(readFileSync(out, "utf8"))).toEqual({
      suites: [
        {
          suite: "convert.change_sd",
          cases: 1,
          compared: 1,
          failed: 0,
          worst: 0,
          notImplemented: 0,
          peerInexact: 0,
          failures: [],
        },
      ],
    });
  });

  test("ends with 1 where a number differs, and names it", () => {
    const { status, stdout } = run(file("bad.json", oneCase(4)));
    expect(stdout).toContain("c sd_change: got 3, expected 4");
    expect(status).toBe(1);
  });

  test("ends with 2 where a file can't be read, and names it", () => {
    const { status, stderr } = run(file("broken.json", "{"));
    expect(stderr).toContain("broken.json");
    expect(status).toBe(2);
  });
});
