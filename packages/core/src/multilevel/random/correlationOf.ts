import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { symmetricEigen } from "../../linear/symmetricEigen.js";
import type { KnownCorrelation } from "./randomEffect.js";

/** The known correlations of these levels, row by row, in their order. */
export function correlationOf(levels: readonly string[], { names, matrix }: KnownCorrelation): Float64Array {
  const missing = levels.filter((level) => !names.includes(level));
  if (missing.length > 0) throw metaError(messages.levelsWithoutCorrelation({ missing, names }));
  if (new Set(names).size < names.length) throw metaError(messages.notACorrelationMatrix({ size: names.length }));
  const at = levels.map((level) => names.indexOf(level));
  const out = Float64Array.from(at.flatMap((i) => at.map((j) => matrix[i]?.[j] ?? Number.NaN)));
  const n = levels.length;
  const isUnit = levels.every((_, i) => Math.abs(out[i * n + i]! - 1) < 1e-10);
  const isSymmetric = out.every((each, i) => Math.abs(each - out[(i % n) * n + Math.floor(i / n)]!) < 1e-10);
  if (!out.every(Number.isFinite) || !isUnit || !isSymmetric || symmetricEigen(out, n).values[n - 1]! < -1e-10 * n)
    throw metaError(messages.notACorrelationMatrix({ size: n }));
  return out;
}
