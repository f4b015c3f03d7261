import type { Field, Resource, Row, Table } from "./package.ts";

/**
 * What of a table contradicts its own Table Schema (specs.frictionlessdata.io/table-schema), as sentences. It knows
 * nothing of the library's readers: a second opinion on the same files.
 */
export function validateTable(resource: Resource, tables: ReadonlyMap<string, Table>): readonly string[] {
  const table = tables.get(resource.name);
  if (table === undefined) return [`${resource.path}: not read`];
  return [
    ...headerProblems(resource, table),
    ...table.rows.flatMap((row, i) =>
      resource.schema.fields.flatMap((field) =>
        cellProblems(field, row[field.name] ?? "").map((found) => `${resource.path}:${i + 2} ${field.name}: ${found}`),
      ),
    ),
    ...keyProblems(resource, table),
    ...referenceProblems(resource, table, tables),
  ];
}

function headerProblems({ path, schema }: Resource, { header }: Table): readonly string[] {
  const wanted = schema.fields.map(({ name }) => name).join();
  return header.join() === wanted ? [] : [`${path}: the header is ${header.join()}, not ${wanted}`];
}

function cellProblems({ type, constraints = {} }: Field, text: string): readonly string[] {
  const { required, enum: allowed, pattern, minimum, maximum } = constraints;
  if (text === "") return required ? ["blank"] : [];
  if (!isOfType(type, text)) return [`"${text}" is no ${type}`];
  return [
    ...(text !== text.trim() ? [`"${text}" has spaces around it`] : []),
    ...(allowed !== undefined && !allowed.includes(text) ? [`"${text}" is not one of ${allowed.join(", ")}`] : []),
    ...(pattern !== undefined && !new RegExp(`^(?:${pattern})$`).test(text) ? [`"${text}" is not ${pattern}`] : []),
    ...(minimum !== undefined && Number(text) < minimum ? [`${text} < ${minimum}`] : []),
    ...(maximum !== undefined && Number(text) > maximum ? [`${text} > ${maximum}`] : []),
  ];
}

function isOfType(type: string, text: string): boolean {
  if (type === "string") return true;
  if (type === "integer") return /^[+-]?\d+$/.test(text);
  if (type === "number") return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text);
  throw new RangeError(`the tables have no fields of type ${type}`);
}

function keyProblems({ path, schema: { primaryKey = [] } }: Resource, { rows }: Table): readonly string[] {
  const key = names(primaryKey);
  if (key.length === 0) return [];
  const seen = new Set<string>();
  return rows.flatMap((row, i) => {
    const value = keyOf(row, key);
    const found = [
      ...(seen.has(value) ? [`${path}:${i + 2} the key ${value} again`] : []),
      ...(key.some((name) => row[name] === "") ? [`${path}:${i + 2} a blank in the key`] : []),
    ];
    seen.add(value);
    return found;
  });
}

function referenceProblems(
  { path, schema: { foreignKeys = [] } }: Resource,
  { rows }: Table,
  tables: ReadonlyMap<string, Table>,
): readonly string[] {
  return foreignKeys.flatMap(({ fields, reference }) => {
    const target = tables.get(reference.resource);
    if (target === undefined) return [`${path}: no resource ${reference.resource}`];
    const known = new Set(target.rows.map((row) => keyOf(row, names(reference.fields))));
    return rows.flatMap((row, i) => {
      const value = keyOf(row, names(fields));
      return known.has(value) ? [] : [`${path}:${i + 2} ${value} is not in ${reference.resource}`];
    });
  });
}

function names(fields: string | readonly string[]): readonly string[] {
  return typeof fields === "string" ? [fields] : fields;
}

function keyOf(row: Row, fields: readonly string[]): string {
  return JSON.stringify(fields.map((name) => row[name]));
}
