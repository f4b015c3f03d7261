import type { FittedStudy } from "@acumeta/core";
import type { JsonObject } from "../chartSpec.js";
import { pixels } from "../layout/label.js";
import { said } from "../layout/said.js";
import { type ValueAxis, valueChannel } from "../layout/valueAxis.js";
import { palette } from "../theme/theme.js";
import { type ForestScale, withInterval } from "./forestScale.js";

const SMALLEST_SIDE = 2.5;

interface SquareStyle {
  readonly axis: ValueAxis;
  readonly scale: ForestScale;
  readonly largestSide: number;
  /** What more a study's square says where it is pointed at. */
  readonly says?: (study: FittedStudy) => string;
}

/** One square a study; its area is its share of the weight of the heaviest study, whose side is `largestSide` pixels. */
export function studySquares(
  studies: readonly FittedStudy[],
  rows: readonly number[],
  { axis, scale, largestSide, says = () => "" }: SquareStyle,
): JsonObject {
  const heaviest = Math.max(...studies.map(({ weight }) => weight));
  const values = studies.map((study, row) => ({
    study: study.study,
    value: scale.show(study.yi),
    y: rows[row]!,
    area: Math.max(SMALLEST_SIDE ** 2, (largestSide ** 2 * study.weight) / heaviest),
    says: `${study.study}: ${withInterval({ ...study, estimate: study.yi }, scale)}, weight ${study.weight.toFixed(1)}%${more(says(study))}`,
  }));
  return {
    name: "studies",
    data: { values },
    mark: { type: "point", shape: "square", filled: true, opacity: 1, color: palette.study },
    encoding: {
      x: valueChannel("value", axis),
      y: pixels("y"),
      size: { field: "area", type: "quantitative", scale: null },
      ...said,
    },
  };
}

function more(text: string): string {
  return text === "" ? "" : `; ${text}`;
}
