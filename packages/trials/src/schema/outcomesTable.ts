import { rowMessages } from "../problems/messages.js";
import { choice, id, optionalChoice, optionalNumber, optionalText, text } from "../table/fields.js";
import { table } from "../table/table.js";
import { betters, outcomeKinds, trustLevels, unpoolableReasons, valueKinds } from "./kinds.js";
import { checkInterval, checkPositive } from "./rowChecks.js";

/** Rounding explains a disagreement of SE and SD/√n up to this ratio. */
const SE_TOLERANCE = 1.15;

export const outcomesTable = table({
  name: "outcomes",
  title: "Outcomes: an arm × outcome × scale × week",
  columns: {
    trial_id: id().describe("A trial of trials.csv"),
    arm: id().describe("An arm of that trial"),
    outcome: choice(outcomeKinds).describe("What was measured"),
    scale: id().describe("On which scale"),
    better: choice(betters).describe("Which end of the scale is good"),
    week: optionalNumber({ min: 0 }).describe("Weeks from randomisation or start of treatment"),
    n: optionalNumber({ min: 1, integer: true }).describe("Patients analysed"),
    mean: optionalNumber().describe("Mean, or mean change (negative: a decrease), in units of the scale"),
    sd: optionalNumber().describe("Standard deviation, in units of the scale"),
    kind: optionalChoice(valueKinds).describe("Whether the mean is a value at the end or a change from baseline"),
    se: optionalNumber().describe("Standard error of the mean"),
    ci_lower: optionalNumber().describe("Lower 95 % bound of the mean"),
    ci_upper: optionalNumber().describe("Upper 95 % bound of the mean"),
    events: optionalNumber({ min: 0, integer: true }).describe("Patients with the event"),
    total: optionalNumber({ min: 1, integer: true }).describe("Patients among whom events were counted"),
    trust: choice(trustLevels).describe("How far the row is to be trusted"),
    unpoolable: optionalChoice(unpoolableReasons).describe("Why the row must not be pooled"),
    source_url: text().describe("Where the row was read"),
    source_note: optionalText().describe("What the source says, and what was derived from it"),
  },
  key: ["trial_id", "arm", "outcome", "scale", "week", "kind"],
  rowChecks: [
    ({ mean, ciLower, ciUpper }) => checkInterval({ estimate: mean, ciLower, ciUpper }),
    ({ sd }) => checkPositive("sd", sd),
    ({ se }) => checkPositive("se", se),
    ({ events, total }) =>
      events != null && total != null && events > total
        ? { column: "events", ...rowMessages.eventsExceedTotal(events, total) }
        : null,
    ({ events, total, unpoolable }) =>
      events != null && total === null && unpoolable === null
        ? { column: "total", ...rowMessages.eventsWithoutTotal() }
        : null,
    ({ mean, kind }) => (mean != null && kind === null ? { column: "kind", ...rowMessages.meanWithoutKind() } : null),
    ({ mean, events }) =>
      mean === null && events === null ? { column: "mean", ...rowMessages.nothingReported() } : null,
    ({ n, sd, se }) => {
      if (n == null || sd == null || se == null || sd <= 0 || se <= 0) return null;
      const implied = sd / Math.sqrt(n);
      const ratio = Math.max(se / implied, implied / se);
      return ratio > SE_TOLERANCE ? { column: "se", ...rowMessages.seDisagreesWithSd(se, implied) } : null;
    },
  ],
});
