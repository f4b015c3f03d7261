import { check } from "../errors/check.js";
import { choose } from "../registry/choose.js";
import { type Registered, registry } from "../registry/registry.js";

/** Which counts of 0 are corrected, and by how much. */
export interface ZeroCountOptions {
  /** Added to every count of a corrected study; 0.5 unless given. */
  readonly add?: number;
  /** Which studies are corrected: "only0" unless given; "none" for measures that are defined at 0. */
  readonly to?: keyof typeof zeroCellTargets;
}

/** What to do where a group has no events, or only events. */
export interface ZeroCellOptions extends ZeroCountOptions {
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

/** Which rows have a count of 0, and how a rule names what is added to. */
interface ZeroCounts<Row> {
  readonly hasZero: (row: Row) => boolean;
  /** Rows that say nothing of a comparison, with what they have in words; of one group there are none. */
  readonly doubleZero?: { readonly holds: (row: Row) => boolean; readonly label: string };
  /** "every cell" */
  readonly counts: string;
}

/** What the zero-cell policy does to a row. */
export interface Addition {
  readonly added: number;
  readonly dropped: boolean;
  readonly rules: readonly string[];
}

/** What is added to every row of a set, decided together, since "if0all" looks at all of them. */
export function additions<Row>(
  rows: readonly Row[],
  { add = 0.5, to = "only0", dropDoubleZero = false }: ZeroCellOptions,
  { hasZero, doubleZero, counts }: ZeroCounts<Row>,
): readonly Addition[] {
  check({ add }, (value) => value >= 0 && Number.isFinite(value), "a number not below 0");
  const target = choose<ZeroCellTarget>("to", zeroCellTargets, to);
  const isDouble = (row: Row) => doubleZero?.holds(row) ?? false;
  const drops = (row: Row) => dropDoubleZero && isDouble(row);
  const anyHasZero = rows.some((row) => hasZero(row) && !drops(row));
  return rows.map((row) => {
    if (drops(row)) return { added: 0, dropped: true, rules: [`dropped: ${doubleZero?.label}`] };
    const added = target.applies(hasZero(row), anyHasZero) ? add : 0;
    const rules = [
      ...(added > 0 ? [`${added} added to ${counts} (${target.label})`] : []),
      ...(added === 0 && hasZero(row) ? ["a count of 0, left as it is"] : []),
      ...(isDouble(row) ? [`kept, with ${doubleZero?.label}`] : []),
    ];
    return { added, dropped: false, rules };
  });
}
