// The main job from a fresh checkout: set up, answer every question into report/, execute the notebooks into report/notebooks/.
// usage: node .ci/reproduce.mjs [--out FOLDER]
import { readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { pythonWithJupyter } from "./jupyter.mjs";
import { must, root } from "./run.mjs";

const { out } = parseArgs({ options: { out: { type: "string", default: "report" } } }).values;

must("node", [".ci/setup.mjs", "--jupyter"]);
must("node", ["packages/cli/dist/bin.js", "reproduce", "--out", out]);
if (pythonWithJupyter()) must("node", ["notebooks/run.mjs", "--html", `${out}/notebooks`]);
else {
  const notebooks = readdirSync(`${root}/notebooks`).filter((name) => name.endsWith(".ipynb"));
  console.log(`NOT RUN: ${notebooks.length} notebooks, because Jupyter is missing.`);
}
