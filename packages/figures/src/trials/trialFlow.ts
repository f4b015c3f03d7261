import { counted, countText, metaError } from "@acumeta/core";
import type { ChartSpec } from "../chartSpec.js";
import { checkArgument, isObject } from "../checkArgument.js";
import { chartOf } from "../layout/chartOf.js";
import { labelLayers } from "../layout/label.js";
import { paragraphs } from "../layout/paragraphs.js";
import { messages } from "../messages.js";
import { flowBoxes } from "./flowBoxes.js";

/** Which trials went in, as `contrasts` and `countReasons` of @acumeta/trials tell it. */
export interface TrialFlow {
  /** Effects that are used; of a trial of several arms there may be several. */
  readonly effects: readonly { readonly study: string; readonly n1?: number; readonly n2?: number }[];
  /** Reasons why other trials are not, each trial counted once. */
  readonly reasons: readonly { readonly reason: string; readonly trials: number }[];
}

/**
 * Which trials were used and why the others were not, as a flow from all trials to those that answer: each step says how many
 * leave and why.
 *
 * Throws `WRONG_ARGUMENT`, `NOTHING_TO_DRAW` where there are no trials at all.
 * After the flow diagram of PRISMA: Page et al. 2021, BMJ 372:n71.
 *
 * @example
 * import { contrasts, countReasons, readTrials } from "@acumeta/trials";
 * import { trialFlow } from "@acumeta/figures";
 * const answer = contrasts(await readTrials("datasets/pain-trials"), "low-back-pain/acupuncture-vs-sham/pain/short");
 * const chart = trialFlow({ effects: answer.effects, reasons: countReasons(answer) });
 * chart.description.startsWith("Flow of trials: of 93 trials "); // => true
 */
export function trialFlow(flow: TrialFlow, options: { readonly title?: string } = {}): ChartSpec {
  const isFlow = isObject(flow) && Array.isArray(flow.effects) && Array.isArray(flow.reasons);
  checkArgument(isFlow, "flow", flow, "{ effects, reasons }, as contrasts and countReasons give");
  checkArgument(isObject(options), "options", options, "an object of options, or none");
  const { title = "" } = options;
  const used = new Set(flow.effects.map(({ study }) => study)).size;
  const left = flow.reasons.reduce((sum, { trials }) => sum + trials, 0);
  if (used + left === 0) throw metaError(messages.nothingToDraw("trials"));
  const steps = flow.reasons.map(({ reason, trials }, i) => ({
    out: `${counted(trials, "trial")}: ${reason}`,
    remaining: used + flow.reasons.slice(i + 1).reduce((sum, each) => sum + each.trials, 0),
  }));
  const boxes = flowBoxes({
    start: `${counted(used + left, "trial")} in the tables`,
    steps: steps.map(({ out, remaining }, i) => ({
      out,
      remaining: i === steps.length - 1 ? "" : countText(remaining),
    })),
    end: `${counted(used, "trial")} used: ${counted(flow.effects.length, "effect")}${patientsOf(flow.effects)}`,
  });
  const small = paragraphs(["Each trial is counted once, by the reason that is nearest to an answer."], {
    top: boxes.bottom + 12,
    width: boxes.width,
  });
  const reasons = flow.reasons.map(({ reason, trials }) => `${trials} ${reason}`);
  return chartOf({
    title,
    description: `Flow of trials: of ${counted(used + left, "trial")}${title === "" ? "" : `, ${title},`} ${used} ${used === 1 ? "is" : "are"} used${reasons.length === 0 ? "" : `; not used: ${reasons.join("; ")}`}.`,
    width: boxes.width,
    height: Math.ceil(small.bottom),
    layers: [...boxes.layers, ...labelLayers([...boxes.labels, ...small.labels])],
  });
}

/** Patients of the effects, where every one tells them. */
function patientsOf(effects: TrialFlow["effects"]): string {
  const each = effects.map(({ n1, n2 }) => (n1 === undefined || n2 === undefined ? null : n1 + n2));
  if (each.length === 0 || each.includes(null)) return "";
  return `, ${countText(each.reduce<number>((sum, n) => sum + n!, 0))} patients`;
}
