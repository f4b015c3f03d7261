import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { methodTables } from "./methodTables.ts";

test("the methods in core's README are those of its registries (pnpm --filter @acumeta/core generate)", () => {
  const readme = readFileSync(new URL("../../packages/core/README.md", import.meta.url), "utf8");
  expect(readme.split(/<!-- \/?methods -->\n/)[1]).toBe(`${methodTables()}\n`);
});
