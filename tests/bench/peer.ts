import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bcg, synthetic, syntheticColumns } from "./inputs.ts";

/** Milliseconds that R takes for its counterparts, on the same inputs; null where R or its metafor is not installed. */
export function timePeer(): ReadonlyMap<string, number> | null {
  const folder = mkdtempSync(join(tmpdir(), "acumeta-bench-"));
  const column = (name: string, values: Iterable<number>) => writeFileSync(join(folder, name), [...values].join("\n"));
  const many = syntheticColumns(100_000, 10);
  for (const [name, effects] of Object.entries({ bcg: bcg(), forty: synthetic(40), thousand: synthetic(1000) })) {
    column(
      `${name}-y`,
      effects.map(({ yi }) => yi),
    );
    column(
      `${name}-v`,
      effects.map(({ vi }) => vi),
    );
  }
  column("many-y", many.y);
  column("many-v", many.v);
  const { status, stderr } = spawnSync(
    "Rscript",
    [fileURLToPath(new URL("peer/benchmarks.R", import.meta.url)), folder],
    {
      encoding: "utf8",
    },
  );
  if (status !== 0) {
    console.error(`R was not timed: ${stderr ?? "Rscript is not installed"}`);
    return null;
  }
  const lines = readFileSync(join(folder, "timings"), "utf8").trim().split("\n");
  rmSync(folder, { recursive: true });
  return new Map(lines.map((line) => line.split(" ")).map(([name, value]) => [name!, Number(value)]));
}
