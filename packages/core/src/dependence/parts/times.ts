import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import type { Row } from "../../multilevel/random/columns.js";
import { numbersOf } from "../numbersOf.js";
import type { AssumedTimes } from "../options.js";
import { type Part, unused } from "./part.js";

/** Effects at different times: a first-order autoregressive process in continuous time, φ^|difference|. */
export function timesPart(effects: readonly Row[], time: AssumedTimes | undefined): Part {
  if (time === undefined) return unused;
  const { column, autocorrelation } = time;
  if (typeof autocorrelation !== "number" || !(autocorrelation >= 0 && autocorrelation < 1))
    throw metaError(
      messages.correlationOutOfRange({
        option: "time.autocorrelation",
        found: autocorrelation,
        allowed: "a number from 0 up to, but without, 1",
      }),
    );
  const at = numbersOf(effects, column, {
    holds: Number.isFinite,
    allowed: "a number in every effect: weeks, for instance",
  });
  return {
    tellsApart: (i, j) => at[i] !== at[j],
    correlation: (i, j) => autocorrelation ** Math.abs(at[i]! - at[j]!),
  };
}
