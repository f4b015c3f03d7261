import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bcg, moderated, nested, networkTrials, synthetic, syntheticColumns } from "./inputs.ts";

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
  for (const k of [1000, 5000]) {
    const effects = nested(k);
    column(
      `nested${k}-y`,
      effects.map(({ yi }) => yi),
    );
    column(
      `nested${k}-v`,
      effects.map(({ vi }) => vi),
    );
    column(
      `nested${k}-study`,
      effects.map(({ study }) => Number(study)),
    );
  }
  const { effects, columns } = moderated(1000, 10);
  column(
    "moderated-y",
    effects.map(({ yi }) => yi),
  );
  column(
    "moderated-v",
    effects.map(({ vi }) => vi),
  );
  column("moderated-x", columns.flat());
  for (const [treatments, trials] of [
    [10, 30],
    [50, 200],
  ] as const) {
    const compared = networkTrials(treatments, trials);
    const placeOf = (name: string) => Number(name.slice(1));
    const columnOf = { y: "yi", v: "vi" } as const;
    for (const [name, field] of Object.entries(columnOf))
      column(
        `network${treatments}-${name}`,
        compared.map((effect) => effect[field]),
      );
    for (const side of ["treat1", "treat2"] as const)
      column(
        `network${treatments}-${side}`,
        compared.map((effect) => placeOf(effect[side])),
      );
  }
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
