import type { JsonObject } from "../../chartSpec.js";
import { palette } from "../../theme/theme.js";
import { pixels } from "../label.js";
import { KEY_WIDTH, type KeyMark, type PlacedKey } from "./keys.js";

const marks: Readonly<Record<KeyMark, (color: string) => JsonObject>> = {
  disc: (color) => ({ type: "point", shape: "circle", size: 60, filled: true, color }),
  ring: (color) => ({ type: "point", shape: "circle", size: 50, filled: false, strokeWidth: 1.4, color }),
  square: (color) => ({ type: "point", shape: "square", size: 60, filled: true, color }),
  diamond: (color) => ({ type: "point", shape: "diamond", size: 80, filled: true, color }),
  triangle: (color) => ({ type: "point", shape: "triangle-up", size: 60, filled: true, color }),
  line: (color) => ({ type: "rule", strokeWidth: 2, color }),
  dashed: (color) => ({ type: "rule", strokeWidth: 1.4, strokeDash: [4, 3], color }),
  area: (color) => ({ type: "rect", fill: color, stroke: palette.rule, strokeWidth: 0.5 }),
};

/** The marks of keys beside their texts. */
export function keyLayers(keys: readonly PlacedKey[]): readonly JsonObject[] {
  return keys.map(({ mark, color, opacity = 1, x, y }, i) => {
    const half = KEY_WIDTH / 2;
    const wide = { x: pixels("left"), x2: { field: "right" } };
    const along =
      mark === "area"
        ? { ...wide, y: pixels("top"), y2: { field: "bottom" } }
        : mark === "line" || mark === "dashed"
          ? { ...wide, y: pixels("y") }
          : { x: pixels("x"), y: pixels("y") };
    return {
      name: `key ${i + 1}`,
      data: { values: [{ x, y, left: x - half, right: x + half, top: y - 5, bottom: y + 5 }] },
      mark: { ...marks[mark](color), opacity: 1, fillOpacity: opacity, aria: false },
      encoding: along,
    };
  });
}
