import { choice, id, optionalChoice, optionalText, pointList, text } from "../table/fields.js";
import { table } from "../table/table.js";
import { penetratings, pointsBases, trustLevels } from "./kinds.js";

export const armPointsTable = table({
  name: "arm-points",
  title: "Prescriptions of the arms, sham arms too",
  columns: {
    trial_id: id().describe("A trial of trials.csv"),
    arm: id().describe("An arm of that trial"),
    points: pointList().describe("WHO codes, separated by semicolons"),
    basis: optionalChoice(pointsBases).describe(
      "fixed: every patient got these points; semi: a candidate list; individualised: the list is unknown",
    ),
    penetrating: choice(penetratings).describe("Whether the needles went through the skin"),
    trust: optionalChoice(trustLevels).describe("How far the list is to be trusted; blank: not rated"),
    source_url: text().describe("Where the row was read"),
    source_note: optionalText().describe("What the source says"),
  },
  key: ["trial_id", "arm"],
  rowChecks: [],
});
