import type { NetworkEffect } from "@acumeta/core";
import { isSource, type Source } from "../csv/source.js";
import { wholeText } from "../csv/wholeText.js";
import { checkArgument, isObject } from "../problems/checkArgument.js";
import { fileMessages } from "../problems/messages.js";
import { trialsRefused } from "../read/trialsRefused.js";
import { fileArms } from "./fileArms.js";
import { fileComparisons } from "./fileComparisons.js";
import { rowFindings } from "./messages.js";
import { lowerHeader } from "./networkFile.js";

/** How to read a network. */
export interface ParseNetworkOptions {
  /**
   * Of comparisons the scale that they are on, "SMD" unless given; of arms how to compare them: "SMD", "MD" or "ROM" of means,
   * "logOR", "logRR", "RD" or "AS" of events; "SMD" and "logOR" unless given.
   */
  readonly measure?: NetworkEffect["measure"];
  /** The file's name in messages, without ".csv". */
  readonly name?: string;
}

/**
 * The comparisons of a network from the text of one CSV file, or a stream of it, ready for `network()`: with columns study, treat1, treat2, yi and se
 * (or vi) a row for each comparison, or with study, treatment, n and mean and sd, or events, a row for each arm. Further columns of
 * comparisons are kept, as moderators.
 *
 * Throws a `TrialsRefused` that tells everything wrong in the file, with its line, and `WRONG_MEASURE` where arms don't report what
 * the measure compares.
 *
 * @example
 * import { network } from "@acumeta/core";
 * import { parseNetwork } from "@acumeta/trials";
 * const csv = "study,treat1,treat2,yi,se\nA,acupuncture,sham,-0.3,0.14\nB,acupuncture,waiting,-0.8,0.2\n";
 * const effects = await parseNetwork(csv);
 * network(effects, { tau2: "EE" }).treatments.map(({ name }) => name); // => ["acupuncture", "sham", "waiting"]
 */
export async function parseNetwork(csv: Source, options: ParseNetworkOptions = {}): Promise<readonly NetworkEffect[]> {
  checkArgument(isSource(csv), { argument: "csv", found: csv, allowed: "the text of a CSV file, or a stream of it" });
  checkArgument(isObject(options), { argument: "options", found: options, allowed: "{ measure, name }" });
  const { measure, name = "network" } = options;
  const text = await wholeText(csv);
  if (text === null)
    throw trialsRefused([{ file: `${name}.csv`, line: null, column: null, ...fileMessages.notUtf8() }]);
  const file = { ...lowerHeader(text), name, measure };
  if (file.header.includes("treat1")) return fileComparisons(file);
  if (file.header.includes("treatment")) return fileArms(file);
  throw trialsRefused([{ file: `${name}.csv`, line: 1, column: null, ...rowFindings.noNetwork() }]);
}
