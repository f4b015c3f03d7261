import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dataPackages, readTable, type Table } from "@acumeta/trials";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { acupointsTable, aliasesTable, cautionsTable } from "../../../packages/trials/src/schema/acupointsTables.ts";

const file = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../../datasets/${path}`, import.meta.url)), "utf8");

describe.each(Object.entries(dataPackages))("datasets/%s", (folder, expected) => {
  test("datapackage.json is what the schemas say (pnpm --filter @acumeta/trials generate)", () => {
    expect(JSON.parse(file(`${folder}/datapackage.json`))).toEqual(JSON.parse(JSON.stringify(expected)));
  });

  test.each(expected.resources.map(({ path, schema }) => [path, schema] as const))(
    "%s has its columns",
    (path, schema) => {
      const { meta } = Papa.parse<Record<string, string>>(file(`${folder}/${path}`), { header: true, preview: 1 });
      expect(meta.fields).toEqual(schema.fields.map(({ name }) => name));
    },
  );

  test.each(expected.resources.map(({ path }) => path))("%s: every row has a source", (path) => {
    const { data } = Papa.parse<Record<string, string>>(file(`${folder}/${path}`), {
      header: true,
      skipEmptyLines: true,
    });
    expect(data.length).toBeGreaterThan(0);
    expect(data.filter(({ source_url, source_note }) => !(source_url ?? source_note))).toEqual([]);
  });
});

test.each([acupointsTable, aliasesTable, cautionsTable])("$name.csv has no problem", async (table) => {
  const problems = [];
  for await (const batch of readTable(table as unknown as Table, file(`acupoints/${table.name}.csv`)))
    problems.push(...batch.problems);
  expect(problems).toEqual([]);
});
