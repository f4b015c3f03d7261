import { compareArms, freeze, type NetworkEffect } from "@acumeta/core";
import { checkArgument, isObject } from "../problems/checkArgument.js";
import type { Problem } from "../problems/problem.js";
import { collectTable } from "../read/collectTable.js";
import { trialsRefused } from "../read/trialsRefused.js";
import type { RowOf, Table } from "../table/table.js";
import { rowFindings } from "./messages.js";
import { comparisonsTable, networkArmsTable } from "./networkTables.js";

/** The scales that a file of comparisons may be on. */
type NetworkMeasure = NetworkEffect["measure"];

/** How to read a network. */
export interface ParseNetworkOptions {
  /**
   * Of comparisons the scale that they are on, "SMD" unless given; of arms how to compare them: "SMD" or "MD" of means, "logOR",
   * "logRR" or "RD" of events; "SMD" and "logOR" unless given.
   */
  readonly measure?: NetworkMeasure;
  /** The file's name in messages, without ".csv". */
  readonly name?: string;
}

/**
 * The comparisons of a network from the text of one CSV file, ready for `network()`: with columns study, treat1, treat2, yi and se
 * (or vi) a row for each comparison, or with study, treatment, n and mean and sd, or events, a row for each arm. Further columns of
 * comparisons are kept, as moderators.
 *
 * Throws a `TrialsRefused` that tells everything wrong in the file, with its line.
 *
 * @example
 * import { network } from "@acumeta/core";
 * import { parseNetwork } from "@acumeta/trials";
 * const csv = "study,treat1,treat2,yi,se\nA,acupuncture,sham,-0.3,0.14\nB,acupuncture,waiting,-0.8,0.2\n";
 * const effects = await parseNetwork(csv);
 * network(effects, { tau2: "EE" }).treatments.map(({ name }) => name); // => ["acupuncture", "sham", "waiting"]
 */
export async function parseNetwork(text: string, options: ParseNetworkOptions = {}): Promise<readonly NetworkEffect[]> {
  checkArgument(typeof text === "string", { argument: "text", found: text, allowed: "the text of a CSV file" });
  checkArgument(isObject(options), { argument: "options", found: options, allowed: "{ measure, name }" });
  const { measure, name = "network" } = options;
  const [header = ""] = text.split(/\r?\n/, 1);
  const names = header
    .toLowerCase()
    .split(/[,;\t]/)
    .map((cell) =>
      cell
        .trim()
        .replaceAll('"', "")
        .replace(/^\uFEFF/, ""),
    );
  if (names.includes("treat1")) return fromComparisons(text, measure ?? "SMD", name);
  if (names.includes("treatment")) return fromArms(text, measure, name);
  throw trialsRefused([{ file: `${name}.csv`, line: 1, column: null, ...rowFindings.noNetwork() }]);
}

async function rowsOf<C extends Table["columns"]>(table: Table<C>, text: string, name: string) {
  const { rows, problems } = await collectTable({ ...table, name }, text);
  if (problems.some(({ severity }) => severity === "error")) throw trialsRefused(problems);
  return rows as readonly (RowOf<C> & {
    readonly origin: { readonly unknownColumns: Readonly<Record<string, string>> };
  })[];
}

async function fromComparisons(text: string, measure: NetworkMeasure, name: string): Promise<readonly NetworkEffect[]> {
  const rows = await rowsOf(comparisonsTable, text, name);
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

async function fromArms(
  text: string,
  measure: NetworkMeasure | undefined,
  name: string,
): Promise<readonly NetworkEffect[]> {
  const rows = await rowsOf(networkArmsTable, text, name);
  const isEvents = rows.every(({ events, mean }) => events !== null && mean === null);
  if (!isEvents && rows.some(({ mean }) => mean === null)) {
    const problem: Problem = { file: `${name}.csv`, line: null, column: "events", ...rowFindings.mixedOutcomes() };
    throw trialsRefused([problem]);
  }
  if (isEvents) {
    const arms = rows.map(({ study, treatment, n, events }) => ({ study, treatment, n, a: events! }));
    return compareArms(arms, { measure: (measure ?? "logOR") as "logOR" });
  }
  const arms = rows.map(({ study, treatment, n, mean, sd }) => ({ study, treatment, n, mean: mean!, sd: sd! }));
  return compareArms(arms, { measure: (measure ?? "SMD") as "SMD" });
}
