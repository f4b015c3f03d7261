// The main job from a fresh checkout: set up, answer every question into report/, execute the notebooks into report/notebooks/.
import { pythonWithJupyter } from "./jupyter.mjs";
import { must } from "./run.mjs";

must("node", [".ci/setup.mjs", "--jupyter"]);
must("node", ["packages/cli/dist/bin.js", "reproduce", "--out", "report", ...process.argv.slice(2)]);
if (pythonWithJupyter()) must("node", ["notebooks/run.mjs", "--html", "report/notebooks"]);
else console.log("NOT RUN: 2 notebooks, because Jupyter is missing.");
