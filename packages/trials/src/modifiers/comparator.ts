import type { ArmKind } from "../schema/kinds.js";
import type { ComparedArms } from "./comparedArms.js";
import type { ComparatorName } from "./modifiers.js";
import { agreed, notAsked, type Reading, reading } from "./reading.js";

const names: Readonly<Partial<Record<ArmKind, ComparatorName>>> = {
  sham: "sham",
  "no-treatment": "no treatment",
  "waiting-list": "no treatment",
  "usual-care": "usual care",
  active: "another treatment",
};

/** What the second side received; of no meaning where that was acupuncture. */
export function comparator({ against }: ComparedArms): Reading<ComparatorName> {
  const found = against.map(({ kind }) => names[kind] ?? null);
  return found.every((name) => name === null) ? notAsked : reading(agreed(found));
}
