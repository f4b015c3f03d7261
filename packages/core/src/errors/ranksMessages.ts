import { shown } from "./shown.js";

/** What is wrong with what is to be ranked. */
export const ranksMessages = {
  unknownDirection: ({ found }: { found: unknown }) => ({
    code: "UNKNOWN_DIRECTION",
    where: { option: "better" },
    found: found === undefined ? "no direction" : shown(found),
    allowed: '"lower" or "higher"',
    mend: 'Say which effects are good: "lower" for pain or harm, "higher" for response; effects of contrasts() are positive where they favour the first-named treatment, so "higher".',
  }),
  notRankable: ({ found }: { found: unknown }) => ({
    code: "NOT_RANKABLE",
    found: shown(found),
    allowed: "a result of network, or { names, estimates, vcov }",
    mend: "Fit the comparisons first, network(effects), or give estimates with their joint covariance.",
  }),
  badJointEstimates: ({ option, found, allowed }: { option: string; found: string; allowed: string }) => ({
    code: "BAD_JOINT_ESTIMATES",
    where: { option },
    found,
    allowed,
    mend: "Names, estimates and the rows of vcov stand in one order; the reference, with the effect 0, may be named apart.",
  }),
  tooFewToRank: ({ n, needed, what }: { n: number; needed: number; what: string }) => ({
    code: "TOO_FEW_TREATMENTS",
    found: `${n} treatment${n === 1 ? "" : "s"}`,
    allowed: `at least ${needed} for ${what}`,
    mend: "Add treatments, or do without this analysis.",
  }),
  tooManyForExact: ({ n, most }: { n: number; most: number }) => ({
    code: "TOO_MANY_TREATMENTS",
    where: { option: "method" },
    found: `${n} treatments`,
    allowed: `at most ${most} for the method "exact"`,
    mend: 'Draw the ranks: method "drawn", with the number of draws that the precision asks for.',
  }),
  notCriteria: ({ found }: { found: unknown }) => ({
    code: "NOT_CRITERIA",
    found: shown(found),
    allowed: "a result of network, or a list of criteria [{ name, source, better }, …] with names that differ",
    mend: 'Give each outcome its own network: [{ name: "pain", source: network(effects), better: "lower" }, …].',
  }),
  oneCriterion: () => ({
    code: "ONE_CRITERION",
    where: { option: "rule" },
    found: "the scores of one criterion",
    allowed: 'two criteria or more, for the rule "scores"',
    mend: 'One list of scores orders everything, however uncertain: choose the rule "pairwise" or "simultaneous".',
  }),
};
