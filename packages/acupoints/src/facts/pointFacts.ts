import { freeze, metaError } from "@acumeta/core";
import type { Trials } from "@acumeta/trials";
import { checkArgument, hasLists } from "../checkArgument.js";
import { pointTrials } from "../model/pointTrials.js";
import { prescriptionsOf } from "../prescriptions/prescriptions.js";
import { findPoint } from "../vocabulary/findPoint.js";
import type { Point } from "../vocabulary/point.js";

/** A trial that used a point. */
export interface PointInTrial {
  readonly trialId: string;
  readonly study: string;
  readonly condition: string;
  /** Other points of its list. */
  readonly others: number;
  /** Its effect, SMD in favour of acupuncture, against what; null where it has none that can be compared. */
  readonly effect: {
    readonly against: "sham" | "untreated";
    readonly estimate: number;
    readonly se: number;
  } | null;
}

/** The frozen, JSON-serialisable result of {@link pointFacts}. */
export interface PointFacts {
  readonly point: Point;
  readonly trials: readonly PointInTrial[];
  /** What the effects do and don't say. */
  readonly certainty: string;
}

/**
 * Facts of a point: where it is, what teaching texts warn of, which trials used it, and what effects those trials found. The effects
 * are those of whole treatments of many points: they are no effects of the point, and nothing here is advice to treat.
 *
 * Throws `WRONG_ARGUMENT`, and `UNKNOWN_POINT` for what the vocabulary does not have.
 *
 * @param name A code or a name: "BL23", "UB23", "Shenshu".
 *
 * @example
 * import { pointFacts } from "@acumeta/acupoints";
 * import { readTrials } from "@acumeta/trials";
 * const facts = pointFacts(await readTrials("datasets/pain-trials"), "Shenshu");
 * facts.point.code; // => "BL23"
 * facts.point.region; // => "lumbar"
 * facts.trials.some(({ trialId }) => trialId === "cherkin-2009"); // => true
 */
export function pointFacts(trials: Trials, name: string): PointFacts {
  checkArgument(
    hasLists(trials, ["trials", "arms", "armPoints"]),
    "trials",
    trials,
    "the tables that readTrials gives",
  );
  const point = typeof name === "string" ? findPoint(name) : null;
  if (point === null) throw metaError(unknownPoint(name));
  const titles = new Map(trials.trials.map(({ trialId, citation }) => [trialId, citation]));
  const effects = new Map(pointTrials(trials).trials.map((trial) => [trial.trialId, trial]));
  const used = prescriptionsOf(trials).prescriptions.filter(({ codes }) => codes.includes(point.code));
  const list = used.map(({ trialId, conditionGroup, codes }): PointInTrial => {
    const found = effects.get(trialId);
    return {
      trialId,
      study: titles.get(trialId)!,
      condition: conditionGroup,
      others: codes.length - 1,
      effect: found === undefined ? null : { against: found.comparator, estimate: found.yi, se: found.standardError },
    };
  });
  return freeze<PointFacts>({ point, trials: list, certainty: certaintyOf(point.code, list) });
}

function certaintyOf(code: string, trials: readonly PointInTrial[]): string {
  const withEffect = trials.filter(({ effect }) => effect !== null);
  const alone = trials.filter(({ others }) => others === 0).length;
  if (trials.length === 0) return `No trial of these tables lists ${code}.`;
  return (
    `${trials.length} trials list ${code}, ${withEffect.length} of them with an effect, ${alone} without other points. Each effect is ` +
    `that of a whole treatment${alone === 0 ? " with other points too" : ""}: what ${code} itself adds to it takes a model of all points at once, and trials that can tell it from the others.`
  );
}

const unknownPoint = (found: unknown) => ({
  code: "UNKNOWN_POINT",
  where: { option: "name" },
  found: JSON.stringify(found) ?? String(found),
  allowed: 'a code or a name of an acupuncture point, as "BL23", "UB23" or "Shenshu"',
  mend: "Look it up in datasets/acupoints/acupoints.csv and aliases.csv.",
});
