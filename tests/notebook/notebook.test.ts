import { rankedPoints } from "@acumeta/figures";
import { markdown, progress, show, table } from "@acumeta/notebook";
import { afterEach, describe, expect, test, vi } from "vitest";
import { inKernel } from "./fakeKernel.js";

const chart = rankedPoints(
  [{ code: "BL23", rank: 1, trials: 12, shuffled: null, k: 9, n: 1200, estimate: 0.4, ci: { lower: 0.2, upper: 0.6 } }],
  [],
);
const rows = [
  { code: "BL23", trials: 9, mean: 0.4123, fixed: true, note: null },
  { code: "<GV3>", trials: 12, mean: -0.0001, fixed: false, note: undefined },
];

describe("in a notebook", () => {
  test("show sends Vega-Lite 5, PNG with its size, and the description in one output", async () => {
    const [output, ...more] = await inKernel(() => show(chart));
    const { data, metadata } = output!.content;
    expect(more).toEqual([]);
    expect(data["application/vnd.vegalite.v5+json"]).toEqual({
      ...chart,
      $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    });
    expect(data["text/plain"]).toBe(chart.description);
    expect(Buffer.from(String(data["image/png"]), "base64").subarray(1, 4).toString()).toBe("PNG");
    expect(metadata["image/png"]).toMatchObject({ width: expect.any(Number), height: expect.any(Number) });
    expect((metadata["image/png"] as { width: number }).width).toBeGreaterThan(chart.width);
  });

  test("show is the same at every run", async () => {
    expect(await inKernel(() => show(chart))).toEqual(await inKernel(() => show(chart)));
  });

  test("a table is escaped, rounded and aligned", async () => {
    const [output] = await inKernel(() =>
      table(rows, {
        caption: "Two & more",
        columns: ["code", "trials", { key: "mean", head: "Mean", digits: 2 }, "fixed", "note"],
      }),
    );
    const html = String(output!.content.data["text/html"]);
    expect(html).toContain("Two &amp; more</caption>");
    expect(html).toContain("&lt;GV3&gt;");
    expect(html).toMatch(/<td style="text-align:right;[^"]*">0\.41<\/td>/);
    expect(html).toMatch(/<td style="text-align:left;[^"]*">BL23<\/td>/);
    expect(html).not.toMatch(/null|undefined|−0\.00/);
  });

  test("a bar is shown once and then filled in place, only when its look changes", async () => {
    const shown = await inKernel(() => {
      const bar = progress(1000, "Permutations");
      for (let i = 0; i < 1200; i++) bar.advance();
    });
    expect(shown.map(({ update }) => update)).toEqual([false, ...Array(24).fill(true)]);
    expect(new Set(shown.map(({ content }) => content.transient.display_id)).size).toBe(1);
    expect(shown.at(-1)!.content.data["text/plain"]).toBe(`Permutations ${"█".repeat(24)} 1000 of 1000`);
  });

  test("markdown carries the sentence", async () => {
    const [output] = await inKernel(() => markdown("**13** trials"));
    expect(output!.content.data).toEqual({ "text/markdown": "**13** trials", "text/plain": "**13** trials" });
  });
});

describe("outside a notebook", () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  afterEach(() => log.mockClear());

  test("everything is printed as text", async () => {
    await show(chart);
    markdown("**13** trials");
    table(rows, {
      caption: "Points",
      columns: ["code", "trials", { key: "sign", value: ({ mean }) => Math.sign(mean) }],
    });
    const bar = progress(2, "Steps");
    bar.advance();
    bar.advance(5);
    expect(log.mock.calls.flat()).toEqual([
      chart.description,
      "**13** trials",
      ["Points", "code   trials  sign", "BL23        9     1", "<GV3>      12    −1"].join("\n"),
      `Steps ${"█".repeat(24)} 2 of 2`,
    ]);
  });

  test("an empty table is its caption", () => {
    table([], { caption: "Nothing" });
    expect(log).toHaveBeenCalledWith("Nothing");
  });
});

test.each([
  ["TOTAL_OUT_OF_RANGE", () => progress(0, "Nothing")],
  ["TOTAL_OUT_OF_RANGE", () => progress(2.5, "Half")],
  ["UNKNOWN_COLUMN", () => table(rows, { columns: ["cod"] })],
])("refuses with %s", (code, action) => expect(action).toThrow(expect.objectContaining({ code })));
