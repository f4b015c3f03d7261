import { expect, test } from "vitest";
import { parseCsv, type Resource, type Table } from "./package.ts";
import { validateTable } from "./validateTable.ts";

const resource: Resource = {
  name: "pets",
  path: "pets.csv",
  schema: {
    fields: [
      { name: "id", type: "string", constraints: { required: true, pattern: "[a-z]+" } },
      { name: "legs", type: "integer", constraints: { minimum: 0, maximum: 8 } },
      { name: "kind", type: "string", constraints: { enum: ["cat", "dog"] } },
      { name: "weight", type: "number" },
      { name: "owner", type: "string" },
    ],
    primaryKey: ["id"],
    foreignKeys: [{ fields: ["owner"], reference: { resource: "owners", fields: ["name"] } }],
  },
};

function problemsOf(csv: string): readonly string[] {
  const tables = new Map<string, Table>([
    ["pets", parseCsv(csv)],
    ["owners", parseCsv("name\nAnn\n")],
  ]);
  return validateTable(resource, tables);
}

const header = "id,legs,kind,weight,owner";

test("a table that follows its schema has no problem", () => {
  expect(problemsOf(`${header}\nrex,4,dog,-3.5e1,Ann\ntom,,,,Ann\n`)).toEqual([]);
});

test.each([
  [`${header}\n,4,dog,1,Ann\n`, "pets.csv:2 id: blank"],
  [`${header}\nRex,4,dog,1,Ann\n`, 'pets.csv:2 id: "Rex" is not [a-z]+'],
  [`${header}\nrex,4.5,dog,1,Ann\n`, 'pets.csv:2 legs: "4.5" is no integer'],
  [`${header}\nrex,-1,dog,1,Ann\n`, "pets.csv:2 legs: -1 < 0"],
  [`${header}\nrex,9,dog,1,Ann\n`, "pets.csv:2 legs: 9 > 8"],
  [`${header}\nrex,4,fox,1,Ann\n`, 'pets.csv:2 kind: "fox" is not one of cat, dog'],
  [`${header}\nrex,4,dog,heavy,Ann\n`, 'pets.csv:2 weight: "heavy" is no number'],
  [`${header}\nrex,4,dog,1,Ann \n`, 'pets.csv:2 owner: "Ann " has spaces around it'],
  [`${header}\nrex,4,dog,1,Ann\nrex,4,dog,1,Ann\n`, 'pets.csv:3 the key ["rex"] again'],
  [`${header}\nrex,4,dog,1,Bob\n`, 'pets.csv:2 ["Bob"] is not in owners'],
  [
    "legs,id,kind,weight,owner\n4,rex,dog,1,Ann\n",
    "pets.csv: the header is legs,id,kind,weight,owner, not id,legs,kind,weight,owner",
  ],
])("%j is found out", (csv, problem) => {
  expect(problemsOf(csv)).toContain(problem);
});
