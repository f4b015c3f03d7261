import type { Registered } from "../../registry/registry.js";
import type { WorkingJoint } from "../workingJoint.js";

/** When one treatment counts as better than another by one criterion. */
export interface OrderRule<Id extends string = string> extends Registered<Id> {
  /** 1 where the one at the row is better than the one at the column, row by row; where `weak`, at least as good. */
  readonly compute: (
    joint: WorkingJoint,
    how: { readonly level: number; readonly draws: number; readonly seed: number },
  ) => Uint8Array;
  /** Whether it tells who is at least as good, so that only those are ordered of whom the reverse is not true. */
  readonly weak: boolean;
}
