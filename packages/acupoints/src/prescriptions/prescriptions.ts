import { freeze } from "@acumeta/core";
import type { ArmPoints, ConditionGroup, PointsBasis, Trial, Trials } from "@acumeta/trials";

/** The points of a trial's acupuncture, its sham left aside. */
export interface Prescription {
  readonly trialId: string;
  readonly conditionGroup: ConditionGroup;
  /** Patients randomised; null where not known. */
  readonly n: number | null;
  /** WHO codes, each once. */
  readonly codes: readonly string[];
  /** fixed: every patient got these; semi: a list to choose from; null: not said. */
  readonly basis: PointsBasis | null;
}

export interface Prescriptions {
  readonly prescriptions: readonly Prescription[];
  /** Trials whose points are not known, because each patient got others or because they are not printed. */
  readonly withoutPoints: readonly string[];
}

/**
 * The prescription of every trial: the list of trials.csv, else all points of its acupuncture and electroacupuncture arms.
 * Individualised lists are not known and leave their trial in `withoutPoints`.
 *
 * @example
 * import { prescriptionsOf } from "@acumeta/acupoints";
 * import { readTrials } from "@acumeta/trials";
 * const { prescriptions, withoutPoints } = prescriptionsOf(await readTrials("datasets/pain-trials"));
 * prescriptions.find(({ trialId }) => trialId === "cherkin-2009").codes; // => ["BL23", "BL40", "KI3", "GV3", "ASHI"]
 * prescriptions.length + withoutPoints.length; // => 93
 */
export function prescriptionsOf(trials: Trials): Prescriptions {
  const prescriptions = trials.trials.map((trial) => prescriptionOf(trial, trials));
  return freeze({
    prescriptions: prescriptions.filter(({ codes }) => codes.length > 0),
    withoutPoints: prescriptions.filter(({ codes }) => codes.length === 0).map(({ trialId }) => trialId),
  });
}

function prescriptionOf(trial: Trial, { arms, armPoints }: Trials): Prescription {
  const { trialId, conditionGroup, nRandomised: n } = trial;
  const verum = new Set(
    arms
      .filter((arm) => arm.trialId === trialId && (arm.kind === "acupuncture" || arm.kind === "electroacupuncture"))
      .map(({ arm }) => arm),
  );
  const ofArms = armPoints.filter((row) => row.trialId === trialId && verum.has(row.arm) && isKnown(row.basis));
  const isListed = trial.points.length > 0 && isKnown(trial.pointsBasis);
  const codes = isListed ? trial.points : ofArms.flatMap(({ points }) => points);
  return {
    trialId,
    conditionGroup,
    n,
    codes: [...new Set(codes)],
    basis: isListed ? trial.pointsBasis : basisOf(ofArms),
  };
}

function isKnown(basis: PointsBasis | null): boolean {
  return basis !== "individualised";
}

/** Fixed only where every arm's list is. */
function basisOf(rows: readonly ArmPoints[]): PointsBasis | null {
  if (rows.length === 0) return null;
  return rows.every(({ basis }) => basis === "fixed")
    ? "fixed"
    : (rows.find(({ basis }) => basis !== "fixed")?.basis ?? null);
}
