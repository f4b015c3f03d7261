import { ticks } from "d3-array";
import type { JsonObject } from "../chartSpec.js";
import type { ForestScale } from "../forest/forestScale.js";
import { type Label, pixels } from "../layout/label.js";
import { type Plane, pixelsOf } from "../layout/plane/plane.js";
import { palette, sizes } from "../theme/theme.js";

interface ArcFrame {
  readonly plane: Plane;
  readonly scale: ForestScale;
}

const TICK = 6;
/** Least distance of two texts in pixels. */
const APART = 15;

/** An arc about the origin whose ticks tell which effect a line from the origin to them has. */
export function effectArc(
  effects: readonly number[],
  { plane, scale }: ArcFrame,
): { readonly layers: readonly JsonObject[]; readonly labels: readonly Label[] } {
  const origin = pixelsOf(plane, { x: 0, y: 0 });
  const unit = pixelsOf(plane, { x: 1, y: 1 });
  const [perX, perY] = [unit.x - origin.x, unit.y - origin.y];
  const radius = plane.plot.right - origin.x;
  const [low, high] = [Math.min(...effects, 0), Math.max(...effects, 0)];
  const at = (effect: number, reach: number) => {
    const length = Math.hypot(perX, effect * perY);
    return { x: origin.x + (reach * perX) / length, y: origin.y + (reach * effect * perY) / length };
  };
  const inside = ({ y }: { readonly y: number }) => y >= plane.plot.top - 2 && y <= plane.plot.bottom + 2;
  const steps = Array.from({ length: 41 }, (_, i) => at(low + ((high - low || 1) * i) / 40, radius)).filter(inside);
  const rounds = scale.type === "log" ? ticks(Math.exp(low), Math.exp(high), 5).map(Math.log) : ticks(low, high, 5);
  const marked = rounds
    .map((effect) => ({
      effect,
      from: at(effect, radius),
      to: at(effect, radius + TICK),
      text: at(effect, radius + TICK + 4),
    }))
    .filter(({ from }) => inside(from));
  const spaced = marked.filter(({ text }, i) => i === 0 || Math.abs(text.y - marked[i - 1]!.text.y) >= APART);
  return {
    layers: [
      {
        name: "arc",
        data: { values: steps.map(({ x, y }, order) => ({ x, y, order })) },
        mark: { type: "line", color: palette.muted, strokeWidth: 1, aria: false },
        encoding: { x: pixels("x"), y: pixels("y"), order: { field: "order", type: "quantitative" } },
      },
      {
        name: "arc ticks",
        data: { values: spaced.map(({ from, to }) => ({ x: from.x, y: from.y, x2: to.x, y2: to.y })) },
        mark: { type: "rule", color: palette.muted, aria: false },
        encoding: { x: pixels("x"), y: pixels("y"), x2: { field: "x2" }, y2: { field: "y2" } },
      },
    ],
    labels: spaced.map(({ effect, text }) => ({ text: scale.text(effect), x: text.x, y: text.y, size: sizes.note })),
  };
}
