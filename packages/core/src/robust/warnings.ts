import { warningMessages as texts } from "../errors/messages.js";
import type { Warning } from "../pool/result.js";
import type { RobustCoefficient } from "./result.js";
import { coefficientDirection, leansOnOneCluster, type Sandwich } from "./sandwich.js";

/** Below these degrees of freedom the approximation fails (Tipton 2015, Psychological Methods 20:375-393). */
const FEW_DEGREES = 4;

/** Fewer clusters than this call for an adjustment (Hedges, Tipton & Johnson 2010, Research Synthesis Methods 1:39-65). */
const FEW_CLUSTERS = 40;

/** What a reader of robust tests must know. */
export function robustWarnings(
  sandwich: Sandwich,
  coefficients: readonly RobustCoefficient[],
  { type, test }: { type: string; test: string },
): readonly Warning[] {
  const { m } = sandwich.sizes;
  const names = coefficients.map(({ name }) => name);
  const alone = names.filter((_, j) => coefficients[j]!.ci === null);
  const few = names.filter((_, j) => (coefficients[j]!.ci?.df ?? FEW_DEGREES) < FEW_DEGREES);
  const told = names.flatMap((name, j) =>
    coefficients[j]!.ci === null ? [] : [{ name, along: coefficientDirection(sandwich, j) }],
  );
  const adjusted = type === "CR2" && test === "Satterthwaite";
  return [
    ...(alone.length > 0 ? [texts.oneCluster({ coefficients: alone })] : []),
    ...leaning(sandwich, told),
    ...(few.length > 0 ? [texts.fewDegreesOfFreedom({ coefficients: few })] : []),
    ...(m < FEW_CLUSTERS && !adjusted ? [texts.fewClusters({ m, type, test })] : []),
  ];
}

/** Warns of combinations of coefficients of which a cluster alone determines a part. */
export function leaning(
  sandwich: Sandwich,
  combinations: readonly { readonly name: string; readonly along: Float64Array }[],
): readonly Warning[] {
  const some = combinations.filter(({ along }) => leansOnOneCluster(sandwich, along)).map(({ name }) => name);
  return some.length > 0 ? [texts.leansOnOneCluster({ coefficients: some })] : [];
}
