import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { version } from "../../packages/reporting/src/version.ts";

it("is that of the packages", () => {
  for (const name of ["reporting", "core", "cli"])
    expect(JSON.parse(readFileSync(`packages/${name}/package.json`, "utf8")).version).toBe(version);
});
