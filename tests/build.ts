import { execFileSync } from "node:child_process";

/** Builds what has changed, once before all tests. */
export function setup(): void {
  execFileSync("node", ["node_modules/typescript/bin/tsc", "-b"], { stdio: "inherit" });
}
