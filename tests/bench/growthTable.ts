import Table from "cli-table3";
import type { Timing } from "./timings.ts";

/** How the time grows with the number of effects or trials: microseconds for each stay the same where growth is linear. */
export function growthTable(timings: readonly Timing[]): string {
  const table = new Table({
    head: ["", "size", "median", "for each"],
    colAligns: ["left", "right", "right", "right"],
    style: { head: [], border: [], compact: true },
  });
  for (const { growth, median } of timings)
    if (growth !== undefined) {
      const each = Number(((1000 * median) / growth.k).toPrecision(3));
      table.push([growth.of, `${growth.k} ${growth.what}`, `${Number(median.toPrecision(3))} ms`, `${each} µs`]);
    }
  return table.toString();
}
