import { choice, id, optionalNumber, optionalText } from "../table/fields.js";
import { table } from "../table/table.js";
import { armKinds } from "./kinds.js";

export const armsTable = table({
  name: "arms",
  title: "Arms of the trials",
  columns: {
    trial_id: id().describe("A trial of trials.csv"),
    arm: id().describe("Identifies the arm within its trial"),
    kind: choice(armKinds).describe("What the arm received"),
    n_randomised: optionalNumber({ min: 1, integer: true }).describe("Patients randomised to the arm"),
    description: optionalText().describe("The arm in words"),
    source_url: optionalText().describe("Where the row was read"),
    source_note: optionalText().describe("What the source says"),
  },
  key: ["trial_id", "arm"],
  rowChecks: [],
});
