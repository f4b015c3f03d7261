import {
  type BiasPredictorId,
  type BiasTestId,
  type BiasTestResult,
  biasPredictors,
  biasTest,
  type Effect,
  normalQuantile,
  type Tau2Method,
} from "@acumeta/core";
import { type Adapter, type Answer, peerInexact } from "../goldenCase.ts";
import { effectsOf, ends, type Numbers, R_STOPS } from "./biasInput.ts";

/** The regression at a given τ²: its predictor as the patients of studies with variances v + τ². */
function lineAt(effects: readonly Effect<"SMD">[], predictor: BiasPredictorId, tau2: number) {
  const x = biasPredictors[predictor].of({
    y: Float64Array.from(effects, ({ yi }) => yi),
    v: Float64Array.from(effects, ({ vi }) => vi),
    n: effects.map(({ n }) => n),
    names: [],
  });
  const shifted = effects.map((effect, i) => ({ ...effect, vi: effect.vi + tau2, n: x[i]! }));
  return biasTest(shifted, { test: "mixed", predictor: "ni", tau2: "EE" });
}

/** To more digits than R is compared to: what follows from the statistic is then the same, too. */
const isSame = (ours: number, theirs: number) => Math.abs(ours - theirs) <= 1e-10 * Math.abs(theirs);

/** The τ² within R's stopping distance of ours at which the slope's statistic is R's; null where there is none. */
function tau2OfR(statistic: (tau2: number) => number, ours: number, theirs: number): number | null {
  const above = (tau2: number) => statistic(tau2) - theirs;
  let [low, high] = [Math.max(0, ours - R_STOPS), ours + R_STOPS];
  const rises = above(high) > above(low);
  if (above(low) > 0 === above(high) > 0) return null;
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (above(middle) > 0 === rises) high = middle;
    else low = middle;
  }
  return low;
}

/**
 * "sei_lm", "ninv_rma_REML": predictor, model, estimator of τ². Where R's REML stopped early, its τ², which it does not
 * print, is what its statistic implies, near ours; everything else R gives is compared at it.
 */
const regtest: Adapter = (golden) => {
  const effects = effectsOf(golden);
  const answer = (key: string): Answer => {
    const [predictor, model] = key.replace("rma_", "").split("_") as [BiasPredictorId, "lm" | Tau2Method];
    const options = model === "lm" ? ({ test: "Egger" } as const) : ({ test: "mixed", tau2: model } as const);
    const found = biasTest(effects, { ...options, predictor });
    const { vanishes } = biasPredictors[predictor];
    const { statistic, df, p, asymmetry, limit } = found;
    const ours = { df, p, intercept: limit?.estimate ?? null, ci: ends(limit), slope: asymmetry?.value ?? null };
    const theirs = (golden.expected[key] as Readonly<Record<string, number>>).stat!;
    if (model !== "REML" || isSame(statistic!, theirs)) return { ...ours, stat: statistic };
    const at = tau2OfR((value) => lineAt(effects, predictor, value).statistic!, found.tau2!, theirs);
    if (at === null) return { ...ours, stat: statistic };
    const line = lineAt(effects, predictor, at);
    const { value, se } = line.intercept!;
    const half = -normalQuantile(0.025) * se;
    return {
      stat: peerInexact,
      df,
      p: line.p,
      intercept: vanishes ? value : null,
      ci: [value - half, value + half],
      slope: line.asymmetry!.value,
    };
  };
  return Object.fromEntries(Object.keys(golden.expected).map((key) => [key, answer(key)]));
};

const ranktest: Adapter = (golden) => {
  const { tau, p } = biasTest(effectsOf(golden), { test: "Begg" });
  return { tau: { tau }, p };
};

const tests: Readonly<Record<string, BiasTestId>> = { Thompson: "Thompson-Sharp" };
const ofEffects: readonly string[] = ["Begg", "Egger", "Thompson"];

/** meta tests ranks by the normal distribution always. */
const metabias: Adapter = (golden) => {
  const { ai, n1i, ci, n2i } = golden.input as Numbers;
  const tables = () => ai!.map((a, i) => ({ a, n1: n1i![i]!, c: ci![i]!, n2: n2i![i]! }));
  const answer = (key: string): Answer => {
    const rows = ofEffects.includes(key) ? effectsOf(golden) : tables();
    const found: BiasTestResult = biasTest(rows, { test: tests[key] ?? (key as BiasTestId), exact: false });
    const { statistic, df, p, asymmetry } = found;
    return { statistic, df, p, estimate: [asymmetry?.value ?? null, asymmetry?.se ?? null] };
  };
  return Object.fromEntries(Object.keys(golden.expected).map((key) => [key, answer(key)]));
};

export const asymmetryAdapters: Readonly<Record<string, Adapter>> = {
  "pubbias.regtest": regtest,
  "pubbias.ranktest": ranktest,
  "pubbias.metabias": metabias,
};
