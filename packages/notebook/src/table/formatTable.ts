import { fixed, metaError } from "@acumeta/core";
import { messages } from "../messages.js";
import type { CellValue, TableColumn, TableOptions } from "./column.js";

/** A table as texts, ready to be set in any form. */
export interface TextTable {
  readonly caption: string;
  readonly columns: readonly {
    readonly head: string;
    readonly align: "left" | "right";
    readonly cells: readonly string[];
  }[];
  readonly rows: number;
}

/** Rounds, words and aligns the cells: numbers right, everything else left; nothing for null. */
export function formatTable<Row extends object>(rows: readonly Row[], options: TableOptions<Row>): TextTable {
  const { caption = "", columns = Object.keys(rows[0] ?? {}) } = options;
  const described = columns.map((column) => (typeof column === "string" ? { key: column } : column));
  return { caption, columns: described.map((column) => formatColumn(rows, column)), rows: rows.length };
}

function formatColumn<Row extends object>(rows: readonly Row[], column: TableColumn<Row>) {
  const { key, head = key, value = fieldOf(rows, key) } = column;
  const values = rows.map(value);
  const numbers = values.filter((cell) => typeof cell === "number");
  const digits = column.digits ?? (numbers.every(Number.isInteger) ? 0 : 2);
  if (!(Number.isInteger(digits) && digits >= 0 && digits <= 100)) throw metaError(messages.digitsOutOfRange(digits));
  const textual = values.some((cell) => typeof cell === "string" || typeof cell === "boolean");
  const align = numbers.length > 0 && !textual ? ("right" as const) : ("left" as const);
  return { head, align, cells: values.map((cell) => cellText(cell, digits)) };
}

function fieldOf<Row extends object>(rows: readonly Row[], key: string): (row: Row) => CellValue {
  if (rows.length > 0 && !rows.some((row) => key in row)) {
    throw metaError(messages.unknownColumn(key, [...new Set(rows.flatMap((row) => Object.keys(row)))]));
  }
  return (row) => {
    const value: unknown = Reflect.get(row, key);
    return typeof value === "object" && value !== null ? JSON.stringify(value) : (value as CellValue);
  };
}

function cellText(value: CellValue, digits: number): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value;
  return fixed(value, digits);
}
