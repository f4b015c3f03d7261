// Sets up and runs every check of the project, and ends with one line: N passed, N failed.
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
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

const report = `${root}/.ci/reports/vitest.json`;
rmSync(report, { force: true });
const vitest = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
const status = run("node", ["node_modules/vitest/vitest.mjs", ...vitest], {
  env: { ...process.env, CHROMIUM_PATH: chromiumPath() ?? "" },
});
const { numPassedTests, numFailedTests, numPendingTests } = existsSync(report)
  ? JSON.parse(readFileSync(report, "utf8"))
  : { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
tally.passed += numPassedTests;
tally.failed += numFailedTests;
if (numPendingTests > 0) tally.notRun.push(`${numPendingTests} tests skipped (named above)`);
const brokeDown = numFailedTests === 0 && (status !== 0 || numPassedTests === 0);
if (brokeDown) check("test runner (a test file that does not load, or a crash)", 1);

if (pythonWithJupyter()) check("notebooks", run("node", ["notebooks/run.mjs", "--check"]));
else tally.notRun.push("the notebooks: Jupyter is missing");

for (const line of tally.notRun) console.log(`NOT RUN: ${line}`);
console.log(
  `${tally.passed} passed, ${tally.failed} failed${tally.notRun.length ? `, ${tally.notRun.length} not run` : ""}`,
);
process.exit(tally.failed === 0 ? 0 : 1);
