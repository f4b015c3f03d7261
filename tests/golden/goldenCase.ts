/** A number, true or false, "Infinity", "-Infinity", null for not available, a name, or a structure of them. */
export type Expected = number | boolean | string | null | readonly Expected[] | { readonly [key: string]: Expected };

export interface GoldenCase {
  readonly id: string;
  readonly suite: string;
  readonly dataset: { readonly name: string; readonly citation: string };
  readonly input: Readonly<Record<string, unknown>>;
  readonly options: Readonly<Record<string, unknown>>;
  readonly expected: { readonly [key: string]: Expected };
  /** Relative tolerance (absolute below 1) where R itself is the limit. */
  readonly tol?: number;
  readonly notes?: string;
}

/** Stands in an answer wherever acumeta has nothing to compare yet; anything else that is missing is a failure. */
export const notImplemented: unique symbol = Symbol("not implemented");
type NotImplemented = typeof notImplemented;

/** Stands where R's own number is off, as an adapter has made sure; counted, not compared. */
export const peerInexact: unique symbol = Symbol("R is inexact");
type PeerInexact = typeof peerInexact;

export type Answer =
  | number
  | string
  | null
  | NotImplemented
  | PeerInexact
  | undefined
  | readonly Answer[]
  | { readonly [key: string]: Answer };

/** Answers a case through the public API, in the shape of its `expected`. */
export type Adapter = (golden: GoldenCase) => Answer;
