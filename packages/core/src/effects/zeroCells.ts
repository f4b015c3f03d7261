import { check } from "../errors/check.js";
import { choose } from "../registry/choose.js";
import { type Registered, registry } from "../registry/registry.js";
import type { Events } from "./events.js";

/** What to do where a group has no events, or only events. */
export interface ZeroCellOptions {
  /** Added to all four cells of a corrected table; 0.5 unless given. */
  readonly add?: number;
  /** Which tables are corrected: "only0" unless given. */
  readonly to?: keyof typeof zeroCellTargets;
  /** Leave out studies with no events, or only events, in both groups; false unless given. */
  readonly dropDoubleZero?: boolean;
}

interface ZeroCellTarget<Id extends string = string> extends Registered<Id> {
  /** Whether a table is corrected, given whether it and whether any table has a zero cell. */
  readonly applies: (hasZero: boolean, anyHasZero: boolean) => boolean;
}

const citation = "Gart & Zweifel 1967, Biometrika 54:181-187 (½); Cochrane Handbook 10.4.4.2";
const onlyZero: ZeroCellTarget<"only0"> = {
  id: "only0",
  label: "studies with a zero cell",
  citation,
  applies: (hasZero) => hasZero,
};
const all: ZeroCellTarget<"all"> = { id: "all", label: "all studies", citation, applies: () => true };
const ifAnyZero: ZeroCellTarget<"if0all"> = {
  id: "if0all",
  label: "all studies, if any has a zero cell",
  citation,
  applies: (_, anyHasZero) => anyHasZero,
};
const never: ZeroCellTarget<"none"> = { id: "none", label: "no study", citation, applies: () => false };

/** Which studies a zero-cell correction is added to, by id. */
export const zeroCellTargets = registry([onlyZero, all, ifAnyZero, never]);

/** The four cells of a table after the zero-cell policy: with and without event in group 1, in group 2. */
export interface Cells {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly rules: readonly string[];
  /** No events, or only events, in both groups, and to be left out for it. */
  readonly dropped: boolean;
}

/** The cells of every table of a set, corrected together, since "if0all" looks at all of them. */
export function correctedCells(tables: readonly Events[], options: ZeroCellOptions): readonly Cells[] {
  const { add = 0.5, to = "only0", dropDoubleZero = false } = options;
  check({ add }, (value) => value >= 0 && Number.isFinite(value), "a number not below 0");
  const target = choose<ZeroCellTarget>("to", zeroCellTargets, to);
  const drops = (table: Events) => dropDoubleZero && isDoubleZero(table);
  const anyHasZero = tables.some((table) => hasZeroCell(table) && !drops(table));
  return tables.map((table) => {
    const corrected = target.applies(hasZeroCell(table), anyHasZero) && add > 0;
    const plus = corrected ? add : 0;
    const { a, n1, c, n2 } = table;
    const rules = corrected ? [`${add} added to every cell (${target.label})`] : [];
    return { a: a + plus, b: n1 - a + plus, c: c + plus, d: n2 - c + plus, rules, dropped: drops(table) };
  });
}

function hasZeroCell({ a, n1, c, n2 }: Events): boolean {
  return a === 0 || c === 0 || a === n1 || c === n2;
}

function isDoubleZero({ a, n1, c, n2 }: Events): boolean {
  return (a === 0 && c === 0) || (a === n1 && c === n2);
}
