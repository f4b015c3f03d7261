import { spawnSync } from "node:child_process";

const asked = spawnSync("Rscript", ["-e", 'if (!requireNamespace("metafor", quietly = TRUE)) quit(status = 1)']);

/** Whether this machine has R with metafor. */
export const hasMetafor = asked.status === 0;

/** A script that makes `fit`, and the numbers of it that are asked for, as an expression. */
export interface Asked {
  readonly script: string;
  readonly numbers: string;
}

/** The numbers that R finds, of each script. */
export function numbersInR(all: readonly Asked[]): readonly (readonly number[])[] {
  const input = all
    .map(
      ({ script, numbers }) => `local({\n${script}\ncat("\\n#", sprintf("%.17g", as.numeric(${numbers})), "\\n")\n})`,
    )
    .join("\n");
  const { status, stdout, stderr } = spawnSync("Rscript", ["-"], { input, encoding: "utf8" });
  if (status !== 0) throw new Error(`R refuses a script: ${stderr}`);
  return [...stdout.matchAll(/\n# (.*)/g)].map(([, line]) => line!.trim().split(/\s+/).map(Number));
}
