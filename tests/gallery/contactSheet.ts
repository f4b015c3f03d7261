import { type ChartSpec, toPng, toSvg } from "@acumeta/figures";

interface Drawn {
  readonly name: string;
  readonly chart: ChartSpec;
}

const GAP = 24;
const HEAD = 22;
const WIDEST = 2600;

/** Charts side by side with their names, in rows, as one PNG. */
export async function contactSheet(drawn: readonly Drawn[]): Promise<Uint8Array> {
  const { Resvg } = await import("@resvg/resvg-js");
  const images = await Promise.all(
    drawn.map(async ({ name, chart }) => {
      const png = await toPng(chart, { scale: 1 });
      const { width, height } = sizeOf(await toSvg(chart));
      return { name, width, height, uri: `data:image/png;base64,${Buffer.from(png).toString("base64")}` };
    }),
  );
  const parts: string[] = [];
  let [x, y, rowHeight, right] = [GAP, GAP, 0, 0];
  for (const { name, width, height, uri } of images) {
    if (x > GAP && x + width > WIDEST) {
      x = GAP;
      y += rowHeight + GAP;
      rowHeight = 0;
    }
    parts.push(`<text x="${x}" y="${y + 14}" font-size="15" font-family="DejaVu Sans">${name}</text>`);
    parts.push(`<image x="${x}" y="${y + HEAD}" width="${width}" height="${height}" href="${uri}"/>`);
    rowHeight = Math.max(rowHeight, height + HEAD);
    right = Math.max(right, x + width);
    x += width + GAP;
  }
  const size = `width="${right + GAP}" height="${y + rowHeight + GAP}"`;
  const sheet = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect width="100%" height="100%" fill="#ccc"/>${parts.join("")}</svg>`;
  return new Resvg(sheet, { font: { loadSystemFonts: true } }).render().asPng();
}

function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg)!;
  return { width: Number(width), height: Number(height) };
}
