import type { GroupInBlock, MarginalBlock } from "./block.js";

/** A group of several rows, with its block and its place among the groups of it. */
interface SharedGroup {
  readonly block: number;
  readonly place: number;
  readonly group: GroupInBlock;
}

/** Groups of one row each, in columns: the row, the term, and the place of the row's level in the diagonal of G. */
export interface LoneRows {
  readonly rows: Int32Array;
  readonly terms: Int32Array;
  readonly places: Int32Array;
}

/** The groups of all blocks, those of one row apart: they are many, and simple. */
export interface SplitGroups {
  readonly shared: readonly SharedGroup[];
  readonly lone: LoneRows;
}

export function splitGroups(blocks: readonly MarginalBlock[]): SplitGroups {
  const shared: SharedGroup[] = [];
  const lone: GroupInBlock[] = [];
  for (let block = 0; block < blocks.length; block++) {
    const { groups } = blocks[block]!;
    for (let place = 0; place < groups.length; place++) {
      const group = groups[place]!;
      if (group.rows.length === 1) lone.push(group);
      else shared.push({ block, place, group });
    }
  }
  return { shared, lone: loneRows(lone) };
}

/** The same of groups of which each has one row. */
export function loneRows(groups: readonly GroupInBlock[]): LoneRows {
  const columns = {
    rows: new Int32Array(groups.length),
    terms: new Int32Array(groups.length),
    places: new Int32Array(groups.length),
  };
  for (let g = 0; g < groups.length; g++) {
    const { rows, term, levels, width } = groups[g]!;
    columns.rows[g] = rows[0]!;
    columns.terms[g] = term;
    columns.places[g] = levels[0]! * (width + 1);
  }
  return columns;
}
