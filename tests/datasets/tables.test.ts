import { describe, expect, test } from "vitest";
import { allTables, folders, readPackage } from "./package.ts";
import { validateTable } from "./validateTable.ts";

describe.each(folders)("datasets/%s", (folder) => {
  const tables = allTables(folder);
  const { resources } = readPackage(folder);

  test.each(resources)("$path follows its schema, its keys and its references", (resource) => {
    expect(validateTable(resource, tables)).toEqual([]);
    expect(tables.get(resource.name)?.rows.length).toBeGreaterThan(0);
  });

  test.each(resources)("$path: every row says where it was read", ({ name }) => {
    const unsourced = tables
      .get(name)!
      .rows.filter((row) => `${row.source_url ?? ""}${row.source_note ?? ""}`.trim() === "");
    expect(unsourced).toEqual([]);
  });

  test.each(resources)("$path: every field says what it means", ({ schema }) => {
    const described = schema.fields as readonly { name: string; description?: string }[];
    expect(described.filter(({ description = "" }) => description.trim() === "")).toEqual([]);
  });
});
