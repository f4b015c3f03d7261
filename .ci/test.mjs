// Sets up and runs every check of the project, and ends with one line: N passed, N failed.
import { readdirSync, readFileSync } from "node:fs";
import { chromiumPath } from "./chromium.mjs";
import { pythonWithJupyter } from "./jupyter.mjs";
import { must, root, run } from "./run.mjs";

must("node", [".ci/setup.mjs", "--jupyter", "--chromium"]);

const tally = { passed: 0, failed: 0, notRun: [] };
const check = (name, status) => {
  if (status === 0) tally.passed += 1;
  else {
    tally.failed += 1;
    console.error(`FAILED: ${name}`);
  }
};

check("lint", run("node", ["node_modules/@biomejs/biome/bin/biome", "check", "."]));
check("no dead code or dependency", run("node", ["node_modules/knip/bin/knip.js"]));

for (const name of readdirSync(`${root}/packages`))
  check(
    `publint ${name}`,
    run("node", ["node_modules/publint/src/cli.js", `packages/${name}`, "--pack=npm", "--strict"]),
  );

const report = ".ci/reports/vitest.json";
const vitest = ["run", "--coverage", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
const status = run("node", ["node_modules/vitest/vitest.mjs", ...vitest], {
  env: { ...process.env, CHROMIUM_PATH: chromiumPath() ?? "" },
});
const { numPassedTests, numFailedTests, numPendingTests, success } = JSON.parse(
  readFileSync(`${root}/${report}`, "utf8"),
);
tally.passed += numPassedTests;
tally.failed += numFailedTests;
if (numPendingTests > 0) tally.notRun.push(`${numPendingTests} tests skipped (named above)`);
if (status !== 0 && success) check("test runner", status);

if (pythonWithJupyter()) check("notebooks", run("node", ["notebooks/run.mjs", "--check"]));
else tally.notRun.push("the notebooks: Jupyter is missing");

for (const line of tally.notRun) console.log(`NOT RUN: ${line}`);
console.log(
  `${tally.passed} passed, ${tally.failed} failed${tally.notRun.length ? `, ${tally.notRun.length} not run` : ""}`,
);
process.exit(tally.failed === 0 ? 0 : 1);
