import type { Arm } from "../schema/rows.js";
import { type ComparedArms, isSham } from "./comparedArms.js";
import { agreed, notAsked, type Reading, reading } from "./reading.js";
import { shamText } from "./shamText.js";
import { saidOfSkin } from "./shamWords.js";

/**
 * Whether the needles of the sham went through the skin: `penetrating` of arm-points.csv; for an arm that has no row
 * there, what its description plainly says. "unknown" there stays unknown.
 */
export function shamPenetrates(trial: ComparedArms): Reading<"yes" | "no"> {
  const shams = trial.compared.filter(isSham);
  if (shams.length === 0) return notAsked;
  const found = shams.map((sham) => ofArm(trial, sham));
  return reading(
    agreed(found.map(({ value }) => value)),
    found.flatMap(({ rules }) => rules),
  );
}

function ofArm(trial: ComparedArms, sham: Arm): Pick<Reading<"yes" | "no">, "value" | "rules"> {
  const row = trial.prescriptions.find(({ arm }) => arm === sham.arm);
  if (row !== undefined) return { value: row.penetrating === "unknown" ? null : row.penetrating, rules: [] };
  const said = saidOfSkin(shamText(trial, sham));
  return said === null
    ? { value: null, rules: [] }
    : { value: said.value, rules: [`shamPenetrates: ${said.value}, from the words "${said.words}"`] };
}
