import { all, cell, inText } from "../base.ts";
import { type HostileCase, hostile } from "../hostileCase.ts";

const interval = (lower: string, upper: string) =>
  all(cell("outcomes", 2, "ci_lower", lower), cell("outcomes", 2, "ci_upper", upper));

const ratio = (measure: string, effect: string, lower: string, upper: string) =>
  all(
    cell("contrasts", 2, "measure", measure),
    cell("contrasts", 2, "effect", effect),
    cell("contrasts", 2, "ci_lower", lower),
    cell("contrasts", 2, "ci_upper", upper),
  );

/** Cells that are right one by one and can't be right together. */
export const contradictionCases: readonly HostileCase[] = [
  hostile(
    "more events than patients",
    cell("outcomes", 4, "events", "60"),
    "outcomes.csv:4:events:EVENTS_EXCEED_TOTAL:error",
  ),
  hostile(
    "events among an unknown number",
    cell("outcomes", 4, "total", ""),
    "outcomes.csv:4:total:EVENTS_WITHOUT_TOTAL:error",
  ),
  hostile("an SD of 0", cell("outcomes", 2, "sd", "0"), "outcomes.csv:2:sd:SD_NOT_POSITIVE:error"),
  hostile("a negative SD", cell("outcomes", 2, "sd", "-20"), "outcomes.csv:2:sd:SD_NOT_POSITIVE:error"),
  hostile("an SE of 0", cell("outcomes", 2, "se", "0"), "outcomes.csv:2:se:SD_NOT_POSITIVE:error"),
  hostile("a variance for an SD", cell("outcomes", 2, "sd", "400"), "outcomes.csv:2:sd:SD_IMPOSSIBLE:error"),
  hostile("an SE that is an SD", cell("outcomes", 2, "se", "20"), "outcomes.csv:2:se:SE_DISAGREES_WITH_SD:warning"),
  hostile("an interval reversed", interval("36", "24"), "outcomes.csv:2:ci_lower:CI_REVERSED:error"),
  hostile("an interval beside its mean", interval("34", "46"), "outcomes.csv:2:ci_lower:CI_EXCLUDES_ESTIMATE:error"),
  hostile("half an interval", interval("24", ""), "outcomes.csv:2:ci_upper:CI_HALF:error"),
  hostile("the other half", interval("", "36"), "outcomes.csv:2:ci_lower:CI_HALF:error"),
  hostile(
    "a lost minus sign",
    cell("contrasts", 2, "effect", "10"),
    "contrasts.csv:2:ci_lower:CI_EXCLUDES_ESTIMATE:error",
  ),
  hostile(
    "a contrast's interval reversed",
    cell("contrasts", 2, "ci_lower", "18"),
    "contrasts.csv:2:ci_lower:CI_REVERSED:error",
  ),
  hostile(
    "a log ratio",
    all(cell("contrasts", 2, "measure", "RR"), cell("contrasts", 2, "effect", "-3")),
    "contrasts.csv:2:effect:RATIO_NOT_POSITIVE:error",
  ),
  hostile(
    "a ratio beside the middle of its interval",
    ratio("OR", "2", "0.5", "3"),
    "contrasts.csv:2:ci_lower:RATIO_ASYMMETRIC:warning",
  ),
  hostile(
    "a ratio with the interval of a difference",
    ratio("RR", "1.5", "-0.5", "3.5"),
    "contrasts.csv:2:ci_lower:RATIO_NOT_POSITIVE:error",
  ),
  hostile("a ratio in the middle of its interval", ratio("OR", "2.65", "1.5", "4.77")),
  hostile("a ratio beside it by rounding", ratio("RR", "0.1", "0.0", "0.4")),
  hostile("a mean above its scale", cell("outcomes", 2, "mean", "130"), "outcomes.csv:2:mean:MEAN_OUTSIDE_SCALE:error"),
  hostile("a change for a value", cell("outcomes", 2, "mean", "-12"), "outcomes.csv:2:mean:MEAN_OUTSIDE_SCALE:error"),
  hostile(
    "a change larger than its scale",
    all(cell("outcomes", 2, "mean", "-101"), cell("outcomes", 2, "kind", "change")),
    "outcomes.csv:2:mean:MEAN_OUTSIDE_SCALE:error",
  ),
  hostile("a mean of unknown kind", cell("outcomes", 2, "kind", ""), "outcomes.csv:2:kind:MEAN_WITHOUT_KIND:error"),
  hostile(
    "neither mean nor events",
    all(cell("outcomes", 2, "mean", ""), cell("outcomes", 2, "sd", "")),
    "outcomes.csv:2:mean:NOTHING_REPORTED:warning",
  ),
  hostile(
    "more analysed than randomised",
    cell("outcomes", 2, "n", "55"),
    "outcomes.csv:2:n:N_EXCEEDS_RANDOMISED:warning",
  ),
  hostile(
    "more counted than randomised",
    cell("outcomes", 4, "total", "55"),
    "outcomes.csv:4:total:N_EXCEEDS_RANDOMISED:warning",
  ),
  hostile(
    "arms larger than their trial",
    cell("trials", 2, "n_randomised", "90"),
    "trials.csv:2:n_randomised:ARMS_DISAGREE_WITH_TRIAL:warning",
  ),
  hostile(
    "another good end than its scale's",
    cell("outcomes", 2, "better", "higher"),
    "outcomes.csv:2:better:BETTER_DISAGREES:error",
  ),
  hostile("a scale upside down", cell("scales", 2, "minimum", "100"), "scales.csv:2:maximum:SCALE_REVERSED:error"),
  hostile(
    "an arm against itself",
    cell("contrasts", 2, "arms_b", "sham;real"),
    "contrasts.csv:2:arms_b:SAME_ARM_TWICE:error",
  ),
  hostile(
    "a trial of one arm",
    inText("arms", (text) => text.replace("t2,drug,active,,\n", "")),
    "trials.csv:3:trial_id:FEW_ARMS:warning",
  ),
];
