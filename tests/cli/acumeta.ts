import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../../packages/cli/dist/bin.js", import.meta.url));

/** The directory of the shipped trial tables. */
export const painTrials: string = fileURLToPath(new URL("../../datasets/pain-trials", import.meta.url));

export interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line, as it is built before the tests, as a user would from a terminal. */
export function acumeta(...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync("node", [bin, ...args], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, out: stdout, err: stderr };
}
