import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import type { GoodEnd, Rankable } from "../joint.js";
import { subset } from "../subset.js";
import { type WorkingJoint, workingJoint } from "../workingJoint.js";

/** One of the outcomes by which treatments are compared. */
export interface Criterion {
  readonly name: string;
  readonly source: Rankable;
  readonly better: GoodEnd;
}

interface WorkingCriterion extends Omit<Criterion, "source"> {
  readonly joint: WorkingJoint;
}

/** What is to be ordered, by each criterion, with the treatments in one order. */
export interface WorkingCriteria {
  readonly criteria: readonly WorkingCriterion[];
  readonly names: readonly string[];
  /** Treatments that not every criterion has. */
  readonly leftOut: readonly string[];
}

/** Of one source with its direction, or of a list of criteria; refuses (`NOT_CRITERIA`) what is neither. */
export function workingCriteria(source: Rankable | readonly Criterion[], better: GoodEnd | undefined): WorkingCriteria {
  const list = isList(source) ? source.map(checkedCriterion) : [{ name: "effect", source, better: better as GoodEnd }];
  if (list.length === 0 || new Set(list.map(({ name }) => name)).size < list.length)
    throw metaError(messages.notCriteria({ found: source }));
  const joints = list.map((criterion) => workingJoint(criterion.source, criterion.better));
  const all = [...new Set(joints.flatMap(({ names }) => names))];
  const names = all.filter((name) => joints.every((joint) => joint.names.includes(name)));
  if (names.length < 2)
    throw metaError(messages.tooFewToRank({ n: names.length, needed: 2, what: "an order, in every criterion" }));
  return {
    criteria: list.map((criterion, i) => ({
      name: criterion.name,
      better: criterion.better,
      joint: subset(joints[i]!, names),
    })),
    names,
    leftOut: all.filter((name) => !names.includes(name)),
  };
}

const isList = (source: Rankable | readonly Criterion[]): source is readonly Criterion[] => Array.isArray(source);

function checkedCriterion(criterion: unknown): Criterion {
  const isCriterion =
    typeof criterion === "object" &&
    criterion !== null &&
    "name" in criterion &&
    typeof criterion.name === "string" &&
    "source" in criterion;
  if (!isCriterion) throw metaError(messages.notCriteria({ found: criterion }));
  return criterion as Criterion;
}
