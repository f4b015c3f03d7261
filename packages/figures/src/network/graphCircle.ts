import type { NetworkTreatment } from "@acumeta/core";

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A treatment on the circle, around the origin. */
export interface GraphNode extends Place {
  readonly treatment: NetworkTreatment;
  /** Pixels; areas are in proportion to patients, or to trials. */
  readonly radius: number;
}

/** What the areas of nodes show. */
export interface NodeSize {
  readonly by: "patients" | "trials";
  readonly most: number;
  /** Below this, nodes shrink no further. */
  readonly smallest: number;
}

const LARGEST = 24;
const SMALLEST = 4;
const GAP = 3;

/** By patients where all are known, else by trials. */
export function nodeSize(treatments: readonly NetworkTreatment[], circle: number): NodeSize {
  const by = treatments.every(({ n }) => n !== null && n > 0) ? "patients" : "trials";
  const most = Math.max(...treatments.map((treatment) => amount(treatment, by)));
  return { by, most, smallest: most * (SMALLEST / largest(treatments.length, circle)) ** 2 };
}

/** The treatments clockwise around a circle of a radius, none at its top, the first to the right of it. */
export function graphCircle(treatments: readonly NetworkTreatment[], circle: number): readonly GraphNode[] {
  const { by, most } = nodeSize(treatments, circle);
  const n = treatments.length;
  return treatments.map((treatment, i) => {
    const angle = (2 * Math.PI * (i + 0.5)) / n - Math.PI / 2;
    const radius = Math.max(SMALLEST, largest(n, circle) * Math.sqrt(amount(treatment, by) / most));
    return { treatment, x: circle * Math.cos(angle), y: circle * Math.sin(angle), radius };
  });
}

function amount({ n, trials }: NetworkTreatment, by: NodeSize["by"]): number {
  return by === "patients" ? (n ?? 0) : trials;
}

/** Neighbours of the largest radius do not touch. */
function largest(n: number, circle: number): number {
  return Math.max(SMALLEST, Math.min(LARGEST, circle * Math.sin(Math.PI / n) - GAP));
}
