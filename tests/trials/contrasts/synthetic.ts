import type { Arm, ArmKind, Outcome, PublishedContrast, Question, Trial, Trials } from "@acumeta/trials";

/** Synthetic tables: invented numbers that stand for no trial. Every row gets its line in the file from its order. */
export interface SyntheticTables {
  readonly trials?: readonly Partial<Trial>[];
  readonly arms: readonly (Partial<Arm> & { readonly arm: string; readonly kind: ArmKind })[];
  readonly outcomes?: readonly (Partial<Outcome> & { readonly arm: string })[];
  readonly contrasts?: readonly (Partial<PublishedContrast> & { readonly armsA: string[]; readonly armsB: string[] })[];
}

const origin = (file: string, index: number) => ({ file, line: index + 2, unknownColumns: {} });
const source = { sourceUrl: "https://example.org/synthetic", sourceNote: "synthetic" };

export function synthetic({ trials = [{}], arms, outcomes = [], contrasts = [] }: SyntheticTables): Trials {
  return {
    trials: trials.map((trial, i) => ({ ...blankTrial, origin: origin("trials.csv", i), ...trial })),
    arms: arms.map((arm, i) => ({ ...blankArm, origin: origin("arms.csv", i), ...arm })),
    outcomes: outcomes.map((row, i) => ({ ...blankOutcome, origin: origin("outcomes.csv", i), ...row })),
    contrasts: contrasts.map((row, i) => ({ ...blankContrast, origin: origin("contrasts.csv", i), ...row })),
    armPoints: [],
    scales: [
      { ...source, scale: "VAS-100", minimum: 0, maximum: 100, better: "lower", origin: origin("scales.csv", 0) },
    ],
    questions: [question()],
    warnings: [],
  };
}

export function question(changes: Partial<Question> = {}): Question {
  return {
    id: "synthetic/pain",
    label: "A synthetic question",
    conditions: ["low-back-pain"],
    treatment: ["acupuncture", "electroacupuncture"],
    comparator: ["sham"],
    outcome: "pain",
    window: { from: 1, to: 12, target: 8 },
    measure: "SMD",
    prefer: ["endpoint", "change", "contrast"],
    ...changes,
  };
}

/** Two arms of 50 patients, "real" (acupuncture) and "sham", with these rows. */
export function twoArms(outcomes: SyntheticTables["outcomes"], contrasts: SyntheticTables["contrasts"] = []): Trials {
  return synthetic({
    arms: [
      { arm: "real", kind: "acupuncture", nRandomised: 50 },
      { arm: "sham", kind: "sham", nRandomised: 50 },
    ],
    outcomes: outcomes ?? [],
    contrasts,
  });
}

const blankTrial: Omit<Trial, "origin"> = {
  ...source,
  trialId: "t1",
  citation: "Synthetic 2000",
  year: 2000,
  doi: null,
  pmid: null,
  country: null,
  condition: "chronic low back pain",
  conditionGroup: "low-back-pain",
  nRandomised: null,
  sessions: null,
  weeks: null,
  needles: null,
  minutes: null,
  shamType: null,
  points: [],
  pointsBasis: null,
  pointsTrust: null,
};

const blankArm = { ...source, trialId: "t1", nRandomised: null, description: null };

const blankOutcome: Omit<Outcome, "origin" | "arm"> = {
  ...source,
  trialId: "t1",
  outcome: "pain",
  scale: "VAS-100",
  better: "lower",
  week: 8,
  n: 50,
  mean: null,
  sd: null,
  kind: "endpoint",
  se: null,
  ciLower: null,
  ciUpper: null,
  events: null,
  total: null,
  trust: "high",
  unpoolable: null,
};

const blankContrast: Omit<PublishedContrast, "origin" | "armsA" | "armsB"> = {
  ...source,
  trialId: "t1",
  comparator: "real vs sham",
  outcome: "pain",
  scale: "VAS-100",
  week: 8,
  effect: -10,
  measure: "MD",
  ciLower: -15,
  ciUpper: -5,
  nA: 50,
  nB: 50,
  trust: "high",
  unpoolable: null,
};
