import { check, checkLevel } from "../errors/check.js";
import { checkOptionNames } from "../errors/checkOptionNames.js";
import type { GoodEnd } from "./joint.js";

/** What every ranking must be told. */
export interface RankOptions {
  /** Which effects are good; there is no default, since effects don't tell. */
  readonly better: GoodEnd;
  /** Of the limits of ranks; 0.95 unless given. */
  readonly level?: number;
}

export interface MidOptions extends RankOptions {
  /** The least difference that matters, in units of the effects; 0 unless given. */
  readonly mid?: number;
}

export interface DrawOptions extends RankOptions {
  /** 10,000 unless given. */
  readonly draws?: number;
  /** 1 unless given. */
  readonly seed?: number;
}

/** What a person who knows R may have meant. */
const meant: Readonly<Record<string, string>> = {
  "small.values": "better",
  smallValues: "better",
  nsim: "draws",
  R: "draws",
  stepdown: "stepwise",
  coverage: "level",
};

/** Refuses options that are not known, and a level, a least difference, a number of draws or a seed that is none. */
export function checkRankOptions(options: Partial<MidOptions & DrawOptions>, known: readonly string[]): void {
  checkOptionNames(options, known, meant);
  const { level = 0.95, mid = 0, draws = 1, seed = 1 } = options;
  checkLevel(level);
  check({ mid }, (value) => value >= 0 && Number.isFinite(value), "a number of 0 or more");
  check(
    { draws },
    (value) => Number.isInteger(value) && value >= 1 && value <= MOST,
    "a whole number of draws, 1 to 1e8",
  );
  check({ seed }, Number.isInteger, "a whole number");
}

const MOST = 1e8;
