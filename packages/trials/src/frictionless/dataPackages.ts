import { acupointsTable, aliasesTable, cautionsTable } from "../schema/acupointsTables.js";
import { claimsTable } from "../schema/claimsTable.js";
import { publishedPointsTable, publishedPooledTable } from "../schema/publishedTables.js";
import { tables } from "../schema/tables.js";
import type { Columns, Table } from "../table/table.js";
import { type ForeignKey, type FrictionlessSchema, frictionlessSchema } from "./frictionlessSchema.js";

/** A Frictionless Data Package (datapackage.json), version 1 of the specification. */
export interface DataPackage {
  readonly profile: "tabular-data-package";
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly licenses: readonly { readonly name: string; readonly title: string; readonly path: string }[];
  readonly sources: readonly { readonly title: string; readonly path?: string }[];
  readonly resources: readonly Resource[];
}

interface Resource {
  readonly profile: "tabular-data-resource";
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly format: "csv";
  readonly mediatype: "text/csv";
  readonly encoding: "utf-8";
  readonly schema: FrictionlessSchema;
}

const licenses = [
  {
    name: "CC-BY-4.0",
    title: "Creative Commons Attribution 4.0 (the compilation; the facts themselves are free)",
    path: "https://creativecommons.org/licenses/by/4.0/",
  },
];
const rowSources = [{ title: "The papers and tables named in source_url of every row" }];

const trialOf: ForeignKey = { fields: ["trial_id"], reference: { resource: "trials", fields: ["trial_id"] } };
const armOf: ForeignKey = {
  fields: ["trial_id", "arm"],
  reference: { resource: "arms", fields: ["trial_id", "arm"] },
};

function resource<C extends Columns>(table: Table<C>, foreignKeys: readonly ForeignKey[] = []): Resource {
  return {
    profile: "tabular-data-resource",
    name: table.name,
    path: `${table.name}.csv`,
    title: table.title,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    schema: frictionlessSchema(table, foreignKeys),
  };
}

/** The shipped datasets, by folder. */
export const dataPackages: Readonly<Record<string, DataPackage>> = {
  "pain-trials": {
    profile: "tabular-data-package",
    name: "pain-trials",
    title: "Randomised trials of acupuncture for pain",
    description: "Trials, arms, prescriptions, outcomes and printed differences, every row with its source.",
    licenses,
    sources: rowSources,
    resources: [
      resource(tables.trials),
      resource(tables.arms, [trialOf]),
      resource(tables.armPoints, [trialOf, armOf]),
      resource(tables.outcomes, [trialOf, armOf]),
      resource(tables.contrasts, [trialOf]),
      resource(tables.scales),
    ],
  },
  published: {
    profile: "tabular-data-package",
    name: "published",
    title: "Published results on acupuncture for pain",
    description: "Pooled results and rankings of points as reviews printed them, every row with its source.",
    licenses,
    sources: rowSources,
    resources: [resource(publishedPooledTable), resource(publishedPointsTable)],
  },
  claims: {
    profile: "tabular-data-package",
    name: "claims",
    title: "What is claimed about acupuncture for back pain",
    description: "Claims in our words, with the analysis that tests each and the data that a test needs.",
    licenses,
    sources: [{ title: "A widely read article on acupuncture for back pain" }],
    resources: [resource(claimsTable)],
  },
  acupoints: {
    profile: "tabular-data-package",
    name: "acupoints",
    title: "Acupuncture points",
    description: "Points with their names, other ways of writing them, and cautions, every row with its source.",
    licenses,
    sources: [{ title: "WHO standard acupuncture point locations; GB/T 40997-2021; texts named in cautions.csv" }],
    resources: [
      resource(acupointsTable),
      resource(aliasesTable),
      resource(cautionsTable, [{ fields: ["code"], reference: { resource: "acupoints", fields: ["code"] } }]),
    ],
  },
};
