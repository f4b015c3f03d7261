import { checkOptionNames } from "../../errors/checkOptionNames.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import type { MultiMembershipOptions } from "../options.js";

/** How to draw a {@link bootstrapMembership}. */
export interface BootstrapMembershipOptions extends MultiMembershipOptions {
  /** The column whose members are tested; the first of `members` unless given. */
  readonly column?: string;
  /** 1,000 unless given. */
  readonly draws?: number;
  /** 1 unless given. */
  readonly seed?: number;
  /** Whether to find the interval, which takes some four times as long; true unless given. */
  readonly ci?: boolean;
  /** The power at which to say how far apart members had to be; null, unless given: not asked. */
  readonly power?: number | null;
}

export interface ResolvedBootstrap {
  readonly model: MultiMembershipOptions;
  readonly column: string | null;
  readonly draws: number;
  readonly seed: number;
  readonly ci: boolean;
  readonly power: number | null;
}

const known = [
  ...["members", "moderators", "missing", "reference", "coding", "level"],
  ...["column", "draws", "seed", "ci", "power"],
];

/** Options with their defaults; what isn't known is a MetaError. */
export function resolveBootstrap(options: BootstrapMembershipOptions): ResolvedBootstrap {
  checkOptionNames(options, known, { mods: "moderators", iter: "draws", B: "draws" });
  const { column = null, draws = 1000, seed = 1, ci = true, power = null, ...model } = options;
  const refuse = (option: string, found: unknown, allowed: string) => {
    throw metaError(messages.badBootstrapOption({ option, found, allowed }));
  };
  if (!(Number.isSafeInteger(draws) && draws >= 1)) refuse("draws", draws, "a whole number from 1");
  if (!Number.isSafeInteger(seed)) refuse("seed", seed, "a whole number");
  if (typeof ci !== "boolean") refuse("ci", ci, "true or false");
  if (power !== null && !(power > 0 && power < 1)) refuse("power", power, "a number between 0 and 1, or null");
  return { model, column, draws, seed, ci, power };
}
