import { metaRegression, multilevel, network, pool } from "@acumeta/core";
import { coefficientTable, leagueMatrix, studyTable, tableFormats, tableText } from "@acumeta/reporting";
import fc from "fast-check";
import papa from "papaparse";
import { describe, expect, it, test } from "vitest";

const table = {
  title: "A & B",
  columns: [{ head: "Study" }, { head: "x_1", align: "right" }],
  rows: [
    ['<b> "quoted", a|b', 0.5],
    ["two\nlines", null],
    ["[1] *x*", "50%"],
  ],
  notes: ["5 % of 10 $"],
} as const;

describe("formats", () => {
  it("CSV gives every cell back", () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1 }), (rows) => {
        const columns = [{ head: "a" }, { head: "b" }];
        const text = tableText({ columns, rows }, { format: "csv" });
        expect(papa.parse(text.replace(/\n$/, "")).data).toEqual([["a", "b"], ...rows]);
      }),
    ));

  it("HTML has a caption, heads of columns, and nothing that is not escaped", () => {
    const html = tableText(table, { format: "html" });
    expect(html).toContain("<caption>A &amp; B</caption>");
    expect(html).toContain('<th scope="col" style="text-align: right">x_1</th>');
    expect(html).toContain("&lt;b&gt; &quot;quoted&quot;, a|b");
    expect(html).not.toContain("<b>");
  });

  it("Markdown keeps each row on one line, and bars and stars as signs", () => {
    const lines = tableText(table, { format: "markdown" })
      .split("\n")
      .filter((line) => line.startsWith("|"));
    expect(lines).toHaveLength(5);
    expect(lines[2]).toContain("a\\|b");
    expect(lines[4]).toContain("\\*x\\*");
    expect(lines[1]).toMatch(/:-+ \| -+: \|$/);
  });

  it("LaTeX escapes its signs and protects a bracket at the start of a line", () => {
    const latex = tableText(table, { format: "latex" });
    expect(latex).toContain("\\caption{A \\& B}");
    expect(latex).toContain("x\\_1");
    expect(latex).toContain("{}[1] *x* & 50\\% \\\\");
    expect(latex).toContain("5 \\% of 10 \\$");
  });

  it("LaTeX sets signs and letters that pdfLaTeX does not know as commands", () => {
    const rows = [
      ["Zeller & Łódź", "−0.30 [−1.00, 0.20]"],
      ["τ², I² ≥ 5", "⊕⊕◯◯"],
    ];
    const latex = tableText({ columns: [{ head: "A" }, { head: "B" }], rows }, { format: "latex" });
    expect(latex).toContain("Zeller \\& \\L\\'od\\'z & $-$0.30 [$-$1.00, 0.20] \\\\");
    expect(latex).toContain("$\\tau^2$, I$^2$ $\\geq$ 5 & $\\oplus\\oplus\\bigcirc\\bigcirc$ \\\\");
  });

  test.each(Object.keys(tableFormats) as (keyof typeof tableFormats)[])(
    "%s: nothing for null, and a table without rows",
    (format) => {
      expect(tableText(table, { format })).not.toContain("null");
      expect(tableText({ ...table, rows: [] }, { format })).toMatch(/Study/);
    },
  );
});

describe("refusals", () => {
  it("of a row with another number of cells, by its place", () =>
    expect(() => tableText({ ...table, rows: [["a", 1], ["b"]] }, { format: "csv" })).toThrow(
      /found 1 cells in row 2/,
    ));
  it("of an unknown format", () =>
    expect(() => tableText(table, { format: "docx" as never })).toThrow(
      expect.objectContaining({ code: "UNKNOWN_CHOICE" }),
    ));
  test.each([null, [], { columns: 3 }, { columns: [], rows: [3] }])("of %j", (wrong) =>
    expect(() => tableText(wrong as never, { format: "csv" })).toThrow(
      expect.objectContaining({ code: "WRONG_ARGUMENT" }),
    ),
  );
});

const rows = [1, 2, 3, 4, 5].map((i) => ({ study: `S${i}`, measure: "logRR" as const, yi: i / 10, vi: 0.02, dose: i }));

describe("tables of results", () => {
  it("studies: each, the mean, the prediction interval, back-transformed", () => {
    const fit = pool(rows);
    const { rows: lines, columns } = studyTable(fit);
    expect(lines.map(([name]) => name)).toEqual([
      "S1",
      "S2",
      "S3",
      "S4",
      "S5",
      "Random-effects mean",
      "95% prediction interval",
    ]);
    expect(lines[0]![2]).toMatch(/^1\.11 \[/);
    expect(columns[2]!.head).toBe("risk ratio [95% CI]");
    expect(lines[5]![2]).toContain(Math.exp(fit.estimate).toFixed(2));
  });

  it("coefficients of both kinds of models, with the numbers of the fit", () => {
    const regression = metaRegression(rows, { moderators: "~ dose", tau2: "EE", interval: "z" });
    expect(coefficientTable(regression).rows[1]![1]).toBe(regression.coefficients[1]!.estimate.toFixed(3));
    const levels = multilevel(rows, { random: "~ 1 | study", moderators: "~ dose" });
    expect(coefficientTable(levels, { digits: 5 }).rows[1]![1]).toBe(levels.coefficients[1]!.estimate.toFixed(5));
  });

  it("a league: each half is the other turned round", () => {
    const fit = network(
      [
        { study: "A", measure: "logOR", treat1: "a", treat2: "b", yi: Math.log(2), vi: 0.04 },
        { study: "B", measure: "logOR", treat1: "b", treat2: "c", yi: 0.1, vi: 0.04 },
      ],
      { tau2: "EE", interval: "z" },
    );
    const { rows: lines } = leagueMatrix(fit);
    expect(lines[0]![2]).toMatch(/^2\.00 \[/);
    expect(lines[1]![1]).toMatch(/^0\.50 \[/);
    expect(lines.map((line, i) => line[i + 1])).toEqual([null, null, null]);
  });

  it("refuse another kind of result", () => {
    expect(() => studyTable(metaRegression(rows, { moderators: "~ dose" }) as never)).toThrow(/what pool gives/);
    expect(() => coefficientTable(pool(rows) as never)).toThrow(/what metaRegression or multilevel gives/);
    expect(() => leagueMatrix(pool(rows) as never)).toThrow(/what network gives/);
  });
});
