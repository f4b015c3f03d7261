import type { Arm } from "../schema/rows.js";
import { type ComparedArms, isAcupuncture, isSham } from "./comparedArms.js";
import { agreed, notAsked, type Reading, reading } from "./reading.js";
import { shamText } from "./shamText.js";
import { saidOfPlace } from "./shamWords.js";

type Place = "same" | "elsewhere";
type OfArm = Pick<Reading<Place>, "value" | "rules">;
const unknown: OfArm = { value: null, rules: [] };

/**
 * Whether the sham was at the points of the treatment: by its list of points, if it has one (all of them points of the
 * treatment, or none; of some it stays unknown), else by what its description plainly says. Lists rated low say nothing.
 */
export function shamPoints(trial: ComparedArms): Reading<Place> {
  const shams = trial.compared.filter(isSham);
  if (shams.length === 0) return notAsked;
  const found = shams.map((sham) => ofArm(trial, sham));
  return reading(
    agreed(found.map(({ value }) => value)),
    found.flatMap(({ rules }) => rules),
  );
}

function ofArm(trial: ComparedArms, sham: Arm): OfArm {
  const own = listOf(trial, sham);
  const treatment = pointsOfTreatment(trial);
  if (own.length > 0 && treatment.length > 0) return byList(own, treatment);
  const said = saidOfPlace(shamText(trial, sham));
  return said === null
    ? unknown
    : { value: said.value, rules: [`shamPoints: ${said.value}, from the words "${said.words}"`] };
}

function byList(own: readonly string[], treatment: readonly string[]): OfArm {
  const shared = own.filter((point) => treatment.includes(point)).length;
  if (shared > 0 && shared < own.length) return unknown;
  const value = shared === 0 ? "elsewhere" : "same";
  return { value, rules: [`shamPoints: ${value}, from the lists of points`] };
}

function pointsOfTreatment(trial: ComparedArms): readonly string[] {
  const arms = trial.compared.filter(isAcupuncture);
  const listed = arms.flatMap((arm) => listOf(trial, arm));
  return listed.length > 0 || trial.trial.pointsTrust === "low" ? listed : trial.trial.points;
}

function listOf({ prescriptions }: ComparedArms, { arm }: Arm): readonly string[] {
  return prescriptions.filter((row) => row.arm === arm && row.trust !== "low").flatMap(({ points }) => points);
}
