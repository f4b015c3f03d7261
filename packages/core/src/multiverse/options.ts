import type { PoolOptions } from "../pool/options.js";

/**
 * What an option of a dimension does: nothing (null), a change of the data, or options that are merged into those of the
 * fit. A change gives new data and leaves alone what it is given, which other combinations start from.
 */
export type MultiverseOption<Data, Options extends object = PoolOptions> = null | ((data: Data) => Data) | Options;

/** Dimensions of choice by name, each with its options by label; both in the order in which they are tried. */
export type MultiverseChoices<Data, Options extends object = PoolOptions> = Readonly<
  Record<string, Readonly<Record<string, MultiverseOption<Data, Options>>>>
>;

/** What is read of a fit; a result of `pool` is one. */
export interface MultiverseFit {
  readonly estimate: number;
  readonly ci: { readonly lower: number; readonly upper: number; readonly p?: number | null };
  /** That of the interval where not given. */
  readonly p?: number | null;
  readonly k?: number | null;
  readonly tau2?: number | { readonly value: number } | null;
  /** That of the effects where not given. */
  readonly measure?: string | null;
  readonly warnings?: readonly { readonly code: string }[];
}

/** The choices that could have been made, and what is done after them. */
export interface MultiverseOptions<Data, Prepared = Data, Options extends object = PoolOptions> {
  readonly choices: MultiverseChoices<NoInfer<Data>, NoInfer<Options>>;
  /** What to make of the data after all choices, once for each of their combinations; nothing unless given. */
  readonly prepare?: (data: NoInfer<Data>) => Prepared;
  /**
   * `pool` unless given. Its options are those of the dimensions together, none where they are null: in TypeScript write the
   * types of both parameters, as `(effects: readonly Effect[], options: Partial<MultilevelOptions>) => …`.
   */
  readonly fit?: (data: NoInfer<Prepared>, options: Options) => MultiverseFit;
}
