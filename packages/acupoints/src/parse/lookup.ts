import type { Point } from "../vocabulary/point.js";
import { points } from "../vocabulary/points.js";
import { aliasRows } from "../vocabulary/vocabulary.generated.js";
import { compact } from "./compact.js";

/** Points by compact code: "BL23", "EXUE7". */
export const byCode: ReadonlyMap<string, Point> = new Map(points.map((point) => [compact(point.code), point]));

const namings = [
  ...points.flatMap((point) =>
    [point.name, point.han.traditional, point.han.simplified].map((name) => [compact(name), point] as const),
  ),
  ...aliasRows.flatMap(([kind, alias, standard]) => {
    const point = byCode.get(compact(standard));
    return kind === "name" && point !== undefined ? [[compact(alias), point] as const] : [];
  }),
];

/** Points by compact name; some names are those of two points (Zhongdu: LR6 and GB32). */
export const byName: ReadonlyMap<string, readonly Point[]> = namings.reduce((map, [name, point]) => {
  const sameName = map.get(name) ?? [];
  return sameName.includes(point) ? map : map.set(name, [...sameName, point]);
}, new Map<string, readonly Point[]>());

/** Channels by prefix; what an English text means comes before what a French or Italian one does ("P": PC, not LU). */
export const channelOf: ReadonlyMap<string, string> = new Map(
  [...aliasRows]
    .filter(([kind]) => kind === "prefix")
    .sort((a, b) => Number(isEnglish(a[3])) - Number(isEnglish(b[3])))
    .map(([, alias, standard]) => [alias.toUpperCase(), standard]),
);

function isEnglish(system: string): boolean {
  return system.includes("English") || system.includes("trial");
}
