import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { folders, readPackage } from "./package.ts";

// Draft 04 of JSON Schema; the profile uses nothing that later drafts read otherwise.
const { $schema: _, ...profile } = JSON.parse(
  gunzipSync(readFileSync(new URL("profile/tabular-data-package.json.gz", import.meta.url))).toString("utf8"),
);
const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(profile);

test.each(folders)(
  "datasets/%s/datapackage.json follows the Frictionless profile of tabular data packages",
  (folder) => {
    validate(readPackage(folder));
    expect(validate.errors ?? []).toEqual([]);
  },
);

test.each([
  ["no profile", { profile: undefined }],
  ["a name with spaces", { name: "Pain trials" }],
  ["no resources", { resources: [] }],
  [
    "a resource without a schema",
    { resources: [{ profile: "tabular-data-resource", name: "trials", path: "trials.csv" }] },
  ],
])("a package with %s does not", (_what, change) => {
  expect(validate(JSON.parse(JSON.stringify({ ...readPackage("pain-trials"), ...change })))).toBe(false);
});
