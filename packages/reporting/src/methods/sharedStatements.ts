import { type Measure, measures, percent, predictions, tau2Intervals } from "@acumeta/core";
import { registered, type Statement } from "./statement.js";

/** "Effects of 12 studies were expressed as risk ratio". */
export function measureStatement(measure: Measure, of: string): Statement {
  const { label, ratio, citation } = measures[measure];
  const scale = ratio ? ", analysed as its logarithm" : "";
  return { text: `Effects of ${of} were expressed as ${label}${scale}`, cites: [citation] };
}

/** τ² and how it was estimated, or that there is none. */
export function tau2Statement(
  registry: Parameters<typeof registered>[0],
  { method, model }: { readonly method: string; readonly model: string },
): Statement {
  const { text, cites } = registered(registry, method);
  return method === "EE"
    ? { text: `${model} assumed no variance between studies: ${text}`, cites }
    : { text: `${model} allowed for variance between studies, τ², estimated by ${text}`, cites };
}

/** The level of the intervals and their rule. */
export function intervalStatement(
  registry: Parameters<typeof registered>[0],
  { method, level }: { readonly method: string; readonly level: number },
): Statement {
  const { text, cites } = registered(registry, method);
  return { text: `The method of the ${percent(level)} confidence intervals was ${text}`, cites };
}

/** Where true effects of new studies are expected. */
export function predictionStatement(method: string): Statement {
  const { text, cites } = registered(predictions, method);
  return {
    text: `The method of prediction intervals, in which the true effect of a new study is expected, was ${text}`,
    cites,
  };
}

/** Q, I² and the interval of τ². */
export function heterogeneityStatements(interval: string | null): readonly Statement[] {
  const spread: Statement = {
    text: "Heterogeneity was described by Cochran's Q and by I²",
    cites: ["Higgins & Thompson 2002, Statistics in Medicine 21:1539-1558"],
  };
  if (interval === null) return [spread];
  const { text, cites } = registered(tau2Intervals, interval);
  return [spread, { text: `The method of the confidence interval of τ² was ${text}`, cites }];
}
