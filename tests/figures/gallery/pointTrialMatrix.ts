import { pointTrialMatrix } from "@acumeta/figures";
import { longLabel } from "../syntheticEffects.ts";
import type { GalleryCases } from "./galleryCases.ts";
import { prescriptions } from "./shippedTrials.ts";

export const cases: GalleryCases = {
  typical: () =>
    pointTrialMatrix(
      prescriptions.filter(({ conditionGroup }) => conditionGroup === "low-back-pain"),
      { title: "Points of the shipped trials of low back pain" },
    ),
  "one trial": () => pointTrialMatrix([{ trialId: "first", codes: ["EX-UE7"], basis: null }]),
  "all trials": () => pointTrialMatrix(prescriptions),
  "long names": () =>
    pointTrialMatrix([
      { trialId: longLabel(1), codes: ["BL23", "GV4"], basis: "fixed" },
      { trialId: longLabel(2), codes: ["BL23"], basis: "semi" },
    ]),
};
