import { network } from "@acumeta/core";
import { networkGraph } from "@acumeta/figures";
import { comparison } from "../network/ring.ts";
import type { GalleryCases } from "./galleryCases.ts";
import { casesOf } from "./networkCases.ts";

const threeArms = [
  comparison("A", "acupuncture", "sham", -0.3, 60),
  comparison("A", "acupuncture", "no treatment", -0.8, 60),
  comparison("A", "sham", "no treatment", -0.5, 60),
  comparison("B", "acupuncture", "usual care", -0.4, 200),
  comparison("C", "acupuncture", "sham", -0.2, 30),
];

export const cases: GalleryCases = {
  ...casesOf((fit) => networkGraph(fit, { title: "A synthetic network" })),
  "a trial of three arms": () => networkGraph(network(threeArms, { tau2: "EE" })),
  "patients not known": () => networkGraph(network([comparison("A", "acupuncture", "sham", -0.3)], { tau2: "EE" })),
};
