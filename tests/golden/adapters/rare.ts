import {
  type EventsStudy,
  type GlmmFit,
  glmm,
  type glmmModels,
  glmmOneGroup,
  type glmmTau2,
  type Interval,
  logGamma,
  type MantelHaenszelFit,
  type MantelHaenszelOptions,
  type MantelHaenszelStudies,
  mantelHaenszel,
  mantelHaenszelRandom,
  type PersonTimeStudy,
  peto,
} from "@acumeta/core";
import { type Adapter, type Answer, type GoldenCase, peerInexact } from "../goldenCase.ts";

type Answers = Readonly<Record<string, Answer>>;
type Columns = Readonly<Record<string, readonly number[]>>;

function eventsOf({ input }: GoldenCase): readonly EventsStudy[] {
  const { ai, n1i, ci, n2i } = input as Columns;
  return ai!.map((a, i) => ({ study: String(i + 1), a, n1: n1i![i]!, c: ci![i]!, n2: n2i![i]! }));
}

function personTimesOf({ input }: GoldenCase): readonly PersonTimeStudy[] {
  const { x1i, t1i, x2i, t2i } = input as Columns;
  return x1i!.map((x1, i) => ({ study: String(i + 1), x1, t1: t1i![i]!, x2: x2i![i]!, t2: t2i![i]! }));
}

const ends = (ci: Interval | null) => (ci === null ? null : [ci.lower, ci.upper]);

const wald = ({ estimate, se, ci }: { estimate: number | null; se: number | null; ci: Interval | null }) => ({
  estimate,
  se,
  z: ci?.statistic ?? null,
  p: ci?.p ?? null,
  ci: ends(ci),
});

const ownEffects = ({ heterogeneity, studies }: Pick<MantelHaenszelFit, "heterogeneity" | "studies">) => ({
  Q: heterogeneity?.Q ?? null,
  Qp: heterogeneity?.p ?? null,
  I2: heterogeneity?.I2 ?? null,
  H2: heterogeneity?.H2 ?? null,
  k: studies.length,
  k_yi: studies.filter(({ yi }) => yi !== null).length,
});

/** rma.mh corrects, where asked, both the tables it pools and the studies' own effects. */
const zeroCells: Readonly<Record<string, Pick<MantelHaenszelOptions, "pooledZeroCells" | "studyZeroCells">>> = {
  none: {},
  only0: { pooledZeroCells: { to: "only0" } },
  all: { pooledZeroCells: { to: "all" }, studyZeroCells: { to: "all" } },
  // drop00 = TRUE is for the studies' own effects alone, as by default.
  drop00: {},
};

interface MhOptions {
  readonly measure: keyof MantelHaenszelStudies;
  readonly correction?: string;
  readonly correct?: boolean;
}

const rmaMh: Adapter = (golden) => {
  const { measure, correction = "none", correct = true } = golden.options as unknown as MhOptions;
  const options = { correct, ...zeroCells[correction] };
  const fit =
    measure === "IRR" || measure === "IRD"
      ? mantelHaenszel(personTimesOf(golden), { ...options, measure })
      : mantelHaenszel(eventsOf(golden), { ...options, measure });
  const { association, tarone, breslowDay } = fit;
  return {
    ...wald(fit),
    ...ownEffects(fit),
    CMH: association.CMH?.statistic ?? null,
    CMHp: association.CMH?.p ?? null,
    CO: association.cochran?.statistic ?? null,
    COp: association.cochran?.p ?? null,
    TA: tarone?.statistic ?? null,
    TAp: tarone?.p ?? null,
    BD: breslowDay?.statistic ?? null,
    BDp: breslowDay?.p ?? null,
  };
};

const rmaPeto: Adapter = (golden) => {
  const studies = eventsOf(golden);
  const fit = peto(studies);
  const left = studies.map((_, i) => peto(studies.filter((_study, j) => j !== i)));
  return {
    ...wald(fit),
    ...ownEffects(fit),
    weights_percent: fit.studies.map(({ weight }) => weight),
    leave1out: {
      estimate: left.map(({ estimate }) => estimate),
      se: left.map(({ se }) => se),
      Q: left.map(({ heterogeneity }) => heterogeneity?.Q ?? null),
    },
  };
};

const metabin: Adapter = (golden) => {
  const studies = eventsOf(golden);
  const of = (measure: "OR" | "RR" | "RD"): Answer => {
    const dropDoubleZero = measure !== "RD";
    const options = {
      measure,
      pooledZeroCells: { to: "only0", dropDoubleZero },
      studyZeroCells: { to: "only0", dropDoubleZero },
      zeroCellUse: "meta",
      variance: "Greenland-Robins",
    } as const;
    const { estimate, se, ci, heterogeneity } = mantelHaenszel(studies, options);
    const random = mantelHaenszelRandom(studies, options)!;
    return {
      common: { TE: estimate, se, ci: ends(ci), p: ci?.p ?? null },
      random_DL: { TE: random.estimate, se: random.se, ci: ends(random.ci) },
      Q: heterogeneity?.Q ?? null,
      tau2: random.tau2,
    };
  };
  return { OR: of("OR"), RR: of("RR"), RD: of("RD") };
};

