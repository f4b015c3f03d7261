import { coprescriptionNetwork, type Prescription } from "@acumeta/acupoints";
import { coprescriptionGraph } from "@acumeta/figures";
import type { GalleryCases } from "./galleryCases.ts";
import { prescriptions } from "./shippedTrials.ts";

/** Synthetic prescriptions of circles of points. */
const circles = (count: number): readonly Prescription[] =>
  Array.from({ length: 2 * count }, (_, i) => ({
    trialId: `trial-${i}`,
    conditionGroup: "low-back-pain",
    n: null,
    codes: ["BL", "GB", "ST"].map((channel) => `${channel}${1 + (i % count)}`),
    basis: "fixed",
  }));

export const cases: GalleryCases = {
  typical: () =>
    coprescriptionGraph(coprescriptionNetwork(prescriptions, { minimumTrials: 6 }), {
      title: "Points that at least six of the shipped trials list together",
    }),
  "one circle": () => coprescriptionGraph(coprescriptionNetwork(circles(1), { minimumTrials: 2 })),
  "twelve communities": () => coprescriptionGraph(coprescriptionNetwork(circles(12))),
  "many points": () => coprescriptionGraph(coprescriptionNetwork(prescriptions, { minimumTrials: 3 })),
};
