import { freeze, type NetworkEffect } from "@acumeta/core";
import { repeatedComparisons } from "./betweenRows.js";
import { rowFindings } from "./messages.js";
import { type NetworkFile, rowsOf } from "./networkFile.js";
import { comparisonsTable } from "./networkTables.js";

/** The comparisons of a file that has a row for each. */
export async function fileComparisons(file: NetworkFile): Promise<readonly NetworkEffect[]> {
  const { header, measure = "SMD" } = file;
  const hasVariance = header.includes("vi") || header.includes("se");
  const rows = await rowsOf(comparisonsTable, file, {
    noColumns: hasVariance ? null : { column: "se", ...rowFindings.noVarianceColumn() },
    code: "NO_VARIANCE",
    betweenRows: repeatedComparisons,
  });
  return freeze(
    rows.map(({ study, treat1, treat2, yi, vi, se, n1, n2, origin }) => ({
      ...moderators(origin.unknownColumns),
      study,
      measure,
      treat1,
      treat2,
      yi,
      vi: vi ?? se! ** 2,
      ...(n1 !== null && { n1 }),
      ...(n2 !== null && { n2 }),
    })),
  );
}

/** Further columns: numbers where every character says so. */
function moderators(columns: Readonly<Record<string, string>>): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    Object.entries(columns).map(([column, cell]) => {
      const value = Number(cell);
      return [column, cell.trim() === "" || !Number.isFinite(value) ? cell : value];
    }),
  );
}
