import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { nbformat4 } from "./nbformat4.ts";
import { codeCells, notebooks, outputsOf, readable, textOf } from "./notebooks.ts";

const validate = new Ajv({ strict: false, allErrors: true }).compile(nbformat4);

test("there are notebooks, and the folder's numbers put them in an order", () => {
  expect(notebooks.length).toBeGreaterThan(1);
  for (const { name } of notebooks) expect(name).toMatch(/^\d\d-[a-z-]+\.ipynb$/);
});

describe.each(notebooks)("$name", (notebook) => {
  const { name: _name, ...content } = notebook;

  test("is a notebook of version 4.5, each cell with an id of its own", () => {
    validate(content);
    expect(validate.errors ?? []).toEqual([]);
    const ids = notebook.cells.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("was executed from top to bottom: every cell has its number and shows something", () => {
    const cells = codeCells(notebook);
    expect(cells.map(({ execution_count }) => execution_count)).toEqual(cells.map((_, i) => i + 1));
    expect(cells.filter(({ outputs = [] }) => outputs.length === 0).map(({ source }) => textOf(source))).toEqual([]);
  });

  test("no cell failed or complained", () => {
    const outputs = outputsOf(notebook);
    expect(outputs.filter(({ output_type, name }) => output_type === "error" || name === "stderr")).toEqual([]);
    expect(readable(outputs)).not.toMatch(/\b(NaN|undefined|\[object Object\])|\b[A-Z]\w*Error:/);
  });

  test("a figure comes as a chart, as a picture and in words", () => {
    const charts = outputsOf(notebook).filter(({ data = {} }) => "application/vnd.vegalite.v5+json" in data);
    expect(charts.length).toBeGreaterThan(0);
    for (const { data = {} } of charts) {
      expect(Buffer.from(String(data["image/png"]), "base64").subarray(1, 4).toString()).toBe("PNG");
      expect(textOf(data["text/plain"] as string).trim()).not.toBe("");
    }
  });

  test("tells nothing of the machine that executed it: no paths, no times", () => {
    const told = `${readable(outputsOf(notebook))}\n${JSON.stringify(notebook.metadata)}`;
    expect(told).not.toMatch(/(?<![\w.])\/(home|root|work|tmp|usr|var|opt|mnt|Users)\/|[A-Z]:\\\\|file:\/\//);
    expect(notebook.cells.filter(({ metadata }) => "execution" in metadata || "ExecuteTime" in metadata)).toEqual([]);
    expect(told).not.toMatch(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/);
  });

  test("begins with a question, in words", () => {
    const [first] = notebook.cells;
    expect(first?.cell_type).toBe("markdown");
    expect(textOf(first!.source)).toMatch(/^# [^\n]+\?\n\n\S/);
  });

  test("ends with what one may conclude and what not", () => {
    const headings = notebook.cells.flatMap(({ cell_type, source }, i) =>
      cell_type === "markdown" && /^## /m.test(textOf(source)) ? [{ i, heading: textOf(source) }] : [],
    );
    const last = headings.at(-1)!;
    expect(last.heading).toMatch(/^## What one may conclude, and what not$/m);
    const closing = notebook.cells.slice(last.i + 1);
    expect(closing.map(({ cell_type }) => cell_type)).toEqual(["code", "markdown"]);
    expect(textOf(closing[1]!.source).length).toBeGreaterThan(200);
  });
});
