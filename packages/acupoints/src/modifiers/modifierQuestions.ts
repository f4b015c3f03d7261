import { registry } from "@acumeta/core";
import type { ModifierQuestion } from "./modifierQuestion.js";

const vickers2018 = "Vickers et al. 2018, The Journal of Pain 19:455-474";
const macPherson2013 = "MacPherson et al. 2013, PLOS ONE 8:e77438";
const macPherson2014 = "MacPherson et al. 2014, PLOS ONE 9:e93739";

const alone = { arms: "combine", step: null, reference: null, words: {} } as const;

/** Effects against sham and against no treatment or usual care together, each with its own mean. */
const besideComparator = { ...alone, against: ["sham", "no treatment", "usual care"] } as const;

const shamPenetrates: ModifierQuestion<"sham-skin"> = {
  ...alone,
  id: "sham-skin",
  label: "Sham needles through the skin, or a sham outside it",
  citation: vickers2018,
  moderators: "~ shamPenetrates",
  modifier: "shamPenetrates",
  asks: "whether the sham went through the skin",
  against: ["sham"],
  reference: "no",
  words: { yes: "against sham needles through the skin", no: "against a sham outside it" },
};

const shamPoints: ModifierQuestion<"sham-points"> = {
  ...alone,
  id: "sham-points",
  label: "Sham at the points of the treatment, or elsewhere",
  citation: vickers2018,
  moderators: "~ shamPoints",
  modifier: "shamPoints",
  asks: "where the sham was",
  against: ["sham"],
  reference: "elsewhere",
  words: { same: "against a sham at the same points", elsewhere: "against a sham elsewhere" },
};

const comparator: ModifierQuestion<"comparator"> = {
  ...alone,
  id: "comparator",
  label: "Compared with sham, no treatment, usual care or another treatment",
  citation: macPherson2014,
  moderators: "~ comparator",
  modifier: "comparator",
  asks: "what acupuncture was compared with",
  against: ["sham", "no treatment", "usual care", "another treatment"],
  reference: "sham",
  words: {
    sham: "against sham",
    "no treatment": "against no treatment",
    "usual care": "against usual care",
    "another treatment": "against another treatment",
  },
};

const sessions: ModifierQuestion<"sessions"> = {
  ...besideComparator,
  id: "sessions",
  label: "Number of sessions",
  citation: macPherson2013,
  moderators: "~ sessions + untreated",
  modifier: "sessions",
  asks: "how many sessions there were",
  step: { size: 5, unit: "sessions" },
};

const needles: ModifierQuestion<"needles"> = {
  ...besideComparator,
  id: "needles",
  label: "Needles in a session",
  citation: macPherson2013,
  moderators: "~ needles + untreated",
  modifier: "needles",
  asks: "how many needles there were",
  step: { size: 5, unit: "needles" },
};

const minutes: ModifierQuestion<"minutes"> = {
  ...besideComparator,
  id: "minutes",
  label: "Minutes of a session",
  citation: macPherson2013,
  moderators: "~ minutes + untreated",
  modifier: "minutes",
  asks: "how long a session was",
  step: { size: 10, unit: "minutes" },
};

const electro: ModifierQuestion<"electro"> = {
  ...besideComparator,
  id: "electro",
  label: "Current through the needles, or none",
  citation: macPherson2013,
  moderators: "~ electro + untreated",
  modifier: "electro",
  asks: "whether current went through the needles",
  arms: "separate",
  reference: "no",
  words: { yes: "with current through the needles", no: "without current" },
};

const condition: ModifierQuestion<"condition"> = {
  ...besideComparator,
  id: "condition",
  label: "The condition treated",
  citation: vickers2018,
  moderators: "~ condition + untreated",
  modifier: "condition",
  asks: "what was treated",
};

/**
 * The built-in questions of what modifies the effect of acupuncture, each with the formula of its model, by id. `untreated`
 * beside another moderator is 0 of effects against sham and 1 of those against no treatment or usual care: a dose is then
 * compared among trials with the same kind of comparator. All are questions between trials, so none tells of a cause.
 *
 * @example
 * import { modifierQuestions } from "@acumeta/acupoints";
 * Object.keys(modifierQuestions).length; // => 8
 * modifierQuestions.sessions.moderators; // => "~ sessions + untreated"
 */
export const modifierQuestions = registry([
  shamPenetrates,
  shamPoints,
  comparator,
  sessions,
  needles,
  minutes,
  electro,
  condition,
]);

/** Id of a built-in question of what modifies the effect. */
export type ModifierQuestionId = keyof typeof modifierQuestions;
