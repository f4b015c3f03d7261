import type { CautionKind, PointKind } from "./point.js";

/** code, pinyin, pinyin with tones, traditional and simplified characters, meridian, its code, number, region, kind. */
export type PointRow = readonly [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  number | null,
  string | null,
  PointKind,
];

/** kind, alias, what it stands for, the system that writes so. */
export type AliasRow = readonly ["prefix" | "name", string, string, string];

/** code, caution, source URL, source note. */
export type CautionRow = readonly [string, CautionKind, string, string];
