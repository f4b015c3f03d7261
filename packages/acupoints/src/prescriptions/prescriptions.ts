import { freeze } from "@acumeta/core";
import {
  type ArmPoints,
  type ConditionGroup,
  type PointsBasis,
  type Trial,
  type Trials,
  type Trust,
  trustLevels,
} from "@acumeta/trials";
import { checkArgument, checkOptionsObject, hasLists } from "../checkArgument.js";

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
  /** Trials whose list is trusted less than asked for. */
  readonly untrusted: readonly string[];
}

export interface PrescriptionOptions {
  /** Lists rated lower than this are left out; "medium" unless given. Lists that are not rated count. */
  readonly minimumTrust?: Trust;
}

/**
 * The prescription of every trial: the list of trials.csv, else all points of its acupuncture and electroacupuncture arms.
 * Individualised lists are not known and leave their trial in `withoutPoints`; lists that are rated low (read from a
 * third party's extraction, not from the paper) leave it in `untrusted`. Throws `WRONG_ARGUMENT`.
 *
 * @example
 * import { prescriptionsOf } from "@acumeta/acupoints";
 * import { readTrials } from "@acumeta/trials";
 * const { prescriptions, withoutPoints, untrusted } = prescriptionsOf(await readTrials("datasets/pain-trials"));
 * prescriptions.find(({ trialId }) => trialId === "cherkin-2009").codes; // => ["BL23", "BL40", "KI3", "GV3", "ASHI"]
 * prescriptions.length + withoutPoints.length + untrusted.length; // => 93
 */
export function prescriptionsOf(trials: Trials, options: PrescriptionOptions = {}): Prescriptions {
  const isTrials = hasLists(trials, ["trials", "arms", "armPoints"]);
  checkArgument(isTrials, "trials", trials, "the tables that readTrials or parseTrials gives");
  checkOptionsObject(options);
  const { minimumTrust = "medium" } = options;
  checkArgument(trustLevels.includes(minimumTrust), "minimumTrust", minimumTrust, trustLevels.join(", "));
  const found = trials.trials.map((trial) => prescriptionOf(trial, trials));
  const isTrusted = ({ trust }: Found) =>
    trust === null || trustLevels.indexOf(trust) <= trustLevels.indexOf(minimumTrust);
  const [listed, unlisted] = [
    found.filter(({ codes }) => codes.length > 0),
    found.filter(({ codes }) => codes.length === 0),
  ];
  return freeze({
    prescriptions: listed.filter(isTrusted).map(({ trust, ...prescription }) => prescription),
    withoutPoints: unlisted.map(({ trialId }) => trialId),
    untrusted: listed.filter((one) => !isTrusted(one)).map(({ trialId }) => trialId),
  });
}

interface Found extends Prescription {
  readonly trust: Trust | null;
}

function prescriptionOf(trial: Trial, { arms, armPoints }: Trials): Found {
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
    trust: isListed ? trial.pointsTrust : lowestTrust(ofArms),
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

function lowestTrust(rows: readonly ArmPoints[]): Trust | null {
  const rated = rows.flatMap(({ trust }) => (trust === null ? [] : [trustLevels.indexOf(trust)]));
  return rated.length === 0 ? null : trustLevels[Math.max(...rated)]!;
}
