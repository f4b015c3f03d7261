// Compares acumeta with R. usage: pnpm golden [files or folders…] [--json out]
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readCases, shippedCases } from "./readCases.ts";
import { describeReport } from "./report.ts";
import { runCases } from "./runCases.ts";

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: "string" } } });
  const suites = runCases(readCases(positionals.length > 0 ? positionals : [shippedCases]));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ suites }, null, 2)}\n`);
  console.log(describeReport(suites));
  const compared = suites.reduce((sum, suite) => sum + suite.compared, 0);
  if (compared === 0)
    console.error("Nothing was compared: are these the names of suites? See tests/golden/cases/README.md");
  process.exitCode = compared === 0 || suites.some(({ failed }) => failed > 0) ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
