import {
  chiSquareCdf,
  normalCdf,
  type SelectionModel,
  type SelectionOptions,
  selectionModel,
  weightFunctions,
} from "@acumeta/core";
import { logLikelihood, type Point, type Studies, standardErrors } from "../../core/selection/referee.ts";
import { compare } from "../compare.ts";
import { type Adapter, type Answer, type Expected, type GoldenCase, peerInexact } from "../goldenCase.ts";

interface Input {
  readonly yi: readonly number[];
  readonly vi: readonly number[];
}

const selmodel: Adapter = (golden) => {
  const { yi, vi } = golden.input as unknown as Input;
  const effects = yi.map((y, i) => ({ study: String(i + 1), measure: "SMD" as const, yi: y, vi: vi[i]! }));
  const options = optionsOf(golden);
  const full = selectionModel(effects, options);
  const homogeneous = () => selectionModel(effects, { ...options, tau2: "EE" });
  return settled(golden, answerOf(full), () => refereedAnswer({ yi, vi, full, homogeneous: homogeneous() }, golden));
};

/** Our two fits of a case, and its studies. */
export interface Fits extends Input {
  readonly full: SelectionModel;
  readonly homogeneous: SelectionModel;
}

/** An answer without those numbers that differ from R's, but are the referee's. */
export function settled(golden: GoldenCase, answer: Answer, referee: () => RefereedAnswer | null): Answer {
  const { failures } = compare(golden, answer);
  if (failures.length === 0) return answer;
  const refereed = referee();
  if (refereed === null) return answer;
  const unlike = compare({ ...golden, expected: refereed, tol: 1e-5 }, answer).failures.map(({ path }) => path);
  return failures
    .map(({ path }) => path)
    .filter((path) => !unlike.includes(path) && Object.hasOwn(refereed, path.split(".")[0]!))
    .reduce<Answer>((part, path) => without(part, path.split(".")), answer);
}

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

type RefereedAnswer = { readonly [name: string]: Expected };

const Z_95 = 1.959963984540054;

/**
 * What R ought to have where it is at fault: it integrates w(p) adaptively to 1e-4, which stops its search short of the
 * maximum, in a lower one, or not at a bound, and makes its numerical second derivatives rough. The proof is by a
 * log-likelihood that shares no code with ours (Simpson's rule): it must equal ours at our maxima, and be lower at R's. All
 * that follows from maxima and second derivatives is reckoned anew from it; the fit without selection is not in doubt.
 * null without proof.
 */
export function refereedAnswer({ yi, vi, full, homogeneous }: Fits, { expected }: GoldenCase): RefereedAnswer | null {
  const studies: Studies = { yi, vi, ...full.choices };
  const theirs = { mu: expected.estimate as number, tau2: expected.tau2 as number, delta: expected.delta as number[] };
  const { mu: estimate, tau2, delta } = pointOf(full);
  const logLik = logLikelihood(studies, pointOf(full));
  const withoutTau2 = logLikelihood(studies, pointOf(homogeneous));
  const isOurs = (found: number, { fit }: SelectionModel) => Math.abs(found - fit!.logLik) < 1e-7;
  if (!isOurs(logLik, full) || !isOurs(withoutTau2, homogeneous) || logLikelihood(studies, theirs) >= logLik)
    return null;

  const [se, se_tau2, ...se_delta] = errorsOf(studies, full);
  const none = full.delta.map((each) => each.none);
  const { unadjusted } = full;
  const withoutSelection = logLikelihood(studies, { mu: unadjusted.estimate, tau2: unadjusted.tau2, delta: none });
  const LRT = Math.max(0, 2 * (logLik - withoutSelection));
  const LRTdf = full.delta.filter(({ isHeld }) => !isHeld).length;
  return {
    estimate,
    se: se ?? null,
    p: se ? 2 * normalCdf(-Math.abs(estimate / se)) : null,
    ci: se ? [estimate - Z_95 * se, estimate + Z_95 * se] : null,
    tau2,
    se_tau2: se_tau2 ?? null,
    delta,
    se_delta,
    LRT,
    LRTdf,
    LRTp: LRTdf === 0 ? null : chiSquareCdf(LRT, LRTdf, { upper: true }),
    LRT_tau2: Math.max(0, 2 * (logLik - withoutTau2)),
    logLik,
  };
}

function pointOf(fit: SelectionModel): Point {
  const number = (value: number | null) => value ?? Number.NaN;
  return {
    mu: number(fit.estimate),
    tau2: number(fit.tau2.value),
    delta: fit.delta.map(({ value }) => number(value)),
  };
}

/** Standard errors of μ, τ² and δ from the referee's second differences; null of those which are held or at a bound. */
function errorsOf(studies: Studies, fit: SelectionModel): readonly (number | null)[] {
  const { mu, tau2, delta } = pointOf(fit);
  const isFree = [fit.se, fit.tau2.se, ...fit.delta.map(({ se }) => se)].map((se) => se !== null);
  const free = isFree.flatMap((each, i) => (each ? [i] : []));
  const f = ([m, t, ...d]: readonly number[]) => logLikelihood(studies, { mu: m!, tau2: t!, delta: d });
  const refereed = standardErrors(f, [mu, tau2, ...delta], free);
  return isFree.map((each, i) => (each ? refereed[free.indexOf(i)]! : null));
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
