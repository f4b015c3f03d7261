import type { tables } from "../schema/tables.js";
import type { PartialRow } from "../table/table.js";

/** All tables as read; rows of a table whose cells could not all be read lack some values. */
export type DraftTables = {
  readonly [Name in keyof typeof tables]: readonly PartialRow<(typeof tables)[Name]["columns"]>[];
};
