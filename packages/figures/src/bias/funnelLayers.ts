import { type Funnel, type FunnelLines, fixed, pText } from "@acumeta/core";
import type { JsonObject } from "../chartSpec.js";
import type { Key } from "../layout/plane/keys.js";
import { atX, dots, type Place, path, region } from "../layout/plane/marks.js";
import type { Plane } from "../layout/plane/plane.js";
import { palette } from "../theme/theme.js";
import type { FunnelContent } from "./funnelPlot.js";
import { funnelSides, funnelTriangle } from "./funnelShape.js";

/** Everything in the plot, from the back to the front. */
export function funnelLayers(content: FunnelContent, plane: Plane): readonly JsonObject[] {
  const { funnel, filled, contours } = content;
  const { scale } = content;
  return [
    ...(contours ? contourLayers(content, plane) : []),
    ...(scale.nullValue === null ? [] : noEffect(scale.nullValue, plane)),
    atX(
      scale.show(funnel.estimate),
      { name: "pooled effect", mark: { color: palette.pooled, strokeWidth: 1.6 } },
      plane,
    ),
    ...funnelSides(toFoot(funnel.limits, content), content).flatMap((side, i) =>
      path(
        shown(side, content),
        { name: `limits ${i + 1}`, mark: { color: palette.ink, strokeDash: [4, 3], strokeWidth: 1.2 } },
        plane,
      ),
    ),
    ...regressionLine(content, plane),
    ...studyDots(content, plane),
    ...dots(
      (filled?.filled ?? []).map(({ study, mirrors, yi, vi }) => ({
        x: scale.show(yi),
        y: Math.sqrt(vi),
        says: `${study}, filled in as the mirror image of ${mirrors}: ${scale.text(yi)}`,
      })),
      { name: "filled in", mark: { filled: false, size: 50, strokeWidth: 1.4, color: palette.pooled } },
      plane,
    ),
  ];
}

function studyDots({ funnel, scale }: FunnelContent, plane: Plane): readonly JsonObject[] {
  const values = funnel.points.map(({ study, yi, se, p }) => ({
    x: scale.show(yi),
    y: se,
    says: `${study}: ${scale.text(yi)}, standard error ${fixed(se, 3)}, ${pText(p)}`,
  }));
  const mark = { size: 46, color: palette.study, stroke: palette.paper, strokeWidth: 0.6 };
  return dots(values, { name: "studies", mark }, plane);
}

function noEffect(value: number, plane: Plane): readonly JsonObject[] {
  const { domain } = plane.x;
  if (value < domain[0] || value > domain[1]) return [];
  return [atX(value, { name: "no effect", mark: { color: palette.rule } }, plane)];
}

/** The line y = intercept + slope · standard error, as far as the axis shows it. */
function regressionLine(content: FunnelContent, plane: Plane): readonly JsonObject[] {
  const { test, domain, maxSe } = content;
  if (test === null || test.asymmetry === null || test.intercept === null) return [];
  const [start, slope] = [test.intercept.value, test.asymmetry.value];
  const inside = Array.from({ length: 101 }, (_, i) => (i * maxSe) / 100)
    .map((se) => ({ x: start + slope * se, y: se }))
    .filter(({ x }) => x >= domain[0] && x <= domain[1]);
  const ends = inside.length < 2 ? [] : [inside[0]!, inside.at(-1)!];
  return path(shown(ends, content), { name: "regression", mark: { color: palette.prediction, strokeWidth: 2 } }, plane);
}

/** The contours in order, widest first, each with how dark the region inside it is: the innermost not at all. */
function shades({ contours }: Funnel): readonly { readonly lines: FunnelLines; readonly opacity: number }[] {
  const ordered = [...contours].sort((a, b) => b.level - a.level);
  return ordered.map((lines, i) => ({ lines, opacity: (ordered.length - 1 - i) / ordered.length }));
}

/** Triangles over each other, the widest at the back; beyond the widest the plot is darkest. */
function contourLayers(content: FunnelContent, plane: Plane): readonly JsonObject[] {
  const { domain, maxSe } = content;
  const whole = [
    { x: domain[0], y: 0 },
    { x: domain[1], y: 0 },
    { x: domain[1], y: maxSe },
    { x: domain[0], y: maxSe },
  ];
  const fill = (places: readonly Place[], name: string, opacity: number) => [
    ...region(shown(places, content), { name: `${name} paper`, mark: { fill: palette.paper } }, plane),
    ...region(shown(places, content), { name, mark: { fill: palette.band, opacity } }, plane),
  ];
  return [
    ...fill(whole, "most significant", 1),
    ...shades(content.funnel).flatMap(({ lines, opacity }) =>
      fill(funnelTriangle(toFoot(lines, content), content), `p above ${pOf(lines)}`, opacity),
    ),
  ];
}

/** What the shades mean, the most significant first. */
export function contourKeys(funnel: Funnel): readonly Key[] {
  const ordered = shades(funnel);
  const [widest] = ordered;
  if (widest === undefined) return [];
  const area = { mark: "area", color: palette.band } as const;
  return [
    { ...area, text: `p below ${pOf(widest.lines)}` },
    ...ordered.map(({ lines, opacity }, i): Key => {
      const inner = ordered[i + 1];
      const text = inner === undefined ? `above ${pOf(lines)}` : `${pOf(lines)} to ${pOf(inner.lines)}`;
      return { ...area, text, opacity };
    }),
  ];
}

const pOf = ({ level }: FunnelLines): string => String(Number((1 - level).toPrecision(3)));

/** Lines that end at `maxSe` of the funnel, drawn on to the foot of the axis. */
function toFoot(lines: FunnelLines, { funnel, maxSe }: FunnelContent): FunnelLines {
  const stretch = maxSe / (funnel.maxSe || 1);
  const { apex, lower, upper } = lines;
  return { ...lines, lower: apex + stretch * (lower - apex), upper: apex + stretch * (upper - apex) };
}

/** Places in the axis' units. */
function shown(places: readonly Place[], { scale }: FunnelContent): readonly Place[] {
  return places.map(({ x, y }) => ({ x: scale.show(x), y }));
}
