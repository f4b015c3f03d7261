import type { PoolOptions } from "../../pool/options.js";
import type { MultiverseOptions } from "../options.js";

/** The choices of a multiverse, and how to turn the signs of its effects. */
export interface PermuteMultiverseOptions<Data, Prepared = Data, Options extends object = PoolOptions>
  extends MultiverseOptions<Data, Prepared, Options> {
  /** Column of the effects whose signs turn together; "study" unless given. */
  readonly cluster?: string;
  /** All 2ᵏ flips are made where they are no more than this; else so many are drawn. 1,000 unless given. */
  readonly flips?: number;
  /** 1 unless given. */
  readonly seed?: number;
}
