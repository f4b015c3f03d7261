import { type ChartSpec, type Json, textWidth } from "@acumeta/figures";

type Row = Record<string, number | string>;

/** A text of a chart and the rectangle its measured letters cover. */
export interface DrawnText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Layer {
  readonly name: string;
  readonly mark: Readonly<Record<string, Json>>;
  readonly data: { readonly values: readonly Row[] };
  readonly encoding: {
    readonly x: { readonly scale: { readonly domain: readonly [number, number]; readonly type: string } };
  };
}

/** The layers of a chart. */
export function layersOf(chart: ChartSpec): readonly Layer[] {
  return chart.layer as unknown as readonly Layer[];
}

/** The data rows of the layer of a name; none where there is no such layer. */
export function rowsOf(chart: ChartSpec, name: string): readonly Row[] {
  return layersOf(chart).find((layer) => layer.name === name)?.data.values ?? [];
}

/** The ends of the value axis. */
export function domainOf(chart: ChartSpec, layer = "studies"): readonly [number, number] {
  return layersOf(chart).find(({ name }) => name === layer)!.encoding.x.scale.domain;
}

/** Every text mark with its measured rectangle. */
export function textsOf(chart: ChartSpec): readonly DrawnText[] {
  return layersOf(chart)
    .filter(({ mark }) => mark.type === "text")
    .flatMap(({ mark, data }) =>
      data.values.map((row) => {
        const size = Number(mark.fontSize);
        const width = textWidth(String(row.text), { size, bold: mark.fontWeight === "bold" });
        if (mark.angle === 270) return uprightText(row, { size, width });
        const left = Number(row.x) - { left: 0, center: 0.5, right: 1 }[String(mark.align) as "left"] * width;
        return {
          text: String(row.text),
          left,
          right: left + width,
          top: Number(row.y) - 0.5 * size,
          bottom: Number(row.y) + 0.5 * size,
        };
      }),
    );
}

/** A text that reads from below, its start at the row's place. */
function uprightText(
  { text, x, y }: Row,
  { size, width }: { readonly size: number; readonly width: number },
): DrawnText {
  return {
    text: String(text),
    left: Number(x) - 0.5 * size,
    right: Number(x) + 0.5 * size,
    top: Number(y) - width,
    bottom: Number(y),
  };
}

/** All texts in one line. */
export function wordsOf(chart: ChartSpec): string {
  return textsOf(chart)
    .map(({ text }) => text)
    .join(" ");
}

/** Pairs of texts whose rectangles overlap. */
export function overlaps(chart: ChartSpec): readonly string[] {
  const texts = textsOf(chart);
  return texts.flatMap((a, i) =>
    texts
      .slice(i + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `"${a.text}" and "${b.text}"`),
  );
}

/** Texts that leave the drawing. */
export function outside(chart: ChartSpec): readonly DrawnText[] {
  return textsOf(chart).filter(
    ({ left, right, top, bottom }) => left < -0.5 || right > chart.width + 0.5 || top < 0 || bottom > chart.height,
  );
}
