import { readdirSync, readFileSync } from "node:fs";
import Papa from "papaparse";

/** The parts of a datapackage.json that the checks here read; written from the specification, not from our types. */
export interface DataPackage {
  readonly name: string;
  readonly resources: readonly Resource[];
}

export interface Resource {
  readonly name: string;
  readonly path: string;
  readonly schema: TableSchema;
}

interface TableSchema {
  readonly fields: readonly Field[];
  readonly missingValues?: readonly string[];
  readonly primaryKey?: string | readonly string[];
  readonly foreignKeys?: readonly ForeignKey[];
}

export interface Field {
  readonly name: string;
  readonly type: string;
  readonly constraints?: {
    readonly required?: boolean;
    readonly unique?: boolean;
    readonly enum?: readonly string[];
    readonly pattern?: string;
    readonly minimum?: number;
    readonly maximum?: number;
  };
}

interface ForeignKey {
  readonly fields: string | readonly string[];
  readonly reference: { readonly resource: string; readonly fields: string | readonly string[] };
}

export type Row = Readonly<Record<string, string>>;

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly Row[];
}

export const datasets: URL = new URL("../../datasets/", import.meta.url);

export const folders: readonly string[] = readdirSync(datasets, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

export function readPackage(folder: string): DataPackage {
  return JSON.parse(readFileSync(new URL(`${folder}/datapackage.json`, datasets), "utf8"));
}

/** A table as it stands in the file: texts only. */
function readCsv(folder: string, { path }: Resource): Table {
  return parseCsv(readFileSync(new URL(`${folder}/${path}`, datasets), "utf8"));
}

export function parseCsv(text: string): Table {
  const { data, errors, meta } = Papa.parse<Row>(text, { header: true, delimiter: ",", skipEmptyLines: true });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return { header: meta.fields ?? [], rows: data };
}

export function allTables(folder: string): ReadonlyMap<string, Table> {
  return new Map(readPackage(folder).resources.map((resource) => [resource.name, readCsv(folder, resource)]));
}
