import { tableMessages } from "../problems/messages.js";
import { choice, id, idList, number, optionalChoice, optionalNumber, optionalText, text } from "../table/fields.js";
import { table } from "../table/table.js";
import { checkRatio } from "./checkRatio.js";
import { contrastMeasures, outcomeKinds, trustLevels, unpoolableReasons } from "./kinds.js";
import { checkInterval } from "./rowChecks.js";

export const contrastsTable = table({
  name: "contrasts",
  title: "Differences between arms that a paper printed",
  columns: {
    trial_id: id().describe("A trial of trials.csv"),
    comparator: text().describe("The comparison in words"),
    arms_a: idList().describe("Arms of the first-named side"),
    arms_b: idList().describe("Arms of the other side"),
    outcome: choice(outcomeKinds).describe("What was measured"),
    scale: id().describe("On which scale"),
    week: optionalNumber({ min: 0 }).describe("Weeks from randomisation or start of treatment"),
    effect: number().describe("First side minus second, on the scale's own direction; or their ratio"),
    measure: choice(contrastMeasures).describe("RD% in percentage points; MedianD a difference of medians"),
    ci_lower: optionalNumber().describe("Lower 95 % bound"),
    ci_upper: optionalNumber().describe("Upper 95 % bound"),
    n_a: optionalNumber({ min: 1, integer: true }).describe("Patients of the first side"),
    n_b: optionalNumber({ min: 1, integer: true }).describe("Patients of the other side"),
    trust: choice(trustLevels).describe("How far the row is to be trusted"),
    unpoolable: optionalChoice(unpoolableReasons).describe("Why the row must not be pooled"),
    source_url: text().describe("Where the row was read"),
    source_note: optionalText().describe("What the source says, and what was derived from it"),
  },
  key: ["trial_id", "arms_a", "arms_b", "outcome", "scale", "week", "measure"],
  rowChecks: [
    ({ effect, ciLower, ciUpper }) => checkInterval({ estimate: effect, ciLower, ciUpper }),
    checkRatio,
    ({ armsA, armsB }) => {
      const both = armsA?.find((arm) => armsB?.includes(arm));
      return both === undefined ? null : { column: "arms_b", ...tableMessages.sameArmTwice(both) };
    },
  ],
});
