import { cell } from "../base.ts";
import { type HostileCase, hostile } from "../hostileCase.ts";

export const cellCases: readonly HostileCase[] = [
  hostile("no trial_id", cell("outcomes", 3, "trial_id", ""), "outcomes.csv:3:trial_id:REQUIRED:error"),
  hostile("spaces where a value must be", cell("trials", 3, "citation", "  "), "trials.csv:3:citation:REQUIRED:error"),
  hostile("a row without source", cell("scales", 2, "source_url", ""), "scales.csv:2:source_url:REQUIRED:error"),
  hostile("no arm on a side", cell("contrasts", 2, "arms_a", ""), "contrasts.csv:2:arms_a:REQUIRED:error"),
  hostile("a misspelt outcome", cell("outcomes", 2, "outcome", "pian"), "outcomes.csv:2:outcome:UNKNOWN_VALUE:error"),
  hostile("another case", cell("arms", 2, "kind", "Acupuncture"), "arms.csv:2:kind:UNKNOWN_VALUE:error"),
  hostile("a kind of arm not known", cell("arms", 5, "kind", "moxa"), "arms.csv:5:kind:UNKNOWN_VALUE:error"),
  hostile(
    "a group of conditions not known",
    cell("trials", 3, "condition_group", "constructor"),
    "trials.csv:3:condition_group:UNKNOWN_VALUE:error",
  ),
  hostile("an optional choice", cell("outcomes", 2, "kind", "end"), "outcomes.csv:2:kind:UNKNOWN_VALUE:error"),
  hostile("a measure not known", cell("contrasts", 2, "measure", "WMD"), "contrasts.csv:2:measure:UNKNOWN_VALUE:error"),
  hostile(
    "a DOI as an address",
    cell("trials", 2, "doi", "https://doi.org/10.1/x"),
    "trials.csv:2:doi:BAD_FORMAT:error",
  ),
  hostile("a PMID with its label", cell("trials", 2, "pmid", "PMID 1234"), "trials.csv:2:pmid:BAD_FORMAT:error"),
  hostile(
    "a semicolon in an id",
    cell("scales", 2, "scale", "VAS;100"),
    ...rowsOfPain("UNKNOWN_SCALE:warning"),
    "scales.csv:2:scale:BAD_FORMAT:error",
  ),
  hostile("a range in words", cell("trials", 2, "sessions", "8 to 15"), "trials.csv:2:sessions:BAD_RANGE:error"),
  hostile("a range reversed", cell("trials", 2, "sessions", "15-8"), "trials.csv:2:sessions:BAD_RANGE:error"),
  hostile("a range of three", cell("trials", 2, "sessions", "8-12-15"), "trials.csv:2:sessions:BAD_RANGE:error"),
  hostile("a range without end", cell("trials", 2, "sessions", "8-"), "trials.csv:2:sessions:BAD_RANGE:error"),
  hostile("no session", cell("trials", 2, "sessions", "0"), "trials.csv:2:sessions:OUT_OF_RANGE:error"),
  hostile(
    "another system's code",
    cell("armPoints", 2, "points", "UB23"),
    "arm-points.csv:2:points:UNKNOWN_POINT:error",
  ),
  hostile(
    "a point beyond its channel",
    cell("trials", 2, "points", "GV4;BL99"),
    "trials.csv:2:points:UNKNOWN_POINT:error",
  ),
  hostile(
    "two unknown points in one cell",
    cell("trials", 2, "points", "UB23;BL23;Shenshu"),
    "trials.csv:2:points:UNKNOWN_POINT:error",
    "trials.csv:2:points:UNKNOWN_POINT:error",
  ),
  hostile(
    "points parted by commas",
    cell("trials", 2, "points", "BL23, GV4"),
    "trials.csv:2:points:UNKNOWN_POINT:error",
  ),
  hostile("__proto__ for a point", cell("trials", 2, "points", "__proto__"), "trials.csv:2:points:UNKNOWN_POINT:error"),
  hostile("two semicolons", cell("trials", 2, "points", "BL23;;GV4"), "trials.csv:2:points:BLANK_ITEM:error"),
  hostile("a semicolon at the end", cell("contrasts", 2, "arms_a", "real;"), "contrasts.csv:2:arms_a:BLANK_ITEM:error"),
  hostile(
    "text decoded twice",
    cell("trials", 2, "citation", "MÃ¼ller 2000"),
    "trials.csv:2:citation:DAMAGED_TEXT:warning",
  ),
  hostile(
    "a replacement character",
    cell("trials", 2, "citation", "M\uFFFDller 2000"),
    "trials.csv:2:citation:DAMAGED_TEXT:warning",
  ),
];

/** What is said of the rows that name a scale which could not be read. */
function rowsOfPain(said: string): readonly string[] {
  return ["outcomes.csv:2", "outcomes.csv:3", "contrasts.csv:2"].map((place) => `${place}:scale:${said}`);
}
