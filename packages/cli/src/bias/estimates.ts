import {
  type Bounds,
  type CorrectedEffect,
  counted,
  type HenmiCopas,
  type LimitMeta,
  type TrimAndFill,
  type Warning,
  type Weighed,
} from "@acumeta/core";
import type { Bias } from "./bias.js";

/** An estimate of the effect, on the scale of the analysis. */
export interface Estimate {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly ci: Pick<Bounds, "lower" | "upper"> | null;
  readonly remark: string;
  /** It came down to another method, whose estimate it repeats. */
  readonly repeats: boolean;
}

/** The pooled effect as it is. */
export function uncorrected({ pooled: { estimate, ci, choices, warnings } }: Bias): Estimate {
  const label = `${choices.tau2}, ${ci.method}`;
  return { id: "uncorrected", label, value: estimate, ci, remark: said(warnings), repeats: false };
}

/** Every estimate that allows for small-study effects. */
export function corrected({ trimAndFill, corrections, limitMeta, henmiCopas, ...models }: Bias): readonly Estimate[] {
  return [
    trimAndFill && filled(trimAndFill),
    ...corrections.map(unbiased),
    limitMeta && limit(limitMeta),
    henmiCopas && robust(henmiCopas),
    models.selection && selected(models.selection),
    models.copas && copas(models.copas),
  ].filter((estimate) => estimate !== null);
}

function filled({ worth, result: { estimator, side, k0, adjusted, converged } }: Weighed<TrimAndFill>) {
  const label = `${estimator}: ${counted(k0 ?? 0, "trial")} filled in on the ${side}`;
  const circle = converged ? [] : ["The number filled in went round in a circle."];
  return adjusted && estimate("trim and fill", label, adjusted, [worth, ...circle, said(adjusted.warnings)]);
}

function unbiased({ worth, result }: Weighed<CorrectedEffect>): Estimate {
  const { method, label, used, notes } = result;
  const repeats = used !== method;
  return { ...estimate(method, repeats ? `here ${used}` : label, result, [worth, ...notes]), repeats };
}

function limit({ worth, result }: Weighed<LimitMeta>): Estimate {
  return estimate("limit meta-analysis", "expected effect in a trial of unlimited size", result, [worth]);
}

function robust({ worth, result }: Weighed<HenmiCopas>): Estimate {
  return estimate("Henmi-Copas", "common-effect mean, interval for heterogeneous effects", result, [worth]);
}

function selected({ id, label, worth, result }: NonNullable<Bias["selection"]>): Estimate | null {
  const { estimate: value, ci, note, warnings } = result;
  return value === null ? null : estimate(id, label, { estimate: value, ci }, [worth, note ?? "", said(warnings)]);
}

function copas({ worth, result: { adjusted } }: NonNullable<Bias["copas"]>): Estimate | null {
  if (adjusted === null || adjusted.estimate === null) return null;
  const { estimate: value, ci } = adjusted;
  return estimate("Copas", "Copas selection model", { estimate: value, ci }, [worth]);
}

interface Estimated {
  readonly estimate: number;
  readonly ci: Estimate["ci"];
}

function estimate(id: string, label: string, { estimate, ci }: Estimated, remarks: readonly string[]): Estimate {
  return { id, label, value: estimate, ci, remark: joined(remarks), repeats: false };
}

function said(warnings: readonly Warning[]): string {
  return joined(warnings.map(({ message }) => message));
}

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join(" ");
}
