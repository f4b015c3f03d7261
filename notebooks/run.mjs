// Executes every notebook through Jupyter.
// usage: node notebooks/run.mjs              re-execute in place
//        node notebooks/run.mjs --check      execute copies; fail where an output differs from the committed one
//        node notebooks/run.mjs --html DIR   execute copies and write them to DIR as HTML
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { pythonWithJupyter } from "../.ci/jupyter.mjs";
import { run } from "../.ci/run.mjs";

const folder = fileURLToPath(new URL(".", import.meta.url));
const python = pythonWithJupyter();
if (python === null) {
  console.error("Notebooks need Python with nbclient and nbconvert (Debian: apt-get install jupyter-nbconvert).");
  process.exit(1);
}
const notebooks = readdirSync(folder)
  .filter((name) => name.endsWith(".ipynb"))
  .sort();
const args = process.argv.slice(2).map((arg) => (arg.startsWith("--") ? arg : resolve(arg)));
process.exit(
  run(python, ["run.py", ...args, ...notebooks], {
    cwd: folder,
    env: { ...process.env, JUPYTER_PATH: resolve(folder, ".jupyter") },
  }),
);
