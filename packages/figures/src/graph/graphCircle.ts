/** What a node stands for. */
export interface NodeOf {
  readonly name: string;
  readonly trials: number;
  /** Patients; null where not known. */
  readonly n: number | null;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A treatment, or another thing that trials join, on the circle, around the origin. */
export interface GraphNode extends Place {
  readonly of: NodeOf;
  /** Pixels; areas are in proportion to patients, or to trials. */
  readonly radius: number;
  /** Blue unless given. */
  readonly color?: string;
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
export function nodeSize(things: readonly NodeOf[], circle: number): NodeSize {
  const by = things.every(({ n }) => n !== null && n > 0) ? "patients" : "trials";
  const most = Math.max(...things.map((of) => amount(of, by)));
  return { by, most, smallest: most * (SMALLEST / largest(things.length, circle)) ** 2 };
}

/** Nodes clockwise around a circle of a radius, none at its top, the first to the right of it. */
export function graphCircle(things: readonly NodeOf[], circle: number): readonly GraphNode[] {
  const { by, most } = nodeSize(things, circle);
  const n = things.length;
  return things.map((of, i) => {
    const angle = (2 * Math.PI * (i + 0.5)) / n - Math.PI / 2;
    const radius = Math.max(SMALLEST, largest(n, circle) * Math.sqrt(amount(of, by) / most));
    return { of, x: circle * Math.cos(angle), y: circle * Math.sin(angle), radius };
  });
}

function amount({ n, trials }: NodeOf, by: NodeSize["by"]): number {
  return by === "patients" ? (n ?? 0) : trials;
}

/** Neighbours of the largest radius do not touch. */
function largest(n: number, circle: number): number {
  return Math.max(SMALLEST, Math.min(LARGEST, circle * Math.sin(Math.PI / n) - GAP));
}