interface RmaGlmmOptions {
  readonly measure?: "OR" | "IRR" | "PLO";
  readonly model?: keyof typeof glmmModels;
  readonly method: keyof typeof glmmTau2;
}

function fitGlmm(golden: GoldenCase): GlmmFit {
  const { method: tau2, measure = "OR", model: named } = golden.options as unknown as RmaGlmmOptions;
  // A case of person-time names its model in its id alone.
  const model = named ?? (golden.id.split("/").at(-1) as keyof typeof glmmModels);
  // rma.glmm takes Laplace's approximation for two random effects, and integrates the exact conditional likelihood
  // finely.
  const quadraturePoints = model === "UM.RS" && tau2 === "ML" ? 1 : model === "CM.EL" ? 30 : 7;
  if (measure === "OR") return glmm(eventsOf(golden), { measure, model, tau2, quadraturePoints });
  if (measure === "IRR") return glmm(personTimesOf(golden), { measure, model, tau2, quadraturePoints });
  const { xi, ni } = golden.input as Columns;
  const studies = xi!.map((a, i) => ({ study: String(i + 1), a, n: ni![i]! }));
  return glmmOneGroup(studies, { measure, tau2, quadraturePoints });
}

const rmaGlmm: Adapter = (golden) => {
  const fit = fitGlmm(golden);
  const { tau2, heterogeneity, k, choices } = fit;
  const { I2, H2, wald: byWald, likelihoodRatio } = heterogeneity;
  const answer: Answers = {
    ...wald(fit),
    tau2: tau2.value,
    I2,
    H2,
    QE_Wld: byWald.statistic,
    QEp_Wld: byWald.p,
    QE_LRT: likelihoodRatio.statistic,
    QEp_LRT: likelihoodRatio.p,
    logLik: logLikOf(golden, fit),
    k,
  };
  // Where R stops short of τ² = 0 its ln L is lower than there.
  const { tau2: theirs, logLik } = golden.expected as Readonly<Record<string, number>>;
  const stoppedShort = tau2.value === 0 && theirs! > 0 && logLik! < fit.fit.logLik;
  const atZero: Answers = stoppedShort ? { tau2: peerInexact, I2: peerInexact, H2: peerInexact } : {};
  if (choices.model === "UM.RS") return { ...where(golden, answer, isAsNearAsLme4), ...atZero };
  if (choices.model !== "CM.EL" || choices.measure !== "OR") return answer;
  return { ...provenExactly(golden, fit, answer), ...atZero };
};

/**
 * What R prints for ln L where it uses lme4 and more than one point of quadrature.
 *
 * With "EE" (UM.RS) it leaves out ln L of the saturated model: added back, R agrees. With "ML" it is not the integrated
 * likelihood at all, but that given the modes of the random effects, since metafor takes lme4's deviance(), which is
 * conditional on them: summed so, ours would be −70.9679 for bcg/UM.FS (R −70.9677), −31.5063 for bcg/CM.AL (R
 * −31.5063), −21.6608 for pritz1997/PLO (R −21.6607). Where τ² is 0 both are the same.
 */
function logLikOf(golden: GoldenCase, { choices, fit, tau2 }: GlmmFit): Answer {
  const isBinomial = choices.measure !== "IRR";
  if (choices.model === "UM.RS") return choices.tau2 === "EE" ? fit.logLik - saturated(eventsOf(golden)) : fit.logLik;
  return choices.model !== "CM.EL" && isBinomial && tau2.value > 0 ? peerInexact : fit.logLik;
}

function saturated(studies: readonly EventsStudy[]): number {
  const best = (x: number, n: number) =>
    logGamma(n + 1) -
    logGamma(x + 1) -
    logGamma(n - x + 1) +
    (x === 0 ? 0 : x * Math.log(x / n)) +
    (x === n ? 0 : (n - x) * Math.log1p(-x / n));
  const informative = studies.filter(({ a, n1, c, n2 }) => a + c > 0 && a + c < n1 + n2);
  return informative.reduce((sum, { a, n1, c, n2 }) => sum + best(a, n1) + best(c, n2), 0);
}

const differs = (ours: number, theirs: number): boolean =>
  Math.abs(ours - theirs) > 1e-3 * Math.max(1, Math.abs(theirs));

/**
 * `peerInexact` for each number that differs from R's by more than R's tolerance and of which R is known to be inexact.
 */
