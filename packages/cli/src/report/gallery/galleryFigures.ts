import { type ChartSpec, type FigureId, figures } from "@acumeta/figures";
import type { Trials } from "@acumeta/trials";
import { attempt, isNotRun } from "../../output/notRun.js";
import type { Results } from "../results.js";
import { drawings } from "./drawings.js";
import { galleryData } from "./galleryData.js";

/** A figure of the gallery, or why these trials do not give it. */
export interface GalleryFigure {
  readonly id: FigureId;
  readonly label: string;
  /** The functions whose results it draws. */
  readonly of: readonly string[];
  readonly chart: ChartSpec | null;
  /** null where it is drawn. */
  readonly because: string | null;
}

/** Every registered figure, drawn from the trials as far as they give it; none where no trial answers a question. */
export function galleryFigures(trials: Trials, results: Results): readonly GalleryFigure[] {
  const data = galleryData(trials, results);
  if (data === null) return [];
  return (Object.keys(figures) as FigureId[]).map((id) => {
    const { label, of } = figures[id];
    const outcome = attempt<ChartSpec>(id, () => drawings[id](data));
    return isNotRun(outcome)
      ? { id, label, of, chart: null, because: outcome.because }
      : { id, label, of, chart: outcome, because: null };
  });
}
