import { notRunTable } from "../output/notRunTable.js";
import { wrap } from "../output/wrap.js";
import { describeGosh } from "./describeGosh.js";
import type { InfluenceResult } from "./influenceResult.js";
import { inShort } from "./inShort.js";
import { modelsText } from "./modelsText.js";
import { rulesTable } from "./rulesTable.js";
import { trialsText } from "./trialsText.js";

/** Influence in plain text: every trial, the rules that mark it, both models side by side, and the subsets. */
export function describeInfluence(result: InfluenceResult): string {
  const { pooled, influence, leaveOneOut, fixedVsRandom, gosh, notRun } = result;
  return [
    ...(influence === null || leaveOneOut === null
      ? []
      : [trialsText(influence, { pooled, leaveOneOut }), rulesTable(influence)]),
    modelsText(fixedVsRandom),
    ...(gosh === null ? [] : [describeGosh(gosh)]),
    ...(notRun.length === 0 ? [] : [notRunTable(notRun)]),
    wrap(inShort(result)),
  ].join("\n\n");
}
