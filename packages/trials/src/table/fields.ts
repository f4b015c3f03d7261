import { z } from "zod";
import { resolvePointCode } from "../points/resolvePointCode.js";
import { readNumber } from "./readNumber.js";

/** Limits of a number; `above` and `below` exclude the bound itself. */
export interface Limits {
  readonly min?: number;
  readonly above?: number;
  readonly max?: number;
  readonly integer?: boolean;
}

function bounded({ min, above, max, integer }: Limits) {
  let schema = z.number();
  if (integer === true) schema = schema.int();
  if (min !== undefined) schema = schema.min(min);
  if (above !== undefined) schema = schema.gt(above);
  if (max !== undefined) schema = schema.max(max);
  return schema;
}

const blankToNull = (cell: unknown) => (cell === "" ? null : cell);
const listOf = (cell: unknown) =>
  typeof cell !== "string" ? cell : cell === "" ? [] : cell.split(";").map((item) => item.trim());
/** In a Frictionless schema a list stands as the text it is in the file. */
const listFormat = { frictionless: { type: "string" } };

export const text = () => z.string().min(1);
export const optionalText = () => z.preprocess(blankToNull, z.string().nullable());
/** An identifier: no spaces at its ends, no semicolon (which separates lists). */
export const id = () =>
  z
    .string()
    .min(1, { abort: true })
    .regex(/^[^;\s](?:[^;]*[^;\s])?$/, "an id without semicolons");
export const number = (limits: Limits = {}) => z.preprocess(readNumber, bounded(limits));
export const optionalNumber = (limits: Limits = {}) => z.preprocess(readNumber, bounded(limits).nullable());
export const choice = <const Values extends readonly [string, ...string[]]>(values: Values) => z.enum(values);
export const optionalChoice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.preprocess(blankToNull, z.enum(values).nullable());
/** Text of a pattern, which `expected` says in words. */
export const optionalMatch = (pattern: RegExp, expected: string) =>
  z.preprocess(blankToNull, z.string().regex(pattern, expected).nullable());

/** Ids separated by semicolons: one or more, or none. */
export const idList = () => z.preprocess(listOf, z.array(id()).min(1)).meta(listFormat);
export const optionalIdList = () => z.preprocess(listOf, z.array(id())).meta(listFormat);

/** A number or a printed range: "12", "8-15". */
export const optionalRange = (limits: Limits = {}) =>
  z
    .preprocess(
      (cell) => {
        if (typeof cell !== "string") return cell;
        const [low, high = low, ...more] = cell.split(/\s*[-–]\s*/);
        return cell === "" ? null : more.length > 0 ? cell : { low: readNumber(low), high: readNumber(high) };
      },
      z
        .object({ low: bounded(limits), high: bounded(limits) })
        .refine(({ low, high }) => low <= high)
        .nullable(),
    )
    .meta({ frictionless: { type: "string", pattern: "\\d+(\\.\\d+)?(-\\d+(\\.\\d+)?)?" } });

/** Acupuncture points as WHO codes, separated by semicolons; other codes of a point are read as its WHO code. */
export const pointList = () =>
  z
    .preprocess(listOf, z.array(z.string()))
    .transform((items, context) =>
      items.map((item) => {
        const { code, suggestion } = resolvePointCode(item);
        if (code === null) context.addIssue({ code: "custom", params: { point: item, suggestion } });
        return code ?? item;
      }),
    )
    .meta(listFormat);
