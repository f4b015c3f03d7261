import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { allTables, datasets, folders, readPackage } from "./package.ts";

const alsoShipped: Readonly<Record<string, readonly string[]>> = { "pain-trials": ["questions.json"] };

describe.each(folders)("datasets/%s", (folder) => {
  const files = readdirSync(new URL(`${folder}/`, datasets)).sort();
  const tables = readPackage(folder).resources.map(({ path }) => path);
  const readme = readFileSync(new URL(`${folder}/README.md`, datasets), "utf8");

  test("holds its tables, their description and nothing else", () => {
    const known = ["README.md", "datapackage.json", ...tables, ...(alsoShipped[folder] ?? [])];
    expect(files).toEqual(known.sort());
  });

  test("its README names every table and the licence", () => {
    for (const table of [...tables, ...(alsoShipped[folder] ?? [])]) expect(readme).toContain(`\`${table}\``);
    expect(readme).toMatch(/^## Licence$/m);
    expect(readme).toContain("CC BY 4.0");
  });

  test("has no table of single patients and none of extractions that others made", () => {
    const columns = [...allTables(folder).values()].flatMap(({ header }) => header);
    expect(
      columns.filter((name) => /^(age|sex|patient(_id)?|practice_id|tara_id|controls_text|points_uncoded)$/.test(name)),
    ).toEqual([]);
    expect(files.filter((name) => /tara|headache|ipd/i.test(name))).toEqual([]);
  });

  test("is UTF-8 without a byte order mark, with Unix line ends", () => {
    for (const file of files) {
      const bytes = readFileSync(new URL(`${folder}/${file}`, datasets));
      const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
      expect(text, file).not.toMatch(/^\uFEFF|\r/);
      expect(text.endsWith("\n"), file).toBe(true);
    }
  });
});
