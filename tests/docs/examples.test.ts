import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { docstringExamples, packages, readmeExamples } from "./findExamples.ts";
import { runExample } from "./runExample.ts";

/** Outside a notebook its cells print. */
beforeAll(() => {
  vi.spyOn(console, "log").mockImplementation(() => {});
});
afterAll(() => {
  vi.restoreAllMocks();
});

describe("every example runs and gives the values it shows", () => {
  for (const { file, of, code } of [...packages.flatMap(docstringExamples), ...readmeExamples()])
    test(`${file}: ${of}`, () => runExample(code));
});

describe("an example with a false claim fails", () => {
  test.each([
    ["1 / 3; // => 0.334"],
    ["1 / 3; // => 0"],
    ["2.4; // => 2"],
    ["[1, 0.25]; // => [1, 0.26]"],
    ["({ code: null, n: 2 }); // => { code: null, n: 3 }"],
    ['""; // => "…"'],
    ['"a 0.5"; // => "a 0.6"'],
    ["null;\n// => undefined"],
    ["Promise.resolve(2); // => 3"],
    ["1; // throws NO_EFFECTS"],
    ['import { pool } from "acumeta";\npool([]); // throws NOT_FINITE'],
    ["const a = 1; // => 1"],
    ["for (const a of [1]) {\n  a; // => 1\n}"],
    ["nothing();"],
  ])("%s", async (code) => {
    await expect(runExample(code)).rejects.toThrow();
  });
});

test("numbers are equal when rounded to the digits printed", async () => {
  await runExample("[2 / 3, -1e-9 / 3, 100 / 7]; // => [0.667, -3.3e-10, 14.29]");
  await runExample('({ "a 0.51": "0.51" }); // => { "a 0.51": "0.51" }');
});
