import { all, cell, inText, without } from "../base.ts";
import { type HostileCase, hostile } from "../hostileCase.ts";

/** Rows that repeat others, or name what is not there. */
export const referenceCases: readonly HostileCase[] = [
  hostile("a trial not known", cell("outcomes", 2, "trial_id", "t9"), "outcomes.csv:2:trial_id:UNKNOWN_TRIAL:error"),
  hostile(
    "a trial in another case",
    cell("armPoints", 2, "trial_id", "T1"),
    "arm-points.csv:2:trial_id:UNKNOWN_TRIAL:error",
  ),
  hostile(
    "constructor as a trial",
    cell("outcomes", 2, "trial_id", "constructor"),
    "outcomes.csv:2:trial_id:UNKNOWN_TRIAL:error",
  ),
  hostile("__proto__ as an arm", cell("outcomes", 2, "arm", "__proto__"), "outcomes.csv:2:arm:UNKNOWN_ARM:error"),
  hostile(
    "an arm of another trial",
    cell("contrasts", 2, "arms_a", "drug"),
    "contrasts.csv:2:arms_a:UNKNOWN_ARM:error",
  ),
  hostile(
    "one arm of several",
    cell("contrasts", 2, "arms_b", "sham;shem"),
    "contrasts.csv:2:arms_b:UNKNOWN_ARM:error",
  ),
  hostile("a very long arm", cell("outcomes", 2, "arm", "x".repeat(500_000)), "outcomes.csv:2:arm:UNKNOWN_ARM:error"),
  hostile("a scale not known", cell("outcomes", 2, "scale", "VAS-10"), "outcomes.csv:2:scale:UNKNOWN_SCALE:warning"),
  hostile(
    "a printed difference on a scale not known",
    cell("contrasts", 2, "scale", "NRS-10"),
    "contrasts.csv:2:scale:UNKNOWN_SCALE:warning",
  ),
  hostile(
    "a printed difference on a scale of which nothing says the good end, without scales.csv",
    all(cell("contrasts", 2, "scale", "NRS-10"), without("scales")),
    "contrasts.csv:2:scale:UNKNOWN_SCALE:warning",
  ),
  hostile("no scales.csv, where the outcomes say which end is good", without("scales")),
  hostile(
    "a trial twice",
    inText("trials", (text) => `${text}t1,Synthetic 2002,2002,,,neck pain,neck-pain,,,,synthetic\n`),
    "trials.csv:4:trial_id:DUPLICATE_ROW:error",
  ),
  hostile("an arm twice", cell("arms", 3, "arm", "real"), "arms.csv:3::DUPLICATE_ROW:error", ...shamIsUnknown()),
  hostile("an outcome twice", cell("outcomes", 3, "arm", "real"), "outcomes.csv:3::DUPLICATE_ROW:error"),
  hostile(
    "an outcome of unknown week twice",
    inText("outcomes", (text) => {
      const row = text.split("\n")[1]!.replace(",8,", ",,");
      return `${text}${row}\n${row.replace(",30,", ",31,")}\n${row}\n`;
    }),
    "outcomes.csv:8::DUPLICATE_ROW:error",
  ),
  hostile(
    "a scale twice",
    inText("scales", (text) => `${text}VAS-100,0,10,lower,synthetic\n`),
    "scales.csv:4:scale:DUPLICATE_ROW:error",
  ),
  hostile(
    "a contrast twice",
    inText("contrasts", (text) => text + text.split("\n")[1]),
    "contrasts.csv:3::DUPLICATE_ROW:error",
  ),
  hostile(
    "problems in four files at once",
    all(
      cell("scales", 2, "minimum", "x"),
      cell("trials", 2, "year", "98"),
      cell("arms", 2, "kind", "real"),
      cell("outcomes", 2, "trial_id", "t9"),
    ),
    "trials.csv:2:year:OUT_OF_RANGE:error",
    "arms.csv:2:kind:UNKNOWN_VALUE:error",
    "outcomes.csv:2:trial_id:UNKNOWN_TRIAL:error",
    "scales.csv:2:minimum:NOT_A_NUMBER:error",
  ),
  hostile(
    "every cell of a row",
    inText("scales", (text) => `${text};x,1,2,up,\n`),
    "scales.csv:4:scale:BAD_FORMAT:error",
    "scales.csv:4:better:UNKNOWN_VALUE:error",
    "scales.csv:4:source_url:REQUIRED:error",
  ),
];

/** What is said of the rows that name the arm which the duplicate replaced. */
function shamIsUnknown(): readonly string[] {
  return ["arm-points.csv:3:arm", "outcomes.csv:3:arm", "outcomes.csv:5:arm", "contrasts.csv:2:arms_b"].map(
    (place) => `${place}:UNKNOWN_ARM:error`,
  );
}
