import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { type Scenario, world } from "./scenario.js";

/** A simulated trial. */
export interface MadeTrial {
  readonly study: string;
  readonly measure: "SMD";
  readonly yi: number;
  readonly vi: number;
  readonly comparator: "sham" | "untreated";
  readonly standardError: number;
  readonly points: readonly string[];
}

/** Simulated trials, and the truth that they were made with. */
export interface MadeTrials {
  readonly trials: readonly MadeTrial[];
  readonly truth: ReadonlyMap<string, number>;
}

/**
 * Trials of one simulated world. Points have popularities that fall as 1/(2 + place), in an order of their own for each of two styles
 * of prescribing; with `confounding` a style goes with a comparator.
 */
export function makeTrials(scenario: Scenario, seed: number): MadeTrials {
  const { sigma, tau, trials, points, confounding, bias } = scenario;
  const generator = xoroshiro128plus(seed);
  for (let i = 0; i < DISCARDED; i++) generator.next();
  const uniform = () => uniformFloat64(generator);
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const codes = Array.from({ length: points }, (_, i) => `P${i + 1}`);
  const truth = new Map(codes.map((code) => [code, sigma * normal()]));
  const styles = [shuffled(codes, uniform), shuffled(codes, uniform)] as const;
  const [shortest, longest] = world.length;
  const [fewest, most] = world.patients;
  const made = Array.from({ length: trials }, (_, i): MadeTrial => {
    const style = uniform() < 0.5 ? 0 : 1;
    const isUntreated = uniform() < 0.5 + (style === 0 ? -0.5 : 0.5) * confounding;
    const comparator = isUntreated ? "untreated" : "sham";
    const own = prescription(styles[style], shortest + Math.floor((longest - shortest + 1) * uniform()), uniform);
    const patients = fewest * (most / fewest) ** (uniform() ** 2);
    const standardError = 2 / Math.sqrt(patients);
    const ofPoints = own.reduce((sum, code) => sum + truth.get(code)!, 0);
    const yi = world.base[comparator] + ofPoints + bias * standardError + tau * normal() + standardError * normal();
    return { study: `t${i + 1}`, measure: "SMD", yi, vi: standardError ** 2, comparator, standardError, points: own };
  });
  return { trials: made, truth };
}

/** The generator's first numbers are alike for seeds that are alike. */
const DISCARDED = 16;

function shuffled(codes: readonly string[], uniform: () => number): readonly string[] {
  const keyed = codes.map((code) => ({ code, key: uniform() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ code }) => code);
}

/** Different points, one after the other, each by its popularity among those that are left. */
function prescription(order: readonly string[], length: number, uniform: () => number): readonly string[] {
  const left = order.map((code, place) => ({ code, weight: 1 / (2 + place) }));
  return Array.from({ length }, () => {
    let at = uniform() * left.reduce((sum, { weight }) => sum + weight, 0);
    const found = left.findIndex(({ weight }) => {
      at -= weight;
      return at <= 0;
    });
    const [taken] = left.splice(found === -1 ? left.length - 1 : found, 1);
    return taken!.code;
  });
}
