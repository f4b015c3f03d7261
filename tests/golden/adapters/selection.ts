import { type SelectionModel, type SelectionOptions, selectionModel, weightFunctions } from "@acumeta/core";
import { logLikelihood, type Studies, standardErrors } from "../../core/selection/referee.ts";
import { compare } from "../compare.ts";
import { type Adapter, type Answer, type GoldenCase, peerInexact } from "../goldenCase.ts";

interface Input {
  readonly yi: readonly number[];
  readonly vi: readonly number[];
}

const selmodel: Adapter = (golden) => {
  const { yi, vi } = golden.input as unknown as Input;
  const effects = yi.map((y, i) => ({ study: String(i + 1), measure: "SMD" as const, yi: y, vi: vi[i]! }));
  const options = optionsOf(golden);
  const fit = selectionModel(effects, options);
  const answer = answerOf(fit);
  const { failures } = compare(golden, answer);
  if (failures.length === 0) return answer;
  const homogeneous = selectionModel(effects, { ...options, tau2: "EE" });
  if (!isProven({ yi, vi, ...fit.choices }, [fit, homogeneous], golden)) return answer;
  return failures.reduce<Answer>((part, { path }) => without(part, path.split(".")), answer);
};

function optionsOf({ options }: GoldenCase): SelectionOptions {
  const { type, alternative, steps, delta } = options as Record<"type" | "alternative", string> &
    Partial<Record<"steps" | "delta", readonly number[]>>;
  const weight = Object.values(weightFunctions).find(({ r }) => r === type);
  if (weight === undefined) throw new Error(`no weight function is R's ${type}`);
  const side = alternative === "two.sided" ? "twoSided" : (alternative as "greater" | "less");
  return { type: weight.id, alternative: side, ...(steps && { steps }), ...(delta && { delta }) };
}

function answerOf(fit: SelectionModel): Answer {
  const { estimate, se, p, ci, tau2, delta, selectionTest, heterogeneityTest, unadjusted } = fit;
  return {
    estimate,
    se,
    p,
    ci: ci === null ? null : [ci.lower, ci.upper],
    tau2: tau2.value,
    se_tau2: tau2.se,
    delta: delta.map(({ value }) => value),
    se_delta: delta.map((each) => each.se),
    LRT: selectionTest?.statistic ?? null,
    LRTdf: selectionTest?.df ?? null,
    LRTp: selectionTest?.p ?? null,
    LRT_tau2: heterogeneityTest?.statistic ?? null,
    logLik: fit.fit?.logLik ?? null,
    unadjusted: { estimate: unadjusted.estimate, tau2: unadjusted.tau2 },
  };
}

/**
 * Whether R is at fault where we differ. It integrates w(p) adaptively to 1e-4, which stops its search short of the
 * maximum, in a lower one, or not at a bound, and makes its numerical second derivatives rough. The proof, by a
 * log-likelihood that shares no code with ours (Simpson's rule): it equals ours at our maximum and at ours for τ² = 0, is
 * no higher at R's, and has our standard errors.
 */
function isProven(
  studies: Studies,
  fits: readonly [SelectionModel, SelectionModel],
  { expected }: GoldenCase,
): boolean {
  const theirs = { mu: expected.estimate as number, tau2: expected.tau2 as number, delta: expected.delta as number[] };
  const [full, homogeneous] = [refereedOf(fits[0]), refereedOf(fits[1])];
  const { point, errors } = full;
  const f = ([mu, tau2, ...delta]: readonly number[]) => logLikelihood(studies, { mu: mu!, tau2: tau2!, delta });
  const free = errors.flatMap((se, i) => (se === null ? [] : [i]));
  const refereed = standardErrors(f, [point.mu, point.tau2, ...point.delta], free);
  const isOurs = (each: Refereed) => Math.abs(logLikelihood(studies, each.point) - each.logLik) < 1e-7;
  return (
    isOurs(full) &&
    isOurs(homogeneous) &&
    logLikelihood(studies, theirs) < full.logLik + 1e-7 &&
    refereed.every((se, at) => Math.abs(se / errors[free[at]!]! - 1) < 1e-5)
  );
}

interface Refereed {
  readonly logLik: number;
  readonly point: { readonly mu: number; readonly tau2: number; readonly delta: readonly number[] };
  readonly errors: readonly (number | null)[];
}

function refereedOf(fit: SelectionModel): Refereed {
  const number = (value: number | null | undefined) => value ?? Number.NaN;
  const delta = fit.delta.map(({ value }) => number(value));
  return {
    logLik: number(fit.fit?.logLik),
    point: { mu: number(fit.estimate), tau2: number(fit.tau2.value), delta },
    errors: [fit.se, fit.tau2.se, ...fit.delta.map(({ se }) => se)],
  };
}

/** An answer in which R's number at a path is taken for inexact. */
function without(answer: Answer, [key, ...rest]: readonly string[]): Answer {
  if (key === undefined || answer === null || typeof answer !== "object") return peerInexact;
  if (Array.isArray(answer)) return answer.map((part, i) => (String(i) === key ? without(part, rest) : part));
  const parts = answer as Readonly<Record<string, Answer>>;
  return { ...parts, [key]: without(parts[key], rest) };
}

export const selectionAdapters: Readonly<Record<string, Adapter>> = {
  "pubbias.selmodel.beta": selmodel,
  "pubbias.selmodel.halfnorm": selmodel,
  "pubbias.selmodel.logistic": selmodel,
  "pubbias.selmodel.negexp": selmodel,
  "pubbias.selmodel.stepfun": selmodel,
};
