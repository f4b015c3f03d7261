import { shown } from "./shown.js";

/** What keeps a network from being examined for inconsistency. */
export const inconsistencyMessages = {
  noInconsistency: () => ({
    code: "NO_LOOPS",
    found: "a network in which no two designs tell the same effects",
    allowed: "at least one comparison with evidence from more than one design",
    mend: "Inconsistency can't be seen here: the network's effects rest on the assumption that there is none.",
  }),
  oneTrialPerDesign: () => ({
    code: "ONE_TRIAL_PER_DESIGN",
    found: "designs of one trial each",
    allowed: "at least two trials of one design",
    mend: "Inconsistency can't be told from heterogeneity here: the τ² of network(effects) is the sum of both.",
  }),
  notALoopLength: ({ found }: { found: unknown }) => ({
    code: "NOT_A_LOOP_LENGTH",
    where: { option: "longest" },
    found: shown(found),
    allowed: "3 or 4",
    mend: "Loops of three treatments are triangles; with 4, loops of four without a direct comparison across count too.",
  }),
};

/** What a reader must know of how consistent a network is. */
export const inconsistencyWarningMessages = {
  noLoops: () => ({
    code: "NO_LOOPS",
    message:
      "No effect has evidence from more than one design: inconsistency can't be seen, which does not mean that there is none.",
    studies: [],
  }),
};
