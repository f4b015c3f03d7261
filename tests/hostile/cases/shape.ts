import { all, cell, inText } from "../base.ts";
import { type HostileCase, hostile } from "../hostileCase.ts";

const replaced = (from: string, to: string) => (text: string) => text.replace(from, to);

/** Headers, and rows with another number of fields than their header. */
export const shapeCases: readonly HostileCase[] = [
  hostile(
    "a comma outside quotes",
    inText("trials", replaced("back pain", "back, neck")),
    "trials.csv:2::TOO_MANY_FIELDS:error",
  ),
  hostile(
    "a decimal comma outside quotes",
    inText("outcomes", replaced("40,20", "40,5,20")),
    "outcomes.csv:3::TOO_MANY_FIELDS:error",
  ),
  hostile(
    "a cell left out",
    inText("arms", replaced("acupuncture,50,", "acupuncture,50")),
    "arms.csv:2::TOO_FEW_FIELDS:error",
  ),
  hostile(
    "a line broken without quotes",
    inText("arms", replaced("50,invented", "50\n,invented")),
    "arms.csv:2::TOO_FEW_FIELDS:error",
    "arms.csv:3::TOO_FEW_FIELDS:error",
  ),
  hostile(
    "a row of the wrong length that names a trial not known",
    all(inText("outcomes", replaced("40,20", "40,5,20")), cell("outcomes", 3, "trial_id", "t9")),
    "outcomes.csv:3::TOO_MANY_FIELDS:error",
    "outcomes.csv:3:trial_id:UNKNOWN_TRIAL:error",
  ),
  hostile(
    "a required column misspelt",
    inText("arms", replaced("kind", "knid")),
    "arms.csv:1:kind:MISSING_COLUMN:error",
    "arms.csv:1:knid:UNKNOWN_COLUMN:warning",
  ),
  hostile(
    "no column of ids",
    inText("trials", replaced("trial_id", "id")),
    "trials.csv:1:trial_id:MISSING_COLUMN:error",
    "trials.csv:1:id:UNKNOWN_COLUMN:warning",
  ),
  hostile(
    "a header in another case",
    inText("scales", replaced("better", "BETTER")),
    "scales.csv:1:better:MISSING_COLUMN:error",
    "scales.csv:1:BETTER:UNKNOWN_COLUMN:warning",
  ),
  hostile(
    "an optional column misspelt",
    inText("arms", replaced("n_randomised", "n_randomized")),
    "arms.csv:1:n_randomized:UNKNOWN_COLUMN:warning",
  ),
  hostile(
    "a column twice",
    inText("outcomes", replaced("ci_upper", "mean")),
    "outcomes.csv:1:mean:DUPLICATE_COLUMN:error",
  ),
  hostile(
    "an unknown column twice",
    inText("arms", replaced("n_randomised,description", "dose,dose")),
    "arms.csv:1:dose:DUPLICATE_COLUMN:error",
    "arms.csv:1:dose:UNKNOWN_COLUMN:warning",
  ),
  hostile(
    "__proto__ as a column",
    inText("arms", replaced("description", "__proto__")),
    "arms.csv:1:__proto__:UNKNOWN_COLUMN:warning",
  ),
  hostile(
    "constructor as a column",
    inText("arms", replaced("description", "constructor")),
    "arms.csv:1:constructor:UNKNOWN_COLUMN:warning",
  ),
  hostile(
    "values without a column name",
    inText("arms", replaced("description", "")),
    "arms.csv:2::UNNAMED_COLUMN:error",
  ),
  hostile(
    "the header again in the middle",
    inText("scales", (text) => text + text),
    "scales.csv:4:minimum:NOT_A_NUMBER:error",
    "scales.csv:4:maximum:NOT_A_NUMBER:error",
    "scales.csv:4:better:UNKNOWN_VALUE:error",
    "scales.csv:5:scale:DUPLICATE_ROW:error",
    "scales.csv:6:scale:DUPLICATE_ROW:error",
  ),
  hostile(
    "no header",
    inText("scales", replaced("scale,minimum,maximum,better,source_url\n", "")),
    "scales.csv:1:scale:MISSING_COLUMN:error",
    "scales.csv:1:better:MISSING_COLUMN:error",
    "scales.csv:1:source_url:MISSING_COLUMN:error",
    ...["VAS-100", "0", "100", "lower", "synthetic"].map((name) => `scales.csv:1:${name}:UNKNOWN_COLUMN:warning`),
  ),
];
