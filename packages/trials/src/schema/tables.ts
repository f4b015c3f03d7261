import { armPointsTable } from "./armPointsTable.js";
import { armsTable } from "./armsTable.js";
import { contrastsTable } from "./contrastsTable.js";
import { outcomesTable } from "./outcomesTable.js";
import { scalesTable } from "./scalesTable.js";
import { trialsTable } from "./trialsTable.js";

/** The tables of a directory of trials, by the name they have in code. */
export const tables = {
  trials: trialsTable,
  arms: armsTable,
  armPoints: armPointsTable,
  outcomes: outcomesTable,
  contrasts: contrastsTable,
  scales: scalesTable,
} as const;
export type TableName = keyof typeof tables;

/** Without these there is nothing to compare. */
export const requiredTables: readonly TableName[] = ["trials", "arms"];
