import { z } from "zod";
import { type Columns, checkTable, type Table } from "../table/table.js";

export interface FrictionlessField {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly constraints?: Readonly<Record<string, unknown>>;
}

export interface FrictionlessSchema {
  readonly fields: readonly FrictionlessField[];
  readonly missingValues: readonly string[];
  readonly primaryKey?: readonly string[];
  readonly foreignKeys?: readonly ForeignKey[];
}

export interface ForeignKey {
  readonly fields: readonly string[];
  readonly reference: { readonly resource: string; readonly fields: readonly string[] };
}

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly anyOf?: readonly JsonSchema[];
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly frictionless?: { readonly type: string; readonly pattern?: string };
}

/**
 * The Table Schema (specs.frictionlessdata.io) of a table, from the zod schemas of its columns.
 *
 * @example
 * import { frictionlessSchema, tables } from "@acumeta/trials";
 * const schema = frictionlessSchema(tables.arms);
 * schema.primaryKey; // => ["trial_id", "arm"]
 * schema.fields.find(({ name }) => name === "arm").type; // => "string"
 */
export function frictionlessSchema<C extends Columns>(
  table: Table<C>,
  foreignKeys: readonly ForeignKey[] = [],
): FrictionlessSchema {
  checkTable(table);
  const canBeBlank = (name: string) => table.columns[name]!.safeParse("").success;
  const isIdentity = table.key.length > 0 && !table.key.some(canBeBlank);
  return {
    fields: Object.entries(table.columns).map(([name, schema]) => field(name, schema, canBeBlank(name))),
    missingValues: [""],
    ...(isIdentity ? { primaryKey: table.key } : {}),
    ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
  };
}

function field(name: string, schema: z.ZodType, optional: boolean): FrictionlessField {
  const whole = z.toJSONSchema(schema, { io: "output", unrepresentable: "any" }) as JsonSchema;
  const value = whole.anyOf?.find(({ type }) => type !== "null") ?? whole;
  const { type, pattern } = whole.frictionless ?? { type: typeOf(value), pattern: value.pattern };
  const constraints = {
    ...(optional ? {} : { required: true }),
    ...(value.enum === undefined ? {} : { enum: value.enum }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(isNumeric(type) ? limits(value) : {}),
  };
  return {
    name,
    type,
    description: whole.description ?? "",
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  };
}

function typeOf({ type = "string" }: JsonSchema): string {
  return typeof type === "string" ? type : (type.find((one) => one !== "null") ?? "string");
}

function isNumeric(type: string): boolean {
  return type === "number" || type === "integer";
}

function limits({ minimum, exclusiveMinimum, maximum }: JsonSchema): Record<string, number> {
  return {
    ...(minimum === undefined || minimum === Number.MIN_SAFE_INTEGER ? {} : { minimum }),
    ...(exclusiveMinimum === undefined ? {} : { exclusiveMinimum }),
    ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? {} : { maximum }),
  };
}
