// Writes the tables of methods into README.md, from the registries. usage: pnpm --filter @acumeta/core generate
import { readFileSync, writeFileSync } from "node:fs";
import { methodTables } from "./methodTables.ts";

const file = new URL("../../packages/core/README.md", import.meta.url);
const [before, , after] = readFileSync(file, "utf8").split(/<!-- \/?methods -->\n/);
writeFileSync(file, `${before}<!-- methods -->\n${methodTables()}\n<!-- /methods -->\n${after}`);
