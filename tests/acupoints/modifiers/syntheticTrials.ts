import type { ArmKind, PublishedContrast, Trial, Trials } from "@acumeta/trials";
import { synthetic } from "../../trials/contrasts/synthetic.ts";

/** An invented trial whose paper prints an SMD for each comparator: positive favours acupuncture. */
export interface PrintedTrial
  extends Partial<Pick<Trial, "sessions" | "needles" | "weeks" | "conditionGroup" | "shamType">> {
  readonly against: Readonly<Partial<Record<ArmKind, number>>>;
  readonly treatment?: ArmKind;
  readonly se?: number;
  readonly week?: number;
}

export const exactly = (value: number) => ({ low: value, high: value });

/** Trials t0, t1, … with these effects, each with standard error 0.1 unless told. */
export function printing(...printed: readonly PrintedTrial[]): Trials {
  return synthetic({
    trials: printed.map(({ against: _, treatment: __, se: ___, week: ____, ...trial }, i) => ({
      ...trial,
      trialId: `t${i}`,
      citation: `Synthetic ${i}`,
    })),
    arms: printed.flatMap(({ against, treatment = "acupuncture" }, i) => [
      { trialId: `t${i}`, arm: "real", kind: treatment },
      ...Object.keys(against).map((kind) => ({ trialId: `t${i}`, arm: kind, kind: kind as ArmKind })),
    ]),
    contrasts: printed.flatMap(({ against, se = 0.1, week = 8 }, i) =>
      Object.entries(against).map(([kind, smd]) => ({
        ...printedSmd(smd, se),
        trialId: `t${i}`,
        armsA: ["real"],
        armsB: [kind],
        week,
      })),
    ),
  });
}

/** A difference as a paper prints it on a scale of which the lower end is good. */
export function printedSmd(
  smd: number,
  se: number,
): Pick<PublishedContrast, "measure" | "effect" | "ciLower" | "ciUpper"> {
  const half = 1.959963984540054 * se;
  return { measure: "SMD", effect: -smd, ciLower: -smd - half, ciUpper: -smd + half };
}
