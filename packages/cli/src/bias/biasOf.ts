import {
  type BiasPredictorId,
  type BiasTestId,
  biasTests,
  copasModel,
  type Effect,
  type FailSafeMethodId,
  failSafeMethods,
  failSafeN,
  selectionModel,
  smallStudyEffects,
} from "@acumeta/core";
import { attempt, isNotRun, isRun, type NotRun } from "../output/notRun.js";
import type { Pooling } from "../pooling.js";
import type { Bias } from "./bias.js";
import { selectionModels } from "./selectionModels.js";
import { testOf } from "./testOf.js";
import { worthOfCopas, worthOfFailSafe, worthOfSelection } from "./worth.js";

export interface BiasChoices extends Pooling {
  /** Every registered test unless given. */
  readonly test?: readonly BiasTestId[];
  readonly predictor: BiasPredictorId;
  /** An id of `selectionModels`. */
  readonly selection: string;
  /** Effect to which the fail-safe numbers let the mean fall. */
  readonly target?: number;
}

/** Core's overview of small-study effects, with a selection model, Copas' model and fail-safe numbers beside it. */
export function biasOf(effects: readonly Effect[], choices: BiasChoices): Bias {
  const { test: asked = Object.keys(biasTests) as BiasTestId[], tau2, interval, level } = choices;
  const overview = smallStudyEffects(effects, { tau2, interval, level });
  const tests = asked.map((id) => testOf(id, { effects, overview, choices }));
  const failSafe = (Object.keys(failSafeMethods) as FailSafeMethodId[]).map((id) => failSafeOf(id, effects, choices));
  const selection = selectionOf(effects, choices);
  const copas = copasOf(effects, level);
  const isTest = ({ method }: NotRun) => Object.hasOwn(biasTests, method);
  return {
    ...overview,
    tests: tests.filter(isRun),
    selection: isRun(selection) ? selection : null,
    copas: isRun(copas) ? copas : null,
    failSafe: failSafe.filter(isRun),
    skipped: [
      ...tests.filter(isNotRun),
      ...overview.skipped.filter((each) => !isTest(each)),
      ...[selection, copas, ...failSafe].filter(isNotRun),
    ],
  };
}

function selectionOf(effects: readonly Effect[], { selection: id, tau2, level }: BiasChoices) {
  const { label, options } = selectionModels[id]!;
  return attempt<NonNullable<Bias["selection"]>>(id, () => {
    const result = selectionModel(effects, { ...options, tau2: tau2 === "EE" ? "EE" : "ML", level });
    if (result.estimate === null) return { method: id, because: result.note ?? "no estimate" };
    return { id, label, result, worth: worthOfSelection(result.k) };
  });
}

function copasOf(effects: readonly Effect[], level: number) {
  const method = "Copas";
  return attempt<NonNullable<Bias["copas"]>>(method, () => {
    const result = copasModel(effects, { level });
    const { adjusted, grid, k } = result;
    if (adjusted !== null) return { result, worth: worthOfCopas(adjusted, k) };
    const isTested = grid.some(({ asymmetryP }) => asymmetryP !== null);
    return { method, because: isTested ? "no selection of its grid explains the asymmetry" : untestable };
  });
}

const untestable =
  "no selection can be chosen: asymmetry can't be tested below 4 trials, nor where all are equally precise";

function failSafeOf(id: FailSafeMethodId, effects: readonly Effect[], { tau2, target }: BiasChoices) {
  const { label } = failSafeMethods[id];
  if (id === "Orwin" && target === undefined)
    return { method: label, because: "without a --target it is always the number of trials" };
  return attempt(label, () => ({
    result: failSafeN(effects, { method: id, tau2, ...(target === undefined ? {} : { target }) }),
    worth: worthOfFailSafe,
  }));
}
