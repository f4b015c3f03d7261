import { aptInstall } from "./apt.mjs";
import { ask } from "./run.mjs";

/** A Python that can run notebooks (nbclient, nbconvert), Debian's first; null where there is none. */
export function pythonWithJupyter() {
  const pythons = ["/usr/bin/python3", "python3"];
  return pythons.find((python) => ask(python, ["-c", "import nbclient, nbconvert, nbformat"]) !== null) ?? null;
}

export function installJupyter() {
  return aptInstall(["jupyter-nbconvert"], "Jupyter") && pythonWithJupyter() !== null;
}
