import type { Effect } from "../effects/effect.js";
import { warningMessages as texts } from "../errors/messages.js";
import { halfWidth } from "../numerics/quantileCache.js";
import type { Interval, Tau2, Warning } from "./result.js";

/** What a reader must know of a fit: studies that are not independent, and a model that had too little to go on. */
export function warningsOf(
  effects: readonly Effect[],
  { chosen, se, ci, tau2 }: { chosen: string; se: number; ci: Interval; tau2: Tau2 },
): readonly Warning[] {
  const [first] = effects;
  const shared = sharing(effects, ({ arms = [] }) => arms);
  const repeated = sharing(effects, ({ study }) => [study]);
  return [
    ...(effects.length === 1 && first !== undefined ? [texts.singleStudy({ study: first.study, chosen })] : []),
    ...(shared.keys.length > 0 ? [texts.sharedArm({ arms: shared.keys, studies: shared.studies })] : []),
    ...(repeated.keys.length > 0 ? [texts.duplicateStudy({ studies: repeated.studies })] : []),
    ...(ci.se === 0 ? [texts.zeroSpread({ method: ci.method })] : []),
    ...(ci.se > 0 && isNarrowerThanZ(ci, se) ? [texts.narrowerThanZ({ method: ci.method })] : []),
    ...(tau2.converged ? [] : [texts.notConverged({ method: tau2.method, iterations: tau2.iterations })]),
  ];
}

/** Jackson, Law, Rücker & Schwarzer 2017, Statistics in Medicine 36:3923-3934: Hartung-Knapp can be the less careful. */
function isNarrowerThanZ({ level, df, se }: Interval, waldSe: number): boolean {
  return halfWidth(level, { se, df }) < halfWidth(level, { se: waldSe, df: null }) * (1 - 1e-12);
}

/** The keys that more than one effect has, and the studies that have them. */
function sharing(effects: readonly Effect[], keysOf: (effect: Effect) => readonly string[]) {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const effect of effects) {
    const keys = keysOf(effect);
    for (const key of keys) if (seen.has(key)) shared.add(key);
    for (const key of keys) seen.add(key);
  }
  const holders = shared.size === 0 ? [] : effects.filter((effect) => keysOf(effect).some((key) => shared.has(key)));
  return { keys: [...shared], studies: [...new Set(holders.map(({ study }) => study))] };
}
