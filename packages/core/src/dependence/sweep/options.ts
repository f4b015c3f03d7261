import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import type { MultilevelOptions } from "../../multilevel/options.js";
import type { AssumedCovarianceOptions, AssumedOutcomes, AssumedTimes } from "../options.js";

/** The assumption that a sweep varies. */
export type VariedPart = "correlation" | "outcome" | "time";

/** What to assume at every step; the value that is varied need not be given. */
export interface SweptDependence extends Omit<AssumedCovarianceOptions, "outcome" | "time"> {
  readonly outcome?: Pick<AssumedOutcomes, "column"> & Partial<AssumedOutcomes>;
  readonly time?: Pick<AssumedTimes, "column"> & Partial<AssumedTimes>;
}

/** How to fit at each correlation: options of {@link multilevel}, and what to assume besides. */
export interface OverCorrelationsOptions extends Omit<MultilevelOptions, "V"> {
  /** Only the cluster, "study", unless given. */
  readonly dependence?: SweptDependence;
  /** The part whose correlation is varied; to be given where `dependence` holds several. */
  readonly vary?: VariedPart;
}

/** Refuses what is no object of options, and a `V`, since that is what is varied. */
export function checkSweep(options: OverCorrelationsOptions): void {
  if (typeof options !== "object" || options === null) throw metaError(messages.notOptions({ found: options }));
  if ("V" in options)
    throw metaError(
      messages.unknownOption({
        found: "V",
        known: ["dependence", "vary", "the options of multilevel but for V"],
        meant: "dependence, from which V is made",
      }),
    );
  const { dependence = {} } = options;
  if (typeof dependence !== "object" || dependence === null)
    throw metaError(
      messages.badAssumption({
        option: "dependence",
        found: dependence,
        example: '{ cluster: "study", outcome: { column: "outcome" } }',
      }),
    );
}

/** The part to vary: the one that is named or, where `dependence` holds one or none, that one or "correlation". */
export function variedPart({ dependence = {}, vary }: OverCorrelationsOptions): VariedPart {
  const given = (["outcome", "time", "correlation"] as const).filter((part) => dependence[part] !== undefined);
  const parts = [...new Set([...given, "correlation" as const])];
  const varied = vary ?? (given.length < 2 ? parts[0]! : undefined);
  if (varied !== undefined && parts.includes(varied)) return varied;
  throw metaError(messages.varyWhat({ found: vary, parts }));
}

/** The assumptions with one correlation in the place of the part that is varied. */
export function assuming(
  dependence: SweptDependence,
  varied: VariedPart,
  correlation: number,
): AssumedCovarianceOptions {
  const changed = {
    correlation: { correlation },
    outcome: { outcome: { ...dependence.outcome, correlation } },
    time: { time: { ...dependence.time, autocorrelation: correlation } },
  }[varied];
  return { ...dependence, ...changed } as AssumedCovarianceOptions;
}