function where(
  { expected }: GoldenCase,
  answer: Answers,
  isInexact: (name: string, ours: number, theirs: number) => boolean,
): Answers {
  const judged = (name: string, ours: Answer, theirs: unknown): Answer => {
    if (Array.isArray(ours) && Array.isArray(theirs)) return ours.map((each, i) => judged(name, each, theirs[i]));
    const both = typeof ours === "number" && typeof theirs === "number";
    return both && differs(ours, theirs) && isInexact(name, ours, theirs) ? peerInexact : ours;
  };
  const all: Record<string, Answer> = {};
  for (const [name, ours] of Object.entries(answer)) all[name] = judged(name, ours, expected[name]);
  return all.QE_Wld === peerInexact ? { ...all, QEp_Wld: peerInexact } : all;
}

/**
 * For two random effects lme4 takes the curvature of ln L by differences of a likelihood that it has solved to 1e-7
 * only. Its standard errors are up to 1.1 % off ours, and with them z and intervals; Wald's statistic up to 1.5 %. It
 * is R's that are off: its two fits of one saturated model (damico2009, "ML" and "EE"), with likelihood ratios 0.001
 * apart, differ by 1 % in Wald's statistic; and for hart1999, where τ² is 0, its standard error, 0.16168, is below
 * 0.16257, what it would be if σ and τ were known, which no inverse of the whole curvature can be.
 * tests/core/rare/curvature.test.ts checks ours against a likelihood summed by brute force. Beyond 2 % a difference is
 * a failure.
 */
function isAsNearAsLme4(name: string, ours: number, theirs: number): boolean {
  return ["se", "z", "ci", "QE_Wld"].includes(name) && Math.abs(ours - theirs) <= 0.02 * Math.abs(theirs);
}

/**
 * R takes the curvature of the exact conditional likelihood by differences that fail for large tables (li2007, "EE": a
 * standard error of 0.0166 where that of the unconditional model is 0.0273; bcg: a Wald statistic of 269 where its
 * likelihood ratio is 177). Where ours are those of the sums over all tables of the margins, R's are not held against
 * them.
 */
function provenExactly(golden: GoldenCase, fit: GlmmFit, answer: Answers): Answers {
  const tables = eventsOf(golden).filter(({ a, n1, c, n2 }) => a + c > 0 && a + c < n1 + n2);
  const same = (ours: number, exact: number) => Math.abs(ours - exact) <= 1e-7 * exact;
  const isWaldExact = same(fit.heterogeneity.wald.statistic, waldByEnumeration(tables));
  const information = tables.reduce((sum, table) => sum + momentsOf(table, fit.estimate).variance, 0);
  const isSeExact = fit.choices.tau2 === "EE" && same(fit.se, 1 / Math.sqrt(information));
  const exact = [...(isWaldExact ? ["QE_Wld"] : []), ...(isSeExact ? ["se", "z", "p", "ci"] : [])];
  const noInterval: Answers = isSeExact && golden.expected.se === undefined ? { ci: peerInexact } : {};
  return {
    ...where(golden, answer, (name) => exact.includes(name)),
    ...noInterval,
  };
}

/** Σw(θ̂ − θ̄)² of conditional maximum likelihood estimates, found by halving. */
function waldByEnumeration(tables: readonly EventsStudy[]): number {
  const effects = tables.flatMap((table) => {
    const { a, n1, c, n2 } = table;
    if (a === Math.max(0, a + c - n2) || a === Math.min(n1, a + c)) return [];
    let [low, high] = [-20, 20];
    for (let i = 0; i < 60; i++) {
      const middle = (low + high) / 2;
      if (momentsOf(table, middle).mean < a) low = middle;
      else high = middle;
    }
    return [{ theta: low, w: momentsOf(table, low).variance }];
  });
  const total = effects.reduce((sum, { w }) => sum + w, 0);
  const mean = effects.reduce((sum, { theta, w }) => sum + w * theta, 0) / total;
  return effects.reduce((sum, { theta, w }) => sum + w * (theta - mean) ** 2, 0);
}

/** Mean and variance of a given its margins and a log odds ratio, over all tables there can be. */
function momentsOf({ a, n1, c, n2 }: EventsStudy, theta: number): { readonly mean: number; readonly variance: number } {
  const m = a + c;
  const logs = [0];
  const least = Math.max(0, m - n2);
  for (let u = least + 1; u <= Math.min(n1, m); u++)
    logs.push(logs.at(-1)! + Math.log(((n1 - u + 1) / u) * ((m - u + 1) / (n2 - m + u))) + theta);
  const top = logs.reduce((most, each) => Math.max(most, each));
  const masses = logs.map((each) => Math.exp(each - top));
  const total = masses.reduce((sum, each) => sum + each, 0);
  const mean = masses.reduce((sum, each, i) => sum + each * (least + i), 0) / total;
  return { mean, variance: masses.reduce((sum, each, i) => sum + each * (least + i - mean) ** 2, 0) / total };
}

export const rareAdapters: Readonly<Record<string, Adapter>> = {
  mh: rmaMh,
  peto: rmaPeto,
  "mh.meta": metabin,
  glmm: rmaGlmm,
};
