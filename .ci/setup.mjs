// Makes a fresh checkout ready: dependencies, build, and, on request, Jupyter and Chromium.
// usage: node .ci/setup.mjs [--jupyter] [--chromium]
import { parseArgs } from "node:util";
import { chromiumPath, installChromium } from "./chromium.mjs";
import { installJupyter, pythonWithJupyter } from "./jupyter.mjs";
import { must } from "./run.mjs";

const { values: wanted } = parseArgs({ options: { jupyter: { type: "boolean" }, chromium: { type: "boolean" } } });

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`acumeta needs Node 20.19 or newer; this is ${process.version}. See https://nodejs.org`);
  process.exit(1);
}

console.log("Installing packages …");
must("npx", ["--yes", "pnpm@12.21.0", "install", "--frozen-lockfile", "--reporter=silent"]);
console.log("Building …");
must("node", ["node_modules/typescript/bin/tsc", "-b"]);
if (wanted.jupyter && !pythonWithJupyter()) installJupyter();
if (wanted.chromium && !chromiumPath()) installChromium();
