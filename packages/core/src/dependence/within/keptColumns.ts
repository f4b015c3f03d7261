import type { Row } from "../../multilevel/random/columns.js";

/** Columns of the merged effect itself. */
const OWN = ["study", "measure", "yi", "vi", "arms", "merged"];

/** The other columns of merged effects: those that all share, and the names of those that differ or hold no plain value. */
export interface KeptColumns {
  readonly kept: Readonly<Record<string, unknown>>;
  readonly leftOut: readonly string[];
}

export function keptColumns(effects: readonly Row[]): KeptColumns {
  const names = [...new Set(effects.flatMap((effect) => Object.keys(effect)))].filter((name) => !OWN.includes(name));
  const isKept = (name: string) =>
    isPlain(effects[0]![name]) && effects.every((each) => each[name] === effects[0]![name]);
  return {
    kept: Object.fromEntries(names.filter(isKept).map((name) => [name, effects[0]![name]])),
    leftOut: names.filter((name) => !isKept(name)),
  };
}

function isPlain(value: unknown): boolean {
  return value === null || ["string", "boolean"].includes(typeof value) || Number.isFinite(value);
}
