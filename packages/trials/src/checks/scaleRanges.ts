import { rowMessages, tableMessages } from "../problems/messages.js";
import type { Finding, Problem } from "../problems/problem.js";
import type { DraftTables } from "./draft.js";

type OutcomeDraft = DraftTables["outcomes"][number];
type ScaleDraft = DraftTables["scales"][number];

/**
 * Outcomes that their scale does not allow: means outside its range, changes larger than it, standard deviations
 * above (max − min)/2 · √(n/(n − 1)), the largest of n values in a range (twice that for changes), another good end.
 */
export function scaleRanges({ outcomes, scales }: DraftTables): readonly Problem[] {
  const byName = new Map([...scales].reverse().map((scale) => [scale.scale, scale])); // of duplicates, the first
  return outcomes.flatMap((row) => {
    const scale = row.scale === undefined ? undefined : byName.get(row.scale);
    if (scale === undefined) return [];
    return findings(row, scale).map((finding) => ({ file: row.origin.file, line: row.origin.line, ...finding }));
  });
}

function findings(row: OutcomeDraft, scale: ScaleDraft): readonly (Finding & { column: string })[] {
  const found: (Finding & { column: string })[] = [];
  const { mean, sd, n, kind } = row;
  const { minimum, maximum, better } = scale;
  if (row.better !== undefined && better !== undefined && row.better !== better)
    found.push({ column: "better", ...tableMessages.betterDisagrees(row.better, row.scale!, better) });
  if (minimum == null || maximum == null || minimum >= maximum || kind == null) return found;
  const range = maximum - minimum;
  const [low, high] = kind === "change" ? [-range, range] : [minimum, maximum];
  if (mean != null && (mean < low || mean > high))
    found.push({ column: "mean", ...rowMessages.meanOutsideScale(mean, row.scale!, low, high) });
  const largest = ((high - low) / 2) * (n != null && n > 1 ? Math.sqrt(n / (n - 1)) : Math.SQRT2);
  if (sd != null && sd > largest) found.push({ column: "sd", ...rowMessages.sdImpossible(sd, largest) });
  return found;
}
