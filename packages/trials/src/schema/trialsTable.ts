import {
  choice,
  id,
  optionalChoice,
  optionalMatch,
  optionalNumber,
  optionalRange,
  optionalText,
  pointList,
  text,
} from "../table/fields.js";
import { table } from "../table/table.js";
import { conditionGroups, pointsBases, trustLevels } from "./kinds.js";

export const trialsTable = table({
  name: "trials",
  title: "Trials: design, dose, sham and prescription",
  columns: {
    trial_id: id().describe("Identifies the trial in all tables"),
    citation: text().describe("Author, year, acronym"),
    year: optionalNumber({ min: 1900, max: 2100, integer: true }).describe("Year of publication"),
    doi: optionalMatch(/^10\.\d{4,9}\/\S+$/, "a DOI without its address: 10.1001/archinte.166.4.450").describe(
      "Digital object identifier",
    ),
    pmid: optionalMatch(/^\d{1,8}$/, "digits, at most 8").describe("PubMed identifier"),
    country: optionalText().describe("Where the trial was done"),
    condition: text().describe("Condition in the words of the paper"),
    condition_group: choice(conditionGroups).describe("Group of conditions, by which questions select trials"),
    n_randomised: optionalNumber({ min: 1, integer: true }).describe("Patients randomised"),
    sessions: optionalRange({ above: 0 }).describe("Treatment sessions, a number or a range"),
    weeks: optionalRange({ above: 0 }).describe("Length of treatment in weeks, a number or a range"),
    needles: optionalRange({ above: 0 }).describe("Needles per session, a number or a range"),
    minutes: optionalRange({ above: 0 }).describe("Minutes of needle retention, a number or a range"),
    sham_type: optionalText().describe("What the sham was, in words"),
    points: pointList().describe("WHO codes of the verum prescription, separated by semicolons"),
    points_basis: optionalChoice(pointsBases).describe(
      "fixed: every patient got these points; semi: a candidate list; individualised: the list is unknown",
    ),
    points_trust: optionalChoice(trustLevels).describe("How far the list of points is to be trusted; blank: not rated"),
    source_url: text().describe("Where the row was read"),
    source_note: optionalText().describe("What the source says, and what was derived from it"),
  },
  key: ["trial_id"],
  rowChecks: [],
});
