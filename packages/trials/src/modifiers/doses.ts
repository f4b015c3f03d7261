import type { Range, Trial } from "../schema/rows.js";
import { type Reading, reading } from "./reading.js";

/** The doses that trials.csv tells of a trial. */
const columns = {
  sessions: "sessions",
  needles: "needles",
  minutes: "minutes",
  course: "weeks",
} as const satisfies Record<string, keyof Trial>;
type Dose = keyof typeof columns;

export function doses(trial: Trial): Readonly<Record<Dose, Reading<number>>> {
  const one = (name: Dose) => middle(name, trial[columns[name]]);
  return { sessions: one("sessions"), needles: one("needles"), minutes: one("minutes"), course: one("course") };
}

function middle(name: Dose, range: Range | null): Reading<number> {
  if (range === null) return reading<number>(null);
  const { low, high } = range;
  return reading((low + high) / 2, low === high ? [] : [`${name}: middle of ${low}-${high}`]);
}
