import { differences } from "../differences.js";
import type { WorkingJoint } from "../workingJoint.js";

/** For each treatment the first that is the same: whose difference from it is 0 without doubt. Mostly itself. */
export function identical(joint: WorkingJoint): Int32Array {
  const n = joint.names.length;
  const { difference, se } = differences(joint);
  return Int32Array.from({ length: n }, (_, i) => {
    let first = 0;
    while (difference[i * n + first] !== 0 || se[i * n + first] !== 0) first++;
    return first;
  });
}
