import {
  boundsText,
  effectName,
  effectText,
  type LeftOut,
  type PooledEffect,
  type StudyInfluence,
} from "@acumeta/core";
import { excludesZero } from "../output/excludesZero.js";
import { listed } from "../output/listed.js";
import type { InfluenceResult } from "./influenceResult.js";

/** How much the answer hangs on any one trial, in plain words. */
export function inShort({ pooled, influence, leaveOneOut }: InfluenceResult): string {
  if (influence === null || leaveOneOut === null) return "One trial is the whole answer: there is none to leave out.";
  return [...moves(pooled, leaveOneOut), marks(influence.studies)].join(" ");
}

function moves({ measure, estimate, ci }: PooledEffect, leaveOneOut: readonly LeftOut[]): readonly string[] {
  const sorted = leaveOneOut.toSorted((one, other) => one.estimate - other.estimate);
  const named = ({ estimate: value, omitted }: LeftOut) => `${effectText(measure, value)} (without ${omitted})`;
  const excludes = excludesZero(ci);
  const turning = leaveOneOut.filter(
    (one) => excludesZero(one.ci) !== excludes || (excludes && one.estimate * estimate < 0),
  );
  const same = excludes ? "excludes" : "includes";
  return [
    `With every trial ${effectName(measure)} ${effectText(measure, estimate)} ${boundsText(measure, ci)}; leaving one out moves it between ${named(sorted[0]!)} and ${named(sorted.at(-1)!)}.`,
    turning.length === 0
      ? `Its interval ${same} no difference whichever trial is left out.`
      : `Its interval ${same} no difference, but not so without ${listed(
          turning.map(({ omitted }) => omitted),
          "or",
        )}.`,
  ];
}

function marks(studies: readonly StudyInfluence[]): string {
  const marked = studies.filter(({ reasons }) => reasons.length > 0).map(({ study }) => study);
  if (marked.length === 0) return "No rule marks a trial.";
  return `Marked: ${listed(marked, "and")}. A mark asks to look at a trial; it is no reason to leave it out.`;
}
